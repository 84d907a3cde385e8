/// A read-only view of what the store holds, for engines.
public protocol RecordSource: Sendable {
  /// Goes through the records of a kind, by key; stops when the body returns `false`.
  func forEachRecord(
    project: Project, kind: String, _ body: (SourceRecord) throws -> Bool) throws
  /// A record, or `nil`.
  func record(project: Project, kind: String, key: String) throws -> SourceRecord?
  /// Goes through the documents of a kind, by identifier; stops when the body returns `false`.
  func forEachDocument(
    project: Project, kind: String, _ body: (Document) throws -> Bool) throws
  /// Goes through suggestions in the order of the list; stops when the body returns `false`.
  func forEachSuggestion(
    _ query: SuggestionQuery, _ body: (Suggestion) throws -> Bool) throws
  /// Goes through the examples of a task, by key; stops when the body returns `false`.
  func forEachExample(
    project: Project, task: String, _ body: (TrainingExample) throws -> Bool) throws
  /// The rows of a knowledge table, by key.
  func knowledge(project: Project, table: String) throws -> [KnowledgeRow]
  /// A document, or `nil`.
  func document(_ id: String) throws -> Document?
  /// A suggestion with what was decided about it and its parts, or `nil`.
  func detail(_ suggestion: String) throws -> SuggestionDetail?
}

extension RecordSource {
  /// A record, or `nil`, found by going through all of its kind; stores find it by its key.
  public func record(project: Project, kind: String, key: String) throws -> SourceRecord? {
    var found: SourceRecord?
    try forEachRecord(project: project, kind: kind) { record in
      if record.key == key { found = record }
      return found == nil
    }
    return found
  }
}
