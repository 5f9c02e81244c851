/// What the clerk calls what the plan's codes name.
enum ChineseTerm {
  static func measure(_ code: String) -> String {
    switch code {
    case "total": "总量"
    case "stock": "时点"
    case "growth": "增速"
    case "share": "占比"
    case "intensity_change": "强度变化"
    case "daily_average": "日均"
    case "milestone": "节点"
    case "progress": "进度"
    default: code
    }
  }

  static func frequency(_ code: String) -> String {
    switch code {
    case "monthly": "每月"
    case "monthly_from_february": "2 月起每月"
    case "quarterly": "每季度（3、6、9、12 月）"
    case "half_yearly": "每半年（6、12 月）"
    case "annual": "每年（12 月）"
    default: code
    }
  }

  static func stage(_ code: String) -> String {
    StageSyntax.chinese(of: code) ?? code
  }
}
