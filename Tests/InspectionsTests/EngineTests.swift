import Foundation
import Review
import ReviewStore
import Session
import Testing

@testable import Inspections

/// Through the engine's protocol with a store in memory, on the invented département.
@Suite struct EngineTests {
  private let engine = SampleDepartment.engine

  private func filled() throws -> (MemoryStore, Listener) { try SampleDepartment.filled() }

  private func circumstances(_ store: MemoryStore) throws -> AnalysisRequest {
    try SampleDepartment.circumstances(store)
  }

  private func suggestions(_ store: MemoryStore) throws -> [Suggestion] {
    try SampleDepartment.suggestions(store)
  }

  private func promoted(_ store: MemoryStore) throws -> ModelRecord {
    try SampleDepartment.promoted(store)
  }

  @Test func theInventedDepartmentIsReadWhole() throws {
    let (store, listener) = try filled()
    #expect(listener.refusals.isEmpty, "\(listener.refusals.first?.sentence.en ?? "")")
    let all = try suggestions(store)
    #expect(all.count > 130)
    #expect(all.contains { $0.naturalKey.hasPrefix("station|") })
    // The closed site is left out.
    let closed = all.filter { $0.naturalKey.hasPrefix("site|0099.00132|") }
    #expect(closed.isEmpty)
  }

  @Test func nothingLearnedMeansLevels() throws {
    let (store, _) = try filled()
    for suggestion in try suggestions(store) {
      #expect(suggestion.score.model == nil)
      guard case .contributions(let reasons)? = suggestion.evidence.first else {
        Issue.record("no reasons")
        continue
      }
      let sum = 1 / (1 + exp(-reasons.total))
      #expect(abs(sum - suggestion.score.value) < 1e-9)
    }
  }

  @Test func aModelGivesProbabilitiesWithExactReasons() throws {
    let (store, _) = try filled()
    let model = try promoted(store)
    #expect(model.summary.figures.contains { $0.name.en.hasPrefix("AUC") && $0.after > 0.6 })
    let all = try suggestions(store)
    #expect(all.allSatisfy { $0.score.model == model.version })
    for suggestion in all {
      for case .contributions(let reasons) in suggestion.evidence {
        #expect(abs(1 / (1 + exp(-reasons.total)) - suggestion.score.value) < 1e-6)
        #expect(reasons.reasons.allSatisfy { !$0.label.fr.isEmpty && !$0.label.en.isEmpty })
      }
      #expect(suggestion.score.low <= suggestion.score.value)
      #expect(suggestion.features != nil)
    }
  }

  @Test func thePigFarmStandsHighAndIsOverdue() throws {
    let (store, _) = try filled()
    _ = try promoted(store)
    let all = try suggestions(store).filter { $0.naturalKey.hasPrefix("site|") }
      .sorted { $0.score.value > $1.score.value }
    let place = try #require(
      all.firstIndex { $0.naturalKey.hasPrefix("site|0099.00101|pollution") })
    #expect(place < all.count / 4)
    let farm = all[place]
    #expect(farm.title == "EARL des Saules")
    #expect(farm.facets.contains(Facet("follow-up", "en retard")))
    let kinds = farm.evidence.map { evidence in
      switch evidence {
      case .contributions: "why"
      case .series: "series"
      case .facts: "facts"
      case .plan: "map"
      default: "other"
      }
    }
    #expect(kinds.contains("series") && kinds.contains("map") && kinds.first == "why")
  }

  @Test func aPlanIsRecordedAndShownAndPrinted() throws {
    let (store, _) = try filled()
    _ = try promoted(store)
    let result = try ActionService(store: store, engine: engine).run(
      "plan", parameters: ["count": "12", "share": "20"], on: nil,
      circumstances: try circumstances(store), agent: try store.agent("claire"),
      language: .english)
    guard case .knowledge(_, let rows) = result else {
      Issue.record("no plan")
      return
    }
    #expect(rows.count == 12)
    let entries = try store.knowledge(project: .inspections, table: "plan").compactMap {
      PlanEntry($0)
    }
    #expect(entries.count == 12)
    #expect(entries.count { $0.selection.reason == .random } == 2)
    // The plan shows at once: nobody has to rank again.
    let planned = try suggestions(store).filter { suggestion in
      suggestion.facets.contains { $0.name == "plan" }
    }
    #expect(planned.count == 12)
    #expect(planned.count { $0.selection.reason == .random } == 2)
    for format in engine.panel.exportFormats {
      let data = try engine.export(
        ExportRequest(
          format: format, query: SuggestionQuery(project: .inspections),
          circumstances: try circumstances(store), language: .english), records: store.records)
      let text = String(decoding: data, as: UTF8.self)
      #expect(text.contains("2026-11"))
      if format == "plan-geojson" {
        #expect(try JSONSerialization.jsonObject(with: data) is [String: Any])
      }
    }
  }

  @Test func outcomesTeachAndRestingRowsDoNot() throws {
    let (store, _) = try filled()
    _ = try promoted(store)
    let decisions = DecisionService(store: store, panel: engine.panel)
    for (index, suggestion) in try suggestions(store).prefix(6).enumerated() {
      let isAccepted = index < 3
      _ = try decisions.record(
        Decision(
          suggestion: suggestion.id, project: .inspections,
          verdict: isAccepted ? .accept : .reject, reason: isAccepted ? nil : "wrong-data",
          seen: .init(
            model: 1, score: suggestion.score.value, rank: index + 1, seconds: 3,
            language: .french)), agent: "claire", now: SampleDepartment.now)
      guard isAccepted else { continue }
      _ = try decisions.follow(
        suggestion.id, to: "non-compliant", from: "to-inspect", note: nil, agent: "claire",
        now: SampleDepartment.now)
    }
    let model = try TrainingService(store: store, engine: engine).train(
      circumstances: try circumstances(store), agent: "claire", observer: Listener())
    #expect(model.summary.remarks.contains { $0.en.contains("decisions on usefulness") })
    #expect(model.summary.remarks.contains { $0.en.hasPrefix("3 decisions on usefulness") })
  }

  @Test func analysingAgainChangesNothing() throws {
    let (store, _) = try filled()
    let first = try suggestions(store).map(\.id)
    _ = try AnalysisService(store: store, engine: engine).run(
      sources: [SampleDepartment.folder], circumstances: try circumstances(store), agent: "claire",
      observer: Listener())
    #expect(try suggestions(store).map(\.id) == first)
    let (other, _) = try filled()
    #expect(try suggestions(other) == suggestions(store))
  }

  @Test func followUpAndDriftAreTold() throws {
    let (store, _) = try filled()
    _ = try promoted(store)
    for name in ["follow-up", "drift"] {
      let result = try ActionService(store: store, engine: engine).run(
        name, parameters: [:], on: nil, circumstances: try circumstances(store),
        agent: try store.agent("claire"), language: .french)
      guard case .text(let lines) = result else {
        Issue.record("no text")
        continue
      }
      #expect(!lines.isEmpty)
    }
  }

  @Test func whatWasAcceptedHereIsFollowedToo() throws {
    let (store, _) = try filled()
    let decisions = DecisionService(store: store, panel: engine.panel)
    let three = try suggestions(store).prefix(3).map(\.id)
    for id in three {
      _ = try decisions.record(
        Decision(
          suggestion: id, project: .inspections, verdict: .accept,
          seen: .init(model: nil, score: 0.5, rank: 1, seconds: 3, language: .french)),
        agent: "claire", now: SampleDepartment.now)
    }
    for (id, state) in [(three[1], "non-compliant"), (three[2], "compliant")] {
      _ = try decisions.follow(
        id, to: state, from: "to-inspect", note: nil, agent: "claire", now: SampleDepartment.now)
    }
    let scheme = InspectionsPanel.followUp
    let today = SampleDepartment.now.day
    let now = try OpenSteps(store.records, scheme: scheme, today: today)
    #expect(now.steps.count == 2 && now.closed == 1 && now.overdue.isEmpty)
    let later = try OpenSteps(
      store.records, scheme: scheme, today: CalendarDate(daysSinceEpoch: today.daysSinceEpoch + 61))
    #expect(later.overdue.count == 2)
    #expect(
      later.lines(.english, scheme: scheme)[0].contains("2 open, 2 of them overdue, 1 closed"))
    #expect(later.lines(.french, scheme: scheme)[1].hasSuffix("EN RETARD de 1 j"))
    _ = try decisions.undoLast(agent: "claire", now: SampleDepartment.now)
    #expect(try OpenSteps(store.records, scheme: scheme, today: today).closed == 0)
  }

  @Test func unknownNamesAreRefused() throws {
    let store = MemoryStore(agent: "claire")
    let request = EvaluationRequest(task: "weather", train: [], test: [])
    #expect(throws: EngineError.self) { try engine.evaluate(request, observer: Listener()) }
    let action = ActionRequest(
      name: "fly", parameters: [:], suggestion: nil, circumstances: try circumstances(store),
      agent: Agent(id: "claire"), language: .french)
    #expect(throws: EngineError.self) { try engine.perform(action, records: store.records) }
  }

  @Test func tooLittleSaysWhatIsMissing() throws {
    let store = MemoryStore(agent: "claire")
    let outcome = try engine.train(
      TrainingRequest(decisions: [], circumstances: try circumstances(store), lastSequence: 0),
      records: store.records, observer: Listener())
    guard case .tooLittle(let sentence) = outcome else {
      Issue.record("a candidate from nothing")
      return
    }
    #expect(sentence.en.contains("200") && sentence.en.contains("30"))
  }
}
