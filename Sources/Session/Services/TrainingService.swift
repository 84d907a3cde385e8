import Foundation
import Review
import ReviewStore

/// Learns candidates, puts them into use and refreshes the ranking.
public struct TrainingService {
  private let store: any ReviewStore
  private let engine: any AnalysisEngine

  /// Makes a service for a store and an engine.
  public init(store: any ReviewStore, engine: any AnalysisEngine) {
    self.store = store
    self.engine = engine
  }

  private var project: Project { engine.panel.project }

  /// Learns a candidate from base examples and decisions, and stores it.
  ///
  /// - Throws: `EngineError.invalid` with the engine's reason when there is too little.
  public func train(
    circumstances: AnalysisRequest, agent: String, observer: any AnalysisObserver
  ) throws -> ModelRecord {
    let head = try store.head()
    let request = TrainingRequest(
      decisions: try store.labelledDecisions(project: project),
      followUps: try store.labelledFollowUps(project: project),
      circumstances: circumstances, lastSequence: head.sequence)
    switch try engine.train(request, records: store.records, observer: observer) {
    case .tooLittle(let reason): throw EngineError.invalid(reason)
    case .candidate(let content, let summary):
      return try store.saveCandidate(
        project: project, content: content, summary: summary, agent: agent,
        now: circumstances.now)
    }
  }

  /// Puts a version into use (a ledger event that needs a supervisor) and ranks again.
  public func promote(
    version: Int, circumstances: AnalysisRequest, agent: String, observer: any AnalysisObserver
  ) throws {
    let models = try store.models(project)
    guard let model = models.first(where: { $0.version == version }) else {
      throw EngineError.invalid(
        LocalizedText(fr: "pas de modèle \(version)", en: "no model \(version)"))
    }
    if model.state == .candidate, let fall = model.summary.figures.first(where: \.isFall) {
      throw EngineError.invalid(
        LocalizedText(
          fr: "le modèle \(version) reste candidat : « \(fall.name.fr) » recule",
          en: "model \(version) stays a candidate: “\(fall.name.en)” falls"))
    }
    let previous = models.first { $0.state == .active }?.version
    _ = try store.append([
      LedgerDraft(
        time: circumstances.now, agent: agent,
        payload: .promotion(
          ModelEvent(
            project: project, version: version, sha256: model.sha256, previous: previous)))
    ])
    try refresh(circumstances: circumstances, observer: observer)
  }

  /// Ranks everything the store holds again with the model in use; no source is read.
  public func refresh(
    circumstances: AnalysisRequest, observer: any AnalysisObserver
  ) throws {
    var circumstances = circumstances
    circumstances.model = try store.activeModel(project)
    let corpus = try engine.read([], request: circumstances, observer: observer)
    try engine.analyse(
      corpus, request: circumstances, records: store.records,
      sink: RankingSink(store: store, observer: observer))
  }
}

/// Writes suggestions only: texts and records are in the store already.
final class RankingSink: AnalysisSink, @unchecked Sendable {
  private let store: any ReviewStore
  private let observer: any AnalysisObserver

  init(store: any ReviewStore, observer: any AnalysisObserver) {
    self.store = store
    self.observer = observer
  }

  var isCancelled: Bool { observer.isCancelled }
  func progressed(_ progress: AnalysisProgress) { observer.progressed(progress) }
  func refused(_ refusal: Refusal) { observer.refused(refusal) }
  func warned(_ warning: LocalizedText) { observer.warned(warning) }
  func receive(documents: [Document]) throws {}
  func receive(records: [SourceRecord]) throws {}
  func receive(examples: [TrainingExample]) throws {}

  func receive(suggestions: [Suggestion]) throws {
    if observer.isCancelled { throw CancellationError() }
    try store.save(suggestions: suggestions)
  }
}
