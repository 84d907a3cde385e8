/// A table that people fill to teach an engine: an answer base, zone weights, a lexicon.
public struct KnowledgeTable: Hashable, Sendable, Codable {
  /// A column.
  public struct Column: Hashable, Sendable, Codable {
    /// The column's name in files and in the store.
    public let name: String
    /// The title on screen.
    public let title: LocalizedText
    /// The type of its values.
    public let type: ValueType
    /// Whether a value must be given.
    public let isRequired: Bool

    /// Makes a column.
    public init(name: String, title: LocalizedText, type: ValueType, isRequired: Bool = false) {
      self.name = name
      self.title = title
      self.type = type
      self.isRequired = isRequired
    }
  }

  /// The table's name in the command and the store.
  public let name: String
  /// The title on screen.
  public let title: LocalizedText
  /// The columns; the first is the key of a row.
  public let columns: [Column]
  /// Who may edit it.
  public let editableBy: Role
  /// Whether an edit asks for a new candidate model.
  public let feedsModel: Bool
  /// Whether its rows show on suggestions: when an action writes some, the list is ranked again.
  public let marksList: Bool
  /// The rows a new store starts with.
  public let initialRows: [KnowledgeRow]

  /// Makes a table.
  public init(
    name: String, title: LocalizedText, columns: [Column], editableBy: Role,
    feedsModel: Bool = false, marksList: Bool = false, initialRows: [KnowledgeRow] = []
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.editableBy = editableBy
    self.feedsModel = feedsModel
    self.marksList = marksList
    self.initialRows = initialRows
  }

  /// A row with its values in canonical form, or the first value that is not of its column's type.
  public func validated(_ row: KnowledgeRow) throws(KnowledgeError) -> KnowledgeRow {
    var values: [String: String] = [:]
    for column in columns {
      let text = row.values[column.name] ?? ""
      guard let canonical = column.type.canonical(text) else {
        throw .invalidValue(column: column.name, found: text, expected: column.type.expectation)
      }
      if canonical.isEmpty, column.isRequired { throw .missingValue(column: column.name) }
      if !canonical.isEmpty { values[column.name] = canonical }
    }
    if let unknown = row.values.keys.filter({ name in !columns.contains { $0.name == name } }).min()
    {
      throw .unknownColumn(unknown)
    }
    guard let key = columns.first.flatMap({ values[$0.name] }), !key.isEmpty else {
      throw .missingValue(column: columns.first?.name ?? "")
    }
    return KnowledgeRow(key: key, values: values)
  }
}
