import Attainment

extension UnitKind: Named {
  /// What people call the kind of unit.
  public var name: Phrase {
    switch self {
    case .department: Phrase(zh: "部门", en: "department")
    case .subdistrict: Phrase(zh: "街道", en: "subdistrict")
    case .town: Phrase(zh: "镇", en: "town")
    case .other: Phrase(zh: "其他", en: "other")
    }
  }
}
