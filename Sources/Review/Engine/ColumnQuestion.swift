/// A file whose columns an engine does not know: which column holds which field?
///
/// The answer is kept as rows of the panel's table `columns` (`KnowledgeTable.columns`), so that it
/// is asked once.
public struct ColumnQuestion: Hashable, Sendable {
  /// A field that the engine would like to find.
  public struct Field: Hashable, Sendable {
    /// The field's name, as the table `columns` writes it.
    public let name: String
    /// What the field is.
    public let title: LocalizedText
    /// Whether the file is of no use without it.
    public let isRequired: Bool

    /// Makes a field.
    public init(name: String, title: LocalizedText, isRequired: Bool = false) {
      self.name = name
      self.title = title
      self.isRequired = isRequired
    }
  }

  /// The file's name, without folders.
  public let file: String
  /// The columns found, in the order of the file.
  public let columns: [String]
  /// The fields, the most important first.
  public let fields: [Field]

  /// Makes a question.
  public init(file: String, columns: [String], fields: [Field]) {
    self.file = file
    self.columns = columns
    self.fields = fields
  }
}
