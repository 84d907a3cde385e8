import Dispatch
import Foundation
import Review
import ReviewStore

/// Writes what an analysis makes to the store, behind the analysis: the engine works out the next
/// chunk while the last one is written.
///
/// Texts, records and examples are written in the order they come; chunks of suggestions may pass
/// each other, so that one is encoded while another is written. A failed write stops the analysis
/// at its next chunk.
final class StoreSink: AnalysisSink, @unchecked Sendable {
  /// The number of chunks that may wait, so that memory stays bounded.
  private static let waitingLimit = 3

  private let store: any ReviewStore
  private let observer: any AnalysisObserver
  private let queue = DispatchQueue(label: "vigie.store-sink", attributes: .concurrent)
  private let room = DispatchSemaphore(value: waitingLimit)
  private let lock = NSLock()
  private var failure: (any Error)?
  private(set) var documentCount = 0
  private(set) var suggestionCount = 0
  private(set) var knowledge: [(table: String, row: KnowledgeRow)] = []

  init(store: any ReviewStore, observer: any AnalysisObserver) {
    self.store = store
    self.observer = observer
  }

  var isCancelled: Bool { observer.isCancelled }
  func progressed(_ progress: AnalysisProgress) { observer.progressed(progress) }
  func refused(_ refusal: Refusal) { observer.refused(refusal) }
  func warned(_ warning: LocalizedText) { observer.warned(warning) }

  func receive(documents: [Document]) throws {
    try write { try $0.save(documents: documents) }
    documentCount += documents.count
  }

  func receive(records: [SourceRecord]) throws {
    try write { try $0.save(records: records) }
  }

  func receive(examples: [TrainingExample]) throws {
    try write { try $0.save(examples: examples) }
  }

  func receive(suggestions: [Suggestion]) throws {
    try write(inOrder: false) { try $0.save(suggestions: suggestions) }
    suggestionCount += suggestions.count
  }

  /// Rows of tables are ledger events: whoever runs the analysis appends them once it is over.
  func receive(knowledge rows: [KnowledgeRow], table: String) throws {
    knowledge += rows.map { (table, $0) }
  }

  /// Waits until everything is written.
  ///
  /// - Throws: what a write threw.
  func finish() throws {
    queue.sync(flags: .barrier) {}
    try check()
  }

  private func write(
    inOrder: Bool = true, _ body: @escaping @Sendable (any ReviewStore) throws -> Void
  ) throws {
    if observer.isCancelled { throw CancellationError() }
    try check()
    room.wait()
    queue.async(flags: inOrder ? .barrier : []) { [self] in
      defer { room.signal() }
      guard lock.withLock({ failure == nil }) else { return }
      do {
        try body(store)
      } catch {
        lock.withLock { failure = error }
      }
    }
  }

  private func check() throws {
    if let failure = lock.withLock({ failure }) { throw failure }
  }
}
