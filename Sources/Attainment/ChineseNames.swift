/// What the method's words are called in Chinese, for whatever people read.

extension Verdict {
  /// The verdict in Chinese.
  public var nameZH: String {
    switch self {
    case .notDue: "未到报期"
    case .noData: "无数据"
    case .notAssessable: "无法评定"
    case .attained: "已达标"
    case .missed: "未达标"
    case .overdue: "逾期未报"
    case .onTrack: "符合进度"
    case .behind: "略有滞后"
    case .offTrack: "严重滞后"
    }
  }
}

extension Light {
  /// The light in Chinese.
  public var nameZH: String {
    switch self {
    case .grey: "灰灯"
    case .green: "绿灯"
    case .yellow: "黄灯"
    case .red: "红灯"
    }
  }
}

extension Measure {
  /// The measure in Chinese.
  public var nameZH: String {
    switch self {
    case .total: "总量"
    case .stock: "存量"
    case .growth: "增长率"
    case .share: "占比"
    case .intensityChange: "强度变化率"
    case .dailyAverage: "日均量"
    case .milestone: "节点"
    case .progress: "进度"
    }
  }
}

extension Direction {
  /// The direction in Chinese.
  public var nameZH: String {
    switch self {
    case .atLeast: "不低于"
    case .atMost: "不高于"
    case .maintain: "保持"
    }
  }
}

extension Accumulation {
  /// The accumulation in Chinese.
  public var nameZH: String {
    switch self {
    case .monthly: "各期相加"
    case .cumulative: "累计数取最新一期"
    case .point: "时点数取最新一期"
    }
  }
}
