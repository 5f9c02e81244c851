import Catalogue
import Exporting
import Intake
import Postgres
import Reporting

/// What the program ends with when a command fails: a sysexits code and one clear message.
struct ExitStatus {
  let code: Int32
  let message: String

  /// The status of an error of ours; nil for one of the command line's own, which ends with 64 or 0.
  init?(of error: any Error) {
    // Whatever failed after a signal failed because of it.
    if let signal = Interruption.signal {
      (code, message) = (Interruption.exitCode(signal), Interruption.message(signal))
      return
    }
    switch error {
    case let error as JobFailure:
      (code, message) = error.status
    case let error as MetricsError:
      message = "Cannot write the metrics to \(error.path): \(error.reason)"
      code = Self.cannotWrite
    case let error as RunError:
      message = error.description
      code =
        switch error.kind {
        case .badData: Self.badData
        case .locked: Self.tryLater
        case .configuration: Self.configuration
        case .usage: Self.usage
        }
    case let error as CatalogueError:
      message = error.description
      code =
        switch error {
        case .unwritable: Self.cannotWrite
        case .faults, .refused, .stored, .unreadable: Self.badData
        }
    case let error as FilesRefused:
      message = "\(error.count) of \(error.total) files refused"
      code = Self.badData
    case let error as NotAsPublished:
      message = error.message
      code = Self.badData
    case let error as IntakeError:
      message = error.description
      code =
        switch error.kind {
        case .badData: Self.badData
        case .notPermitted: Self.notPermitted
        case .configuration: Self.configuration
        case .unreadableFile: Self.usage
        case .cannotWrite: Self.cannotWrite
        case .locked: Self.tryLater
        }
    case let error as ExportError:
      message = error.description
      code = error.kind == .cannotWrite ? Self.cannotWrite : Self.badData
    case let error as PostgresError:
      (code, message) = Self.status(of: error)
    default:
      return nil
    }
  }

  /// The status of an error that nobody foresaw.
  init(internalError error: any Error) {
    (code, message) = (Self.internalError, String(describing: error))
  }

  /// The code to end with after several failures: first those that will not pass by themselves.
  static func gravest(_ codes: [Int32]) -> Int32 {
    let byGravity = [internalError, configuration, notPermitted, unavailable, cannotWrite, badData, tryLater]
    return byGravity.first { codes.contains($0) } ?? codes.first ?? internalError
  }

  private static let usage: Int32 = 64
  static let badData: Int32 = 65
  static let unavailable: Int32 = 69
  static let internalError: Int32 = 70
  static let cannotWrite: Int32 = 73
  static let tryLater: Int32 = 75
  static let notPermitted: Int32 = 77
  static let configuration: Int32 = 78

  private static func status(of error: PostgresError) -> (code: Int32, message: String) {
    let undone = "What was under way is undone"
    switch error.sqlState {
    case .undefinedTable?, .undefinedColumn?, .invalidSchemaName?:
      return (
        configuration,
        "The database lacks what this version needs (\(error.message)). Deploy the schema: cd sql && sqitch deploy"
      )
    case .insufficientPrivilege?:
      return (notPermitted, error.description)
    case .lockNotAvailable?:
      return (
        tryLater, "Another session held a lock for longer than lock_timeout allows. \(undone); try again later."
      )
    case .queryCanceled?:
      return (
        tryLater,
        "The database cancelled a statement (\(error.message)). \(undone); try again later, and if it comes again raise "
          + "statement_timeout."
      )
    case .deadlockDetected?, .serializationFailure?:
      return (tryLater, "Another session was in the way (\(error.message)). \(undone); try again.")
    case .diskFull?:
      return (
        cannotWrite, "The database server has no room left (\(error.message)). \(undone); free some room there."
      )
    default: break
    }
    switch error.kind {
    case .unreachable, .connectionLost: return (unavailable, error.description)
    // Class 57: the server is stopping or starting, with the connection not yet gone.
    case _ where error.sqlState?.classCode == "57": return (unavailable, error.description)
    default: return (internalError, error.description)
    }
  }
}
