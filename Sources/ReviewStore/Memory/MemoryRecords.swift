import Review

/// What engines may read of the store in memory.
struct MemoryRecords: RecordSource {
  let store: MemoryStore

  func forEachRecord(
    project: Project, kind: String, _ body: (SourceRecord) throws -> Bool
  ) throws {
    let all = store.read { content in
      content.sources.values.filter { $0.project == project && $0.kind == kind }
    }
    for record in all.sorted(by: { $0.key < $1.key }) where try !body(record) { return }
  }

  func forEachDocument(
    project: Project, kind: String, _ body: (Document) throws -> Bool
  ) throws {
    let all = store.read { content in
      content.documents.values.filter { $0.project == project && $0.kind == kind }
    }
    for document in all.sorted(by: { $0.id < $1.id }) where try !body(document) { return }
  }

  func forEachExample(
    project: Project, task: String, _ body: (TrainingExample) throws -> Bool
  ) throws {
    let all = store.read { content in
      content.examples.values.filter { $0.project == project && $0.task == task }
    }
    for example in all.sorted(by: { $0.key < $1.key }) where try !body(example) { return }
  }

  func forEachSuggestion(
    _ query: SuggestionQuery, _ body: (Suggestion) throws -> Bool
  ) throws {
    let suggestions = store.rows(query).compactMap { row in
      store.read { $0.suggestions[row.id] }
    }
    for suggestion in suggestions where try !body(suggestion) { return }
  }

  func knowledge(project: Project, table: String) throws -> [KnowledgeRow] {
    try store.knowledge(project: project, table: table)
  }

  func document(_ id: String) throws -> Document? { try store.document(id) }

  func detail(_ suggestion: String) throws -> SuggestionDetail? { try store.detail(suggestion) }
}
