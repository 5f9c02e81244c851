/// The units of a plan by whatever they are called: code, name, short name.
struct UnitNames {
  /// Whether every unit could be read, so that a name that is not among them is a fault.
  let isComplete: Bool
  private var codes: [String: String] = [:]

  init(_ units: [WorkPlan.Unit], isComplete: Bool = true) {
    self.isComplete = isComplete
    // A code is itself, whatever else is called so.
    for unit in units {
      for name in [unit.nameZH, unit.shortZH].compactMap(\.self) { codes[name] = unit.code }
    }
    for unit in units { codes[unit.code] = unit.code }
  }

  /// The code of a unit; nil where none is called so.
  func code(of name: String) -> String? { codes[name] }
}

/// The indicators that other files of a plan refer to.
struct KnownIndicators {
  /// Them by their codes.
  let byCode: [String: WorkPlan.Indicator]
  /// Codes of those with faults of their own, against which nothing is held.
  let spoilt: Set<String>
  /// Whether every one could be read, so that a code that is not among them is a fault.
  let isComplete: Bool
}
