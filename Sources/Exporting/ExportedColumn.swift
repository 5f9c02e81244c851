import Postgres

/// A column of an exported view, as the catalog describes it.
struct ExportedColumn: Sendable {
  let name: String
  let type: String
  let comment: String

  /// How the column is selected so that it prints alike in every session.
  var expression: String {
    switch type {
    case "boolean": "\(name)::text as \(name)"
    case "numeric": "trim_scale(\(name)) as \(name)"
    case "timestamp with time zone":
      "rtrim(rtrim(to_char(\(name) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US'), '0'), '.') || 'Z' as \(name)"
    default: name
    }
  }

  /// The field's type in the data package.
  var fieldType: String {
    switch type {
    case "boolean": "boolean"
    case "numeric": "number"
    case "bigint", "integer", "smallint": "integer"
    case "date": "date"
    case "timestamp with time zone": "datetime"
    case "text" where ["period", "figure_period", "month"].contains(name): "yearmonth"
    default: "string"
    }
  }

  /// The columns of every exported view but its Chinese labels, each view's in its order, by the view's name.
  static func byView(on connection: isolated Connection) throws -> [String: [ExportedColumn]] {
    let names = ExportedView.all.map { "report.\($0.name)" }.joined(separator: ",")
    let columns = try connection.query(
      """
      select
          class.relname as view,
          attribute.attname as name,
          format_type(attribute.atttypid, null) as type,
          col_description(attribute.attrelid, attribute.attnum) as comment
      from pg_catalog.pg_attribute as attribute
      join pg_catalog.pg_class as class on class.oid = attribute.attrelid
      where
          attribute.attrelid = any($1::regclass[])
          and attribute.attnum > 0
          and not attribute.attisdropped
          -- A label is for who reads the view; the code beside it says the same to a program.
          and not exists (
              select
              from pg_catalog.pg_attribute as code
              where
                  code.attrelid = attribute.attrelid
                  and code.attname || '_zh' = attribute.attname
          )
      order by attribute.attnum
      """, ["{\(names)}"])
    return try Dictionary(grouping: columns) { try $0.required("view") }.mapValues { rows in
      try rows.map { row in
        ExportedColumn(
          name: try row.required("name"), type: try row.required("type"), comment: row["comment"] ?? "")
      }
    }
  }
}
