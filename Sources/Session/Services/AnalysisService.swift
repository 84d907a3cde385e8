import Foundation
import Review
import ReviewStore

/// Reads sources with an engine and stores what it makes.
public struct AnalysisService {
  private let store: any ReviewStore
  private let engine: any AnalysisEngine

  /// Makes a service for a store and an engine.
  public init(store: any ReviewStore, engine: any AnalysisEngine) {
    self.store = store
    self.engine = engine
  }

  /// Reads, analyses and stores; without sources, ranks again what the store holds.
  ///
  /// Nothing is stored when no source can be read. What is stored goes in chunks; a crash in the
  /// middle leaves whole suggestions, and the same call again completes them, because identifiers
  /// are stable.
  /// - Throws: `EngineError`, `StoreError`, `CancellationError`.
  public func run(
    sources: [URL], circumstances: AnalysisRequest, agent: String,
    observer: any AnalysisObserver
  ) throws -> AnalysisResult {
    let counter = CountingObserver(observer)
    let corpus = try engine.read(
      sources, request: circumstances, observer: counter)
    let sink = StoreSink(store: store, observer: counter)
    do {
      try engine.analyse(
        corpus, request: circumstances, records: store.records, sink: sink)
    } catch {
      // Nothing is written any more once the error is told.
      try? sink.finish()
      throw error
    }
    try sink.finish()
    try keep(sink.knowledge, circumstances: circumstances, agent: agent)
    let result = AnalysisResult(
      files: corpus.files, rows: corpus.files.reduce(0) { $0 + $1.rows },
      refused: counter.refusalCount, documents: sink.documentCount,
      suggestions: sink.suggestionCount)
    let files = Dictionary(
      corpus.files.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    _ = try store.append([
      LedgerDraft(
        time: circumstances.now, agent: agent,
        payload: .importing(
          ImportRecord(
            project: engine.panel.project, files: files, rows: result.rows,
            refused: result.refused, suggestions: result.suggestions)))
    ])
    return result
  }

  /// Adds the rows of tables that stood in files where nobody wrote a row of that key; an agent who
  /// may not edit a table leaves it as it is.
  private func keep(
    _ rows: [(table: String, row: KnowledgeRow)], circumstances: AnalysisRequest, agent: String
  ) throws {
    guard !rows.isEmpty else { return }
    let role = try store.agent(agent).role
    for table in engine.panel.tables where role >= table.editableBy {
      var known = Set(
        try store.knowledge(project: engine.panel.project, table: table.name).map(\.key))
      let service = KnowledgeService(store: store, project: engine.panel.project, table: table)
      for entry in rows where entry.table == table.name {
        guard known.insert(entry.row.key).inserted else { continue }
        try service.set(entry.row.values, agent: agent, now: circumstances.now)
      }
    }
  }
}

/// What an analysis read and made.
public struct AnalysisResult: Hashable, Sendable {
  /// The files.
  public let files: [SourceFile]
  /// The number of rows taken.
  public let rows: Int
  /// The number of refusals.
  public let refused: Int
  /// The number of documents written.
  public let documents: Int
  /// The number of suggestions written.
  public let suggestions: Int
}

/// Passes everything on and counts refusals.
final class CountingObserver: AnalysisObserver, @unchecked Sendable {
  private let next: any AnalysisObserver
  private let lock = NSLock()
  private var count = 0

  init(_ next: any AnalysisObserver) { self.next = next }

  var refusalCount: Int { lock.withLock { count } }
  var isCancelled: Bool { next.isCancelled }

  func progressed(_ progress: AnalysisProgress) { next.progressed(progress) }
  func warned(_ warning: LocalizedText) { next.warned(warning) }

  func answer(to question: ColumnQuestion) -> [String: String]? { next.answer(to: question) }

  func refused(_ refusal: Refusal) {
    lock.withLock { count += 1 }
    next.refused(refusal)
  }
}
