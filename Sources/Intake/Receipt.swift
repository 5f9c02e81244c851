/// What became of a file.
public struct Receipt: Equatable, Sendable {
  /// What was decided.
  public enum Outcome: Equatable, Sendable {
    /// The file was accepted whole; its figures are stored.
    case accepted(batch: Int)
    /// The file was refused whole; it is on record and nothing of it is stored.
    case refused(batch: Int)
    /// The same bytes were accepted before, as this batch; nothing is added.
    case alreadyKnown(batch: Int)
    /// Checked only, and without fault; nothing is stored.
    case passesCheck
    /// Checked only, and with faults; nothing is stored.
    case failsCheck
  }

  /// What was decided.
  public let outcome: Outcome
  /// The form found: an encoding, or a workbook; nil when the file is neither.
  public let encoding: TextEncoding?
  /// Data lines, blank ones left out.
  public let lineCount: Int
  /// Figures submitted for the first time.
  public let newCount: Int
  /// Figures that differ from their newest revision, and so become the next one.
  public let correctionCount: Int
  /// Figures equal to their newest revision, which add nothing.
  public let unchangedCount: Int
  /// The faults by line; at most 1,000. `intake.fault` holds all of them.
  public let faults: [Fault]
  /// All faults, those beyond the list included.
  public let faultCount: Int

  /// Whether the file was refused, or would be.
  public var isRefused: Bool { faultCount > 0 }
}
