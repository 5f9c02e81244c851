/// What a drafted plan says where the document says nothing.
public enum DraftText {
  /// Name of the unit that stands for those who have yet to be named.
  public static let undecidedUnit = "待定牵头单位"
  /// Name of a district that the document does not name.
  public static let undecidedDistrict = "待填区名"
  /// Where the plan comes from.
  public static func source(_ title: String) -> String {
    "目标值和文件用语取自《\(title)》；指标名称、计量方式、累计方式、频率、报送日、决定日期由 dabiao 起草，请逐项核对"
  }

  /// A doubt about the plan as a whole, which no document settles.
  public static let decidedOn = Phrase(
    zh: "决定日期暂填年初，请改为文件印发日期", en: "the date of decision is the first of the year: give the document's")
  /// The district's code and name.
  public static let district = Phrase(
    zh: "区代码请自定，区名请核对", en: "choose a code for the district, and check its name")
  /// Who leads.
  public static let leadUnits = Phrase(
    zh: "文件没有写牵头单位的指标，请填牵头单位", en: "give the lead unit of what the document names none for")
  /// The units' codes.
  public static let unitCodes = Phrase(zh: "单位代码请自定，类别请核对", en: "choose codes for the units, and check their kinds")

  /// What a draft holds, in one line.
  public static func summary(proposals: Int, doubts: Int, leftOut: Int) -> Phrase {
    Phrase(
      zh: "起草 \(proposals) 个指标，疑问 \(doubts) 条，未采用的数字 \(leftOut) 个",
      en: "\(proposals) indicators drafted, \(doubts) doubts, \(leftOut) numbers left out")
  }
}
