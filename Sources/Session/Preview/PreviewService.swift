import Review
import ReviewStore

/// Ranks what waits with a candidate, beside the ranking there is, and stores nothing.
public struct PreviewService {
  /// How many suggestions at the head of the list are compared.
  static let headCount = 50
  /// How many moves are told in each direction.
  static let moveCount = 10
  /// How many reasons of a move are told.
  static let reasonCount = 3

  private let store: any ReviewStore
  private let engine: any AnalysisEngine

  /// Makes a service for a store and an engine.
  public init(store: any ReviewStore, engine: any AnalysisEngine) {
    self.store = store
    self.engine = engine
  }

  /// What would change if a version were put into use.
  ///
  /// - Throws: `EngineError.invalid` when there is no such version.
  public func preview(
    version: Int, circumstances: AnalysisRequest, observer: any AnalysisObserver
  ) throws -> ModelPreview {
    let project = engine.panel.project
    guard let model = try store.models(project).first(where: { $0.version == version }) else {
      throw EngineError.invalid(
        LocalizedText(fr: "pas de modèle \(version)", en: "no model \(version)"))
    }
    var circumstances = circumstances
    circumstances.model = model
    let old = try rows(project)
    let sink = PreviewSink(
      old: Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
      observer: observer)
    let corpus = try engine.read([], request: circumstances, observer: observer)
    try engine.analyse(corpus, request: circumstances, records: store.records, sink: sink)
    return try compare(old, sink, version: version)
  }

  /// The suggestions that wait, in the order of the list.
  private func rows(_ project: Project) throws -> [SuggestionRow] {
    let query = SuggestionQuery(project: project, statuses: [.open])
    var rows: [SuggestionRow] = []
    var anchor = WindowAnchor.start
    while true {
      let window = try store.window(query, anchor: anchor, limit: 1_000)
      // The row at an anchor is part of its window.
      rows += rows.isEmpty ? window.rows : Array(window.rows.dropFirst())
      guard let last = window.rows.last, rows.count < window.total, window.rows.count > 1 else {
        return rows
      }
      anchor = .from(last.key)
    }
  }

  private func compare(
    _ old: [SuggestionRow], _ sink: PreviewSink, version: Int
  ) throws -> ModelPreview {
    let after = sink.keys.sorted()
    let newPlaces = Dictionary(
      after.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    let oldPlaces = Dictionary(
      old.enumerated().map { ($1.id, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    let head = Set(after.prefix(Self.headCount).map(\.id))
    let oldHead = Set(old.prefix(Self.headCount).map(\.id))
    let moved = head.union(oldHead).compactMap { id -> Step? in
      guard let before = oldPlaces[id], let after = newPlaces[id], before != after else {
        return nil
      }
      return Step(id: id, before: before, after: after)
    }.sorted { ($0.rise, $1.id) > ($1.rise, $0.id) }
    let up = moved.filter { $0.rise > 0 }.prefix(Self.moveCount)
    let down = moved.filter { $0.rise < 0 }.suffix(Self.moveCount).reversed()
    return ModelPreview(
      version: version, total: after.count, kept: head.intersection(oldHead).count,
      headCount: min(Self.headCount, after.count),
      moves: try (Array(up) + Array(down)).compactMap { try move($0, sink) })
  }

  /// A suggestion that changes its place.
  private struct Step {
    var id: String
    var before: Int
    var after: Int
    var rise: Int { before - after }
  }

  private func move(_ step: Step, _ sink: PreviewSink) throws -> ModelPreview.Move? {
    guard let new = sink.values[step.id], let old = try store.detail(step.id)?.suggestion else {
      return nil
    }
    return ModelPreview.Move(
      suggestion: step.id, title: new.title, before: step.before, after: step.after,
      oldScore: old.score.value, newScore: new.score,
      reasons: Self.changes(Self.reasons(old), sink.reasons[step.id] ?? Self.reasons(old)))
  }

  static func reasons(_ suggestion: Suggestion) -> [LocalizedText: Double] {
    var reasons: [LocalizedText: Double] = [:]
    for case .contributions(let evidence) in suggestion.evidence {
      for reason in evidence.reasons { reasons[reason.label, default: 0] += reason.value }
    }
    return reasons
  }

  /// The reasons whose weight changes by a hundredth at least, most first.
  static func changes(
    _ old: [LocalizedText: Double], _ new: [LocalizedText: Double]
  ) -> [ModelPreview.Change] {
    Set(old.keys).union(new.keys).map { label in
      ModelPreview.Change(label: label, before: old[label] ?? 0, after: new[label] ?? 0)
    }.filter { abs($0.after - $0.before) >= 0.01 }
      .sorted {
        (abs($0.after - $0.before), $1.label.fr) > (abs($1.after - $1.before), $0.label.fr)
      }
      .prefix(reasonCount).map { $0 }
  }
}

/// Keeps of what an analysis makes what the comparison needs.
final class PreviewSink: AnalysisSink, @unchecked Sendable {
  /// A suggestion's title and score.
  struct Value {
    var title: String
    var score: Double
  }

  /// Reasons are kept of suggestions whose score changes, so many at most: they are long.
  private static let reasonLimit = 20_000

  private let old: [String: SuggestionRow]
  private let observer: any AnalysisObserver
  /// The keys of the suggestions that wait.
  private(set) var keys: [SuggestionKey] = []
  private(set) var values: [String: Value] = [:]
  private(set) var reasons: [String: [LocalizedText: Double]] = [:]

  init(old: [String: SuggestionRow], observer: any AnalysisObserver) {
    self.old = old
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
    for suggestion in suggestions {
      // What was decided waits no more; only what waits is ranked.
      guard let row = old[suggestion.id] else { continue }
      keys.append(SuggestionKey(priority: suggestion.priority, id: suggestion.id))
      values[suggestion.id] = Value(title: suggestion.title, score: suggestion.score.value)
      if reasons.count < Self.reasonLimit, row.score.value != suggestion.score.value {
        reasons[suggestion.id] = PreviewService.reasons(suggestion)
      }
    }
  }
}
