import Postgres
import Reporting

/// A comparison of two publications as it is shown on a terminal.
struct DiffText {
  let text: String

  /// - Parameters:
  ///   - diff: the comparison.
  ///   - rows: the rows that differ.
  ///   - total: how many rows were compared.
  init(_ diff: PublicationDiff, rows: [Row], of total: Int) {
    var lines = [
      "\(diff.district)  \(Self.side(diff.earlier))  →  \(Self.side(diff.later))",
      "\(rows.count) of \(total) rows differ: "
        + ["target", "actual", "attainment_pct", "verdict", "light"].map { column in
          let count = rows.count { $0["earlier_\(column)"] != $0["later_\(column)"] }
          return "\(count) \(column == "attainment_pct" ? "attainment" : column)"
        }.joined(separator: ", "),
    ]
    var moves: [String: Int] = [:]
    for row in rows where row["earlier_verdict"] != row["later_verdict"] {
      moves[Self.change(of: "verdict", in: row), default: 0] += 1
    }
    for (move, count) in moves.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      lines.append("  \(String(repeating: " ", count: max(0, 4 - String(count).count)))\(count)  \(move)")
    }
    for row in rows {
      let unit = row["unit"].map { " [\($0)]" } ?? ""
      lines.append("")
      lines.append("\(row["indicator"] ?? "")\(unit)  \(row["name_zh"] ?? "")  (\(row["unit_of_measure"] ?? ""))")
      for (column, label) in [
        ("target", "target     "), ("actual", "actual     "), ("attainment_pct", "attainment "),
        ("verdict", "verdict    "),
        ("light", "light      "),
      ] where row["earlier_\(column)"] != row["later_\(column)"] {
        lines.append("    \(label) \(Self.change(of: column, in: row))\(column == "attainment_pct" ? "  %" : "")")
      }
    }
    text = lines.joined(separator: "\n") + "\n"
  }

  private static func change(of column: String, in row: Row) -> String {
    "\(row["earlier_\(column)"] ?? "–") → \(row["later_\(column)"] ?? "–")"
  }

  private static func side(_ side: PublicationDiff.Side) -> String {
    "\(side.period) (run \(side.runID), as of \(side.asOf))"
  }
}
