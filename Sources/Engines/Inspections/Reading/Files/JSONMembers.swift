import Review
import Tables

/// Finds records in the JSON of interfaces.
enum JSONMembers {
  private static let wrappers = ["data", "results", "records", "features"]
  private static let depthLimit = 8

  /// The objects behind the wrappers that interfaces use.
  static func objects(in value: JSONValue, depth: Int = 0) -> [JSONValue] {
    guard depth < depthLimit else { return [] }
    if case .array(let elements) = value {
      return elements.flatMap { objects(in: $0, depth: depth + 1) }
    }
    guard case .object(let members) = value else { return [] }
    for name in wrappers {
      if case .array(let elements)? = members[name] {
        return elements.flatMap { objects(in: $0, depth: depth + 1) }
      }
    }
    if case .object? = members["properties"], let inner = members["properties"] { return [inner] }
    return [value]
  }

  /// The plain members of an object by the key of their name.
  static func text(of value: JSONValue) -> [String: String] {
    guard case .object(let members) = value else { return [:] }
    var text: [String: String] = [:]
    for name in members.keys.sorted() {
      let written = members[name]?.text ?? ""
      if !written.isEmpty { text[ColumnName.key(name)] = written }
    }
    return text
  }

  /// A row of a table with such fields.
  static func row(_ fields: [String], header: [String]) throws -> TableRow {
    var writer = TableWriter(header: header, style: .csv)
    writer.write(fields.map { .text($0) })
    let reader = try TableReader(
      MemorySource(writer.flush(), name: "json"), options: TableOptions(delimiter: .comma))
    guard let row = try reader.next() else {
      throw FieldError(found: "", expected: LocalizedText(fr: "un objet", en: "an object"))
    }
    return row
  }
}
