import Foundation
import Review
import ReviewStore
import Testing
import Workbench

@testable import Session

/// The acting engine with a panel whose readings go to the ledger.
private struct ConfidentialEngine: AnalysisEngine {
  private let acting = ActingEngine()
  let version = 1

  var panel: Panel {
    var panel = acting.panel
    panel.isConfidential = true
    return panel
  }

  func read(
    _ sources: [URL], request: AnalysisRequest, observer: any AnalysisObserver
  ) throws -> any SourceCorpus {
    try acting.read(sources, request: request, observer: observer)
  }

  func analyse(
    _ corpus: any SourceCorpus, request: AnalysisRequest, records: any RecordSource,
    sink: any AnalysisSink
  ) throws {
    try acting.analyse(corpus, request: request, records: records, sink: sink)
  }

  func train(
    _ request: TrainingRequest, records: any RecordSource, observer: any AnalysisObserver
  ) throws -> TrainingOutcome {
    try acting.train(request, records: records, observer: observer)
  }

  func evaluate(
    _ request: EvaluationRequest, observer: any AnalysisObserver
  ) throws -> EvaluationReport {
    try acting.evaluate(request, observer: observer)
  }

  func perform(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult {
    try acting.perform(request, records: records)
  }
}

/// Readings of a confidential panel are events.
@Suite struct AccessTests {
  private func readings(_ store: any ReviewStore) throws -> [AccessRecord] {
    try store.events(after: 0, limit: 1000).compactMap {
      if case .reading(let record) = $0.payload { record } else { nil }
    }
  }

  @Test func aReadingOnTheScreenIsKept() throws {
    let store = try EffectTests.filled()
    let id = try ServiceTests.first(store).id
    let desk = Desk(store, engine: ConfidentialEngine())
    #expect(Desk.failures(desk.perform(.noteReading(.restaurants, subject: id))).isEmpty)
    #expect(try readings(store) == [AccessRecord(project: .restaurants, subject: id)])
    #expect(try store.verify(expectedHead: nil).isIntact)
  }

  @Test func anActionThatShowsTextIsKeptWithItsName() throws {
    let store = try EffectTests.filled()
    let desk = Desk(store, engine: ConfidentialEngine())
    _ = desk.perform(.act(.restaurants, "text", [:], on: nil))
    #expect(
      try readings(store)
        == [AccessRecord(project: .restaurants, subject: "", reason: "text")])
  }

  @Test func otherPanelsKeepNothing() throws {
    let store = try EffectTests.filled()
    let desk = Desk(store)
    _ = desk.perform(.noteReading(.restaurants, subject: "s"))
    _ = desk.perform(.act(.restaurants, "text", [:], on: nil))
    #expect(try readings(store).isEmpty)
  }
}
