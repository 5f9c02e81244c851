import Postgres

extension ExportedColumn {
  /// How the column is selected for people: labels for codes, names for units, local time.
  ///
  /// - Parameters:
  ///   - view: the view it belongs to.
  ///   - month: the publication, which knows the units' names and the time zone.
  ///   - guarded: whether texts are kept from being taken for formulas or dates, as a CSV file needs and a workbook does not.
  /// - Returns: an SQL expression.
  /// - Throws: `PostgresError` when a text cannot be quoted.
  func officeExpression(in view: String, of month: PublishedMonth, guarded: Bool) throws -> String {
    switch fieldType {
    case "number": return "trim_scale(\(name))"
    case "integer", "date": return name
    case "boolean":
      return
        "case \(name) when true then '\(ChineseWording.label(of: true))' when false then '\(ChineseWording.label(of: false))' end"
    case "yearmonth": return "split_part(\(name), '-', 1) || '年' || split_part(\(name), '-', 2)::integer || '月'"
    case "datetime":
      return try "to_char(\(name) at time zone \(Quoting.literal(month.timeZone)), 'YYYY-MM-DD HH24:MI:SS')"
    default: break
    }
    let labels = ChineseWording.labels(of: name, in: view)
    if !labels.isEmpty {
      let cases = labels.sorted { $0.key < $1.key }.map { "when '\($0.key)' then '\($0.value)'" }
      return "case \(name) \(cases.joined(separator: " ")) else \(name) end"
    }
    // Where dates are written with dots, a spreadsheet would take 2.1.1 for one.
    if guarded, ["indicator", "worst_indicator"].contains(name) {
      return "'\(ChineseWording.indicatorPrefix)' || \(name)"
    }
    var text = name
    if name == "district" {
      text = try Quoting.literal(month.districtName)
    } else if ChineseWording.namesUnit(name, in: view) {
      // The names travel with the query: a look-up of them would join the view to a table without its district.
      text = try "coalesce(\(Quoting.literal(month.unitNames))::jsonb ->> \(name), \(name))"
    }
    return guarded ? defused(text) : text
  }

  /// A text that no spreadsheet runs as a formula: an apostrophe goes before what would begin one.
  private func defused(_ expression: String) -> String {
    // Twice as fast as a regular expression. The letter A, which is no danger, stands at place 1, where an empty text is
    // found too.
    """
    case
        when strpos(E'A-=+@\\t\\r\\n＝＋－＠', left(\(expression), 1)) > 1 then '''' || \(expression)
        else \(expression)
    end
    """
  }
}
