/// The names of a table's columns, in the order of the file.
public struct TableHeader: Sendable, Equatable {
  /// The names, without the spaces around them.
  public let names: [String]
  /// The names that stand more than once (empty names apart), in the order of the file.
  public let duplicates: [String]
  private let exact: [String: Int]
  private let loose: [String: Int]

  /// Makes a header from its names.
  public init(_ names: [String]) {
    self.names = names
    var exact: [String: Int] = [:]
    var loose: [String: Int] = [:]
    var duplicates: [String] = []
    for (index, name) in names.enumerated() where !name.isEmpty {
      if exact[name] == nil {
        exact[name] = index
      } else if !duplicates.contains(name) {
        duplicates.append(name)
      }
      let key = ColumnName.key(name)
      if loose[key] == nil { loose[key] = index }
    }
    self.exact = exact
    self.loose = loose
    self.duplicates = duplicates
  }

  /// The number of columns.
  public var count: Int { names.count }

  /// The place of a column: by its exact name, else without regard to case, accents and
  /// punctuation; the first one when several have the name, `nil` when none has.
  public func index(of name: String) -> Int? { exact[name] ?? loose[ColumnName.key(name)] }
}
