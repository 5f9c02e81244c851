/// The faults of one file, in memory that does not grow with a file that is wrong throughout.
struct FaultLog: Sendable {
  /// Most faults that are listed; the rest are counted.
  static let listLimit = 100_000

  private(set) var count = 0
  private var faults: [Fault] = []

  var isEmpty: Bool { count == 0 }

  mutating func add(_ fault: Fault) {
    count += 1
    if faults.count < Self.listLimit { faults.append(fault) }
  }

  mutating func add(_ others: some Sequence<Fault>) {
    for fault in others { add(fault) }
  }

  /// Adds all that another log has listed and counted.
  mutating func add(_ other: FaultLog) {
    let unlisted = other.count - other.faults.count
    add(other.faults)
    count += unlisted
  }

  /// The faults listed, by line and, within a line, by column in the order of the format.
  func sorted() -> [Fault] {
    let places = Dictionary(
      uniqueKeysWithValues: SubmissionColumn.allCases.enumerated().map { ($1.rawValue, $0) })
    return faults.enumerated().sorted { left, right in
      let leftPlace = (left.element.line, places[left.element.column] ?? -1, left.offset)
      let rightPlace = (right.element.line, places[right.element.column] ?? -1, right.offset)
      return leftPlace < rightPlace
    }.map(\.element)
  }
}
