/// Why a workbook cannot be read.
public enum ReadingError: Error, Sendable, Equatable {
  /// Its bytes are not what the format says, or what matters in it is missing; where.
  case damaged(String)
  /// A part of it is locked with a password.
  case encrypted
  /// An archive of something else; what, as far as its parts tell.
  case otherArchive(ArchiveKind)
  /// It unpacks to more than ``ReadingLimits`` allow, or holds more than a sheet of figures ever does.
  case tooLarge
  /// Reading it takes longer than ``ReadingLimits`` allow.
  case tooSlow
}

/// What an archive that is no .xlsx workbook holds.
public enum ArchiveKind: Sendable, Equatable {
  /// An OpenDocument spreadsheet (.ods).
  case openDocument
  /// A workbook in the binary form (.xlsb).
  case binaryWorkbook
  /// A text document or slides.
  case otherDocument
  /// Anything else.
  case unknown
}

/// What reading a workbook may cost: a small archive can ask for all the memory and time there is.
public struct ReadingLimits: Sendable {
  /// Bytes that all parts together may unpack to.
  public var unpackedBytes: Int
  /// Cells with content in all sheets together.
  public var cells: Int
  /// Bytes of text in all cells together, each place of a shared text counted.
  public var textBytes: Int
  /// How long it may take.
  public var time: Duration

  /// Limits; by default what a sheet of 100,000 lines needs, and what a machine with little memory bears.
  public init(
    unpackedBytes: Int = 256 << 20, cells: Int = 2_000_000, textBytes: Int = 64 << 20, time: Duration = .seconds(8)
  ) {
    self.unpackedBytes = unpackedBytes
    self.cells = cells
    self.textBytes = textBytes
    self.time = time
  }
}

/// What is left of the limits while a workbook is read.
struct ReadingBudget {
  private var unpackedBytes: Int
  private var cells: Int
  private var textBytes: Int
  private let deadline: ContinuousClock.Instant

  init(_ limits: ReadingLimits) {
    unpackedBytes = limits.unpackedBytes
    cells = limits.cells
    textBytes = limits.textBytes
    deadline = .now + limits.time
  }

  /// Takes a piece that has been unpacked off what is left.
  mutating func unpack(_ count: Int) throws(ReadingError) {
    unpackedBytes -= count
    guard unpackedBytes >= 0 else { throw .tooLarge }
    guard .now < deadline else { throw .tooSlow }
  }

  /// Takes a cell and its text off what is left.
  mutating func hold(cellOf textCount: Int) throws(ReadingError) {
    cells -= 1
    try hold(textCount)
    guard cells >= 0 else { throw .tooLarge }
  }

  /// Takes text off what is left.
  mutating func hold(_ textCount: Int) throws(ReadingError) {
    textBytes -= textCount
    guard textBytes >= 0 else { throw .tooLarge }
  }
}
