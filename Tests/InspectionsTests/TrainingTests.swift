import Foundation
import Learning
import Review
import ReviewStore
import Session
import Testing

@testable import Inspections

/// What training takes from decisions, follow-ups and files, and what it leaves alone.
@Suite struct TrainingTests {
  private let engine = SampleDepartment.engine

  private func train(_ store: MemoryStore) throws -> ModelRecord {
    try TrainingService(store: store, engine: engine).train(
      circumstances: try SampleDepartment.circumstances(store), agent: "claire",
      observer: Listener())
  }

  private func decide(
    _ store: MemoryStore, _ suggestion: Suggestion, _ verdict: Verdict, reason: String? = nil
  ) throws {
    _ = try DecisionService(store: store, panel: engine.panel).record(
      Decision(
        suggestion: suggestion.id, project: .inspections, verdict: verdict, reason: reason,
        seen: .init(
          model: 1, score: suggestion.score.value, rank: 1, seconds: 3, language: .french)),
      agent: "claire", now: SampleDepartment.now)
  }

  private func risks(_ model: ModelRecord) throws -> [UInt8] {
    try #require(try InspectionsModel(model).outcomes).bytes()
  }

  /// The heart of the feedback: agreeing or disagreeing with the screen never changes the risk.
  @Test func acceptingAndRejectingLeaveTheRiskAlone() throws {
    let (store, _) = try SampleDepartment.filled()
    _ = try SampleDepartment.promoted(store)
    let before = try risks(try train(store))
    for (number, suggestion) in try SampleDepartment.suggestions(store).prefix(50).enumerated() {
      if number.isMultiple(of: 2) {
        try decide(store, suggestion, .accept)
      } else {
        try decide(store, suggestion, .reject, reason: "no-risk")
      }
    }
    let model = try train(store)
    #expect(try risks(model) == before)
    #expect(
      model.summary.remarks.contains { $0.en.hasPrefix("usefulness learned from 50 decisions") })
    #expect(try InspectionsModel(model).usefulness != nil)
  }

  @Test(arguments: ["wrong-data", "already-handled", "closed"])
  func restingRowsTeachNothing(_ reason: String) throws {
    let (store, _) = try SampleDepartment.filled()
    for suggestion in try SampleDepartment.suggestions(store).prefix(45) {
      try decide(store, suggestion, .reject, reason: reason)
    }
    let model = try train(store)
    #expect(model.summary.remarks.contains { $0.en.hasPrefix("0 decisions on usefulness") })
    #expect(try InspectionsModel(model).usefulness == nil)
    // The row rests: it has left the list of what is to be reviewed.
    #expect(try store.counts(.inspections, today: SampleDepartment.now.day).total > 0)
    #expect(try SampleDepartment.suggestions(store).count < 230)
  }

  @Test func whatWasFoundOnSiteIsLearned() throws {
    let (store, _) = try SampleDepartment.filled()
    _ = try SampleDepartment.promoted(store)
    let before = try risks(try train(store))
    let decisions = DecisionService(store: store, panel: engine.panel)
    let sites = try SampleDepartment.suggestions(store).filter { $0.naturalKey.hasPrefix("site|") }
    for suggestion in sites.suffix(20) {
      try decide(store, suggestion, .accept)
      _ = try decisions.follow(
        suggestion.id, to: "non-compliant", from: "to-inspect", note: nil, agent: "claire",
        now: SampleDepartment.now)
    }
    let model = try train(store)
    #expect(try risks(model) != before)
    let outcomes = try #require(try InspectionsModel(model).outcomes)
    #expect(model.summary.remarks.contains { $0.en.hasPrefix("20 outcomes entered here") })
    #expect(outcomes.positiveCount >= 20)
  }

  @Test(arguments: [
    ("compliant", Bool?.some(false)), ("non-compliant", true), ("formal-notice", true),
    ("prosecuted", true), ("repaired", true), ("to-inspect", nil), ("planned", nil),
    ("closed", nil), ("anything", nil),
  ])
  func statesStandForOutcomes(_ state: String, _ outcome: Bool?) {
    #expect(InspectionsTraining.outcome(state) == outcome)
  }

  /// 199 outcomes are levels, 200 with 30 non-conformities a probability.
  @Test func probabilitiesBeginAtTwoHundredOutcomes() throws {
    func table(_ count: Int, bad: Int) -> String {
      var text = "numero;date;site;resultat;theme\n"
      for number in 0..<count {
        let date = CalendarDate(daysSinceEpoch: day("2022-01-01") + Int32(number * 3)).iso
        let isBad = number * bad / count != (number + 1) * bad / count
        text += "\(number);\(date);S\(number % 40);\(isBad ? "manquement" : "conforme");t\n"
      }
      return text
    }
    for (count, bad, suffices) in [(199, 60, false), (200, 29, false), (200, 30, true)] {
      let scratch = try Scratch()
      let store = MemoryStore(agent: "claire")
      let file = try scratch.file("c.csv", table(count, bad: bad))
      try SampleDepartment.analyse(store, [file], Listener())
      let outcome = try engine.train(
        TrainingRequest(
          decisions: [], circumstances: try SampleDepartment.circumstances(store), lastSequence: 0),
        records: store.records, observer: Listener())
      switch outcome {
      case .candidate: #expect(suffices, "\(count), \(bad)")
      case .tooLittle(let words):
        #expect(!suffices, "\(count), \(bad)")
        #expect(words.en.contains("\(count) concluded inspections, \(bad) non-compliant"))
      }
    }
  }

  @Test func trainingTwiceGivesTheSameBytes() throws {
    let (store, _) = try SampleDepartment.filled()
    #expect(try train(store).content == train(store).content)
  }

  @Test func aDamagedModelIsRefused() throws {
    let (store, _) = try SampleDepartment.filled()
    var model = try train(store)
    let whole = model.content
    for length in stride(from: 0, to: whole.count, by: max(1, whole.count / 40)) {
      model.content = whole.prefix(length)
      #expect(throws: EngineError.self) { try InspectionsModel(model) }
    }
    model.content = Data("inspections/9".utf8)
    #expect(throws: EngineError.self) { try InspectionsModel(model) }
  }

  @Test func figuresOfTheSampleAreWorthTheirName() throws {
    let (store, _) = try SampleDepartment.filled()
    let summary = try train(store).summary
    func value(_ prefix: String) -> Double? {
      summary.figures.first { $0.name.en.hasPrefix(prefix + ", inspections") }?.after
    }
    #expect(value("AUC") ?? 0 > 0.65)
    #expect(value("Brier") ?? 1 < 0.25)
    // Against which the agents' strictness would stand out.
    #expect(value("AUC in list") ?? 0 > 0.6)
  }
}
