import Foundation
import Review
import ReviewStore
import Testing

@testable import Session

/// An engine of sixty suggestions; its model lifts the third one to the top, for a reason.
private struct LiftingEngine: AnalysisEngine {
  let version = 1
  var panel: Panel { FakeEngine().panel }

  static let known = LocalizedText(fr: "rang", en: "rank")
  static let lift = LocalizedText(fr: "signalement", en: "report")

  func read(
    _ sources: [URL], request: AnalysisRequest, observer: any AnalysisObserver
  ) throws -> any SourceCorpus { FakeEngine.Corpus(files: []) }

  func analyse(
    _ corpus: any SourceCorpus, request: AnalysisRequest, records: any RecordSource,
    sink: any AnalysisSink
  ) throws {
    try sink.receive(
      suggestions: (0..<60).map { number in
        let isLifted = request.model != nil && number == 2
        let value = Double(number) / 100 + (isLifted ? 0.3 : 0)
        return Suggestion(
          project: .restaurants, naturalKey: "n\(number)", title: "titre \(number)", place: "p",
          score: Score(value, basis: .rule(level: 1)),
          evidence: [
            .contributions(
              ContributionsEvidence(
                base: 0,
                reasons: [.init(label: Self.known, value: Double(number) / 100)]
                  + (isLifted ? [.init(label: Self.lift, value: 1.25)] : [])))
          ],
          provenance: Provenance(
            file: "a", sha256: "", row: number, engine: "lifting 1", time: request.now))
      })
  }

  func train(
    _ request: TrainingRequest, records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome {
    .candidate(
      content: Data([1]),
      summary: TrainingSummary(exampleCount: 1, decisionCount: 0, lastSequence: 0, figures: []))
  }

  func evaluate(
    _ request: EvaluationRequest, observer: any AnalysisObserver
  ) throws -> EvaluationReport { throw EngineError.unknownName(request.task) }
}

@Suite struct PreviewTests {
  private static let now = Timestamp(milliseconds: 1_790_000_000_000)

  private static func circumstances(_ store: MemoryStore) throws -> AnalysisRequest {
    try Circumstances.of(FakeEngine().panel, in: store, at: now)
  }

  private static func trained() throws -> MemoryStore {
    let store = MemoryStore(agent: "claire")
    let engine = LiftingEngine()
    _ = try AnalysisService(store: store, engine: engine).run(
      sources: [], circumstances: circumstances(store), agent: "claire",
      observer: QuietObserver())
    _ = try TrainingService(store: store, engine: engine).train(
      circumstances: circumstances(store), agent: "claire", observer: QuietObserver())
    return store
  }

  private static func preview(_ store: MemoryStore, version: Int = 1) throws -> ModelPreview {
    try PreviewService(store: store, engine: LiftingEngine()).preview(
      version: version, circumstances: circumstances(store), observer: QuietObserver())
  }

  @Test func whatIsLiftedIsToldWithItsReason() throws {
    let preview = try Self.preview(Self.trained())
    #expect(preview.total == 60 && preview.headCount == 50 && preview.kept == 49)
    let first = try #require(preview.moves.first)
    #expect(first.title == "titre 2")
    #expect(first.before == 58 && first.after == 29)
    #expect(first.oldScore == 0.02 && abs(first.newScore - 0.32) < 1e-9)
    #expect(
      first.reasons == [ModelPreview.Change(label: LiftingEngine.lift, before: 0, after: 1.25)])
    // Those it passes move down by one; ten are told.
    #expect(preview.moves.count == 11)
    #expect(preview.moves.dropFirst().allSatisfy { $0.after == $0.before + 1 })
  }

  @Test func nothingIsStored() throws {
    let store = try Self.trained()
    let before = try store.window(SuggestionQuery(project: .restaurants), anchor: .start, limit: 99)
    let head = try store.head()
    _ = try Self.preview(store)
    let after = try store.window(SuggestionQuery(project: .restaurants), anchor: .start, limit: 99)
    #expect(before == after)
    #expect(try store.head() == head)
  }

  @Test func anUnknownVersionIsRefused() throws {
    let store = try Self.trained()
    #expect(throws: EngineError.self) { try Self.preview(store, version: 9) }
  }

  @Test(arguments: InterfaceLanguage.allCases)
  func itIsToldInLines(language: InterfaceLanguage) throws {
    let lines = try Self.preview(Self.trained()).lines(language)
    #expect(lines[0].contains("49"))
    #expect(lines[1].hasPrefix("▲ 58 → 29"))
    let reason = language == .french ? "signalement : +0,00 → +1,25" : "report : +0.00 → +1.25"
    #expect(lines[2].hasSuffix(reason))
  }

  @Test func anUnchangedRankingSaysSo() {
    let preview = ModelPreview(version: 1, total: 3, kept: 3, headCount: 3, moves: [])
    #expect(preview.lines(.english).last == "nothing moves")
  }
}
