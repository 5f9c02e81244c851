import Attainment

extension Frequency: Named {
  /// What people call the frequency; how often a figure is reported.
  public var name: Phrase {
    switch self {
    case .monthly: Phrase(zh: "每月", en: "monthly")
    case .monthlyFromFebruary: Phrase(zh: "2月起每月", en: "monthly from February")
    case .quarterly: Phrase(zh: "每季度", en: "quarterly")
    case .halfYearly: Phrase(zh: "每半年", en: "half-yearly")
    case .annual: Phrase(zh: "每年", en: "yearly")
    }
  }
}
