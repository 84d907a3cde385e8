import Tables

/// Finds the records inside the documents that interfaces give.
enum JSONRecords {
  /// The names of the lists in which interfaces wrap their records.
  private static let wrappers = ["results", "records", "data", "features"]
  /// The names under which a record's fields stand, when they are not its own members.
  private static let inner = ["fields", "properties"]

  /// The objects a value stands for: the elements of a wrapped list, else the value itself.
  static func objects(in value: JSONValue) -> [[String: JSONValue]] {
    guard case .object(let members) = value else { return [] }
    for name in wrappers {
      guard case .array(let elements)? = members[name] else { continue }
      return elements.flatMap { objects(in: $0) }
    }
    // Opendatasoft's second interface: {"record": {"fields": {…}}}.
    if case .object? = members["record"], let record = members["record"] {
      return objects(in: record)
    }
    for name in inner {
      if case .object(let fields)? = members[name] { return [fields] }
    }
    return [members]
  }
}
