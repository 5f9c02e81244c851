import Attainment
import Foundation

/// The descriptor of an export, a Data Package of version 2.
struct DataPackage: Encodable {
  /// A file of the package.
  struct Resource: Encodable {
    var name: String
    var path: String
    var format = "csv"
    var mediatype = "text/csv"
    var encoding = "utf-8"
    var bytes: Int
    var hash: String
    var schema: Schema
  }

  /// What a file's columns hold.
  struct Schema: Encodable {
    var fields: [Field]
    var missingValues = [""]
    var primaryKey: [String]?
  }

  /// A column.
  struct Field: Encodable {
    var name: String
    var type: String
    var description: String
    var constraints: Constraints?
  }

  /// What a column's values keep to.
  struct Constraints: Encodable {
    var required: Bool?
    var `enum`: [String]?
  }

  var schema = "https://datapackage.org/profiles/2.0/datapackage.json"
  var name: String
  var title: String
  var version: String
  var resources: [Resource]

  private enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case name, title, version, resources
  }

  /// The JSON text, the same for the same package.
  func text() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}

extension DataPackage.Field {
  private static let words: [String: [String]] = [
    "verdict": Verdict.allCases.map(\.rawValue),
    "light": Light.allCases.map(\.rawValue),
    "severity": Severity.allCases.map(\.rawValue),
  ]

  /// A column of a view.
  init(_ column: ExportedColumn) {
    name = column.name
    type = column.fieldType
    description = column.comment
    let words = Self.words[column.name]
    let isRequired = ["district", "period"].contains(column.name)
    if words != nil || isRequired {
      constraints = DataPackage.Constraints(required: isRequired ? true : nil, enum: words)
    }
  }
}
