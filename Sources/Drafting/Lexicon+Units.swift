/// The units in which documents count and measure.
extension Lexicon {
  static let percent = "%"
  static let points = "个百分点"
  static let multiple = "倍"
  static let magnitudes: [Character] = ["十", "百", "千", "万", "亿"]
  /// Units of what is counted in whole things.
  static let counted: Set<String> = [
    "家", "个", "台", "条", "套", "户", "场", "人", "幢", "项", "张", "处", "次", "所", "座", "名", "件", "栋", "棵", "株", "辆", "只", "部",
    "对",
    "份", "支", "款", "篇", "起", "例", "宗", "块", "册", "期", "批", "门", "片", "位", "间", "艘", "架", "根", "盏", "组", "班", "户次", "单",
    "村",
  ]
  /// Units of what is measured, and of services counted by the head.
  static let measured: Set<String> = [
    "人次", "场次", "人日", "平方米", "平方公里", "平方千米", "公里", "千米", "米", "公顷", "亩", "立方米", "吨标准煤", "吨标煤", "吨", "千克", "公斤", "千瓦时",
    "千瓦",
    "兆瓦", "度", "元人民币", "元", "美元", "欧元", "天", "小时", "分钟", "工作日", "个工作日", "岁", "年", "月", "日", "周",
    "微克", "毫克", "分贝", "延米", "延长米", "标准箱", "分", "秒", "度电", "㎡", "人民币", "课时", "字",
  ]
  /// What a unit is printed as beside what it is called.
  static let sameUnits = ["元人民币": "元", "㎡": "平方米", "吨标煤": "吨标准煤", "人民币": "元"]
  /// Units of time, which tell how long or how old rather than how much.
  static let timeUnits: Set<String> = ["年", "月", "日", "岁", "分钟", "小时", "周", "秒", "课时", "字"]
  static let timeUnitsWanted: Set<String> = ["天", "工作日", "个工作日", "小时"]
  static let divisor: Character = "/"
  /// What follows a counter when it is none: 项目, 家庭.
  static let noCounter: [String: [Character]] = [
    "项": ["目"], "家": ["庭"], "场": ["馆", "所"], "个": ["性", "体"], "条": ["件"], "台": ["账"], "处": ["置", "理"], "名": ["牌", "优"],
    "次": ["新"], "所": ["有"], "部": ["门"], "人": ["才", "民"], "张": ["江"], "件": [], "年": [], "期": [], "班": ["子"], "组": ["织"],
    "村": ["居"],
    "单": ["元", "位"], "米": [], "度": [], "分": ["中", "之"], "门": ["店"], "片": ["区"], "位": ["于"], "起": ["步"], "日": ["常"],
  ]
  /// Per how many a ratio's denominator counts.
  static let scales: [Character: Int] = ["十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000]
  static let day = "日"
  static let dayUnits: Set<String> = ["日", "天"]
  static let people = "人"
}
