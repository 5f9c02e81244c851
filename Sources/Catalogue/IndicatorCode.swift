/// The code of an indicator, `section.item.sequence`; ordered by its numbers.
public struct IndicatorCode: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Section of the document.
  public let section: Int
  /// Item within the section.
  public let item: Int
  /// Sequence within the item.
  public let sequence: Int

  /// A code of its numbers, each from 1.
  public init(section: Int, item: Int, sequence: Int) {
    (self.section, self.item, self.sequence) = (section, item, sequence)
  }

  /// A code such as `2.2.1`, its numbers from 1 to 9999 without leading zeros; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }.filter { (1...9999).contains($0) }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    (section, item, sequence) = (numbers[0], numbers[1], numbers[2])
    guard description == text else { return nil }
  }

  /// The form `2.2.1`.
  public var description: String { "\(section).\(item).\(sequence)" }

  /// Whether one code comes before another in plan order.
  public static func < (a: IndicatorCode, b: IndicatorCode) -> Bool {
    (a.section, a.item, a.sequence) < (b.section, b.item, b.sequence)
  }
}
