import Attainment
import Postgres
import Wording

extension ExportedColumn {
  /// How the column is selected for people: labels for codes, names for units, local time.
  ///
  /// - Parameters:
  ///   - view: the view it belongs to.
  ///   - month: the publication, which knows the units' names and the time zone.
  ///   - guarded: whether texts are kept from being taken for formulas or dates, as a CSV file needs and a workbook does not.
  /// - Returns: an SQL expression.
  /// - Throws: `PostgresError` when a text cannot be quoted.
  func officeExpression(in view: ExportedView, of month: PublishedMonth, guarded: Bool) throws -> String {
    switch fieldType {
    case "number": return "trim_scale(\(name))"
    case "integer", "date": return name
    case "boolean":
      return
        "case \(name) when true then '\(Term.truth(true).zh)' when false then '\(Term.truth(false).zh)' end"
    case "yearmonth":
      let pattern = Month.nameZH(year: "%s", month: "%s")
      return
        "case when \(name) is not null then format('\(pattern)', split_part(\(name), '-', 1), split_part(\(name), '-', 2)::integer) end"
    case "datetime":
      return try "to_char(\(name) at time zone \(Quoting.literal(month.timeZone)), 'YYYY-MM-DD HH24:MI:SS')"
    default: break
    }
    let column = ReportColumn(rawValue: name)
    if let codes = column?.codes, !codes.isEmpty {
      let cases = codes.map { "when '\($0.code)' then '\($0.name.zh)'" }
      return "case \(name) \(cases.joined(separator: " ")) else \(name) end"
    }
    // Where dates are written with dots, a spreadsheet would take 2.1.1 for one.
    if guarded, let column, [.indicator, .worstIndicator, .relativeTo].contains(column) {
      return "'\(Term.indicator.zh)' || \(name)"
    }
    var text = name
    if column == .district {
      text = try Quoting.literal(month.districtName)
    } else if column == .leadUnit || column == .unit && view.subject != .unit {
      // The names travel with the query: a look-up of them would join the view to a table without its district. A view of
      // units has their names in a column of its own.
      text = try "coalesce(\(Quoting.literal(month.unitNames))::jsonb ->> \(name), \(name))"
    }
    return guarded ? defused(text) : text
  }

  /// A text that no spreadsheet runs as a formula: an apostrophe goes before what would begin one.
  private func defused(_ expression: String) -> String {
    // Twice as fast as a regular expression. The letter A, which is no danger, stands at place 1, where an empty text is
    // found too. The last four are the full-width forms of =, +, - and @.
    """
    case
        when strpos(E'A-=+@\\t\\r\\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}', left(\(expression), 1)) > 1 then '''' || \(expression)
        else \(expression)
    end
    """
  }
}
