import CXLSXWriter

/// Why a workbook was not written.
public struct WorkbookError: Error, Sendable, CustomStringConvertible {
  /// What was found, where.
  public let description: String

  init(_ place: String, _ code: lxw_error) {
    description = "\(place): \(lxw_strerror(code).map { String(cString: $0) } ?? "error \(code.rawValue)")"
  }
}
