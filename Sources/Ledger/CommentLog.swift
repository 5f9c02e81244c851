import Attainment
import Postgres

/// What the office says of indicators in the months of a year, as of an instant (method, section 14).
public struct CommentLog: Sendable {
  /// An indicator and the reported month in which something is said of it.
  private struct Subject: Hashable {
    let month: Int
    let indicator: String
  }

  private var standing: [Subject: Int64] = [:]

  /// A log with nothing in it.
  public init() {}

  /// Enters what stands of an indicator in a month.
  ///
  /// - Parameters:
  ///   - comment: number of the comment.
  ///   - month: the reported month, 1 to 12.
  ///   - indicator: code of the indicator.
  mutating func enter(_ comment: Int64, on month: Int, of indicator: String) {
    standing[Subject(month: month, indicator: indicator)] = comment
  }

  /// The number of the comment that stands; nil where there is none, or the last one took back what was said.
  ///
  /// - Parameters:
  ///   - indicator: code of the indicator.
  ///   - month: the reported month, 1 to 12.
  /// - Returns: a `comment_id` of `intake.comment`.
  public func comment(on indicator: String, in month: Int) -> Int64? {
    standing[Subject(month: month, indicator: indicator)]
  }

  /// Reads the comments of a year: the last one on an indicator in a month stands.
  ///
  /// - Parameters:
  ///   - year: the plan year.
  ///   - districtID: key of the district.
  ///   - month: the last month wanted, 1 to 12.
  ///   - instant: the as-of instant T.
  ///   - connection: a connection that may read `intake.comment`, in a transaction with one snapshot.
  /// - Throws: `PostgresError` when the database refuses.
  public init(
    of year: Int, districtID: String, through month: Int, at instant: Instant, on connection: isolated Connection
  ) throws {
    let rows = try connection.query(
      """
      select distinct on (period, indicator)
          date_part('month', period) as month,
          indicator,
          comment_id,
          text
      from intake.comment
      where
          district_id = $1
          and period between make_date($2, 1, 1) and make_date($2, $3, 1)
          and said_at <= $4::timestamptz
      order by
          period,
          indicator,
          said_at desc,
          comment_id desc
      """, [districtID, String(year), String(month), instant.description])
    for row in rows where try row.required("text") != "" {
      guard let month = Int(try row.required("month")), let comment = Int64(try row.required("comment_id")) else {
        continue
      }
      enter(comment, on: month, of: try row.required("indicator"))
    }
  }
}
