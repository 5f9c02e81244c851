import CSV
import Wording

extension FaultText {
  /// A line that is not CSV.
  public static func csv(_ fault: CSVFault) -> FaultText {
    switch fault.kind {
    case .strayQuote: .strayQuote(byte: fault.column)
    case .textAfterQuote: .textAfterQuote(byte: fault.column)
    case .unterminatedQuote: .unterminatedQuote(byte: fault.column)
    case .nul: .nul(byte: fault.column)
    case .strayCarriageReturn: .strayCarriageReturn(byte: fault.column)
    case .recordTooLong(let limit): .recordTooLong(limit: limit)
    }
  }
}
