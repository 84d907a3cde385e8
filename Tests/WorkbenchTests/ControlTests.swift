import Display
import Oversight
import Review
import Testing

@testable import Workbench

/// Blind readings, settlements, replays and the supervision screen.
@Suite struct ControlTests {
  static func text(_ state: State) -> String {
    render(state).grid.textPlane.joined(separator: "\n")
  }

  @Test func blindReadingsHideWhatWasDecided() throws {
    var (fixture, state) = RobotTests.started()
    let row = try #require(state.list?.row)
    fixture.press("a", on: &state)
    fixture.send(.drawn(.restaurants, [row.id], .second), to: &state)
    #expect(state.list?.isBlind == true && state.list?.query.ids == [row.id])
    let shown = try #require(state.list?.window.rows.first { $0.id == row.id })
    #expect(shown.status == .open)
    #expect(Self.text(state).contains("Lectures de contrôle"))
  }

  @Test func aBlindDecisionSaysSoAndLeavesTheList() throws {
    var (fixture, state) = RobotTests.started()
    let row = try #require(state.list?.row)
    fixture.send(.drawn(.restaurants, [row.id], .second), to: &state)
    fixture.press("r", "c", on: &state)
    #expect(fixture.decisions.last?.purpose == .second)
    #expect(state.list?.query.ids?.contains(row.id) == false)
  }

  @Test func theStatusesMenuLeadsThereAndBack() {
    var (fixture, state) = RobotTests.started()
    fixture.press("v", "G", "k", "Enter", on: &state)
    #expect(fixture.effects.contains(.loadControls(.restaurants)))
    fixture.press("v", "G", "Enter", on: &state)
    #expect(fixture.effects.contains(.loadDisagreements(.restaurants)))
    fixture.send(.drawn(.restaurants, ["x"], .adjudication), to: &state)
    #expect(state.list?.purpose == .adjudication && state.list?.isBlind == false)
    fixture.press("v", "Enter", on: &state)
    #expect(state.list?.purpose == .first && state.list?.query.ids == nil)
  }

  @Test func nothingDrawnIsSaid() {
    var (fixture, state) = RobotTests.started()
    fixture.send(.drawn(.restaurants, [], .second), to: &state)
    #expect(state.list?.purpose == .first && state.toast != nil)
  }

  @Test func aReplayShowsTheLanguageAndTheScreenOfThen() {
    var (fixture, state) = RobotTests.started()
    let suggestion = WorkbenchFixture.suggestion(1)
    let event = LedgerEvent(
      sequence: 9, time: WorkbenchFixture.now, agent: "paul",
      payload: .decision(
        Decision(
          suggestion: suggestion.id, project: .restaurants, verdict: .accept,
          seen: .init(model: 2, score: 0.9, rank: 4, seconds: 11, language: .english))),
      previous: .zero, hash: .zero)
    fixture.send(.replayed(suggestion, event), to: &state)
    guard case .page(let page) = state.overlays.last else {
      Issue.record("no page")
      return
    }
    let text = page.lines.map(\.content).joined(separator: "\n")
    #expect(text.contains("rank 4") && text.contains("illness reported"))
    #expect(page.title.content.contains("paul"))
  }

  static func supervision(_ judgements: Int) -> Supervision {
    var supervision = Supervision()
    let events = (0..<judgements).map { index in
      LedgerEvent(
        sequence: index + 1, time: WorkbenchFixture.now, agent: "paul",
        payload: .decision(
          Decision(
            suggestion: "s\(index)", project: .restaurants,
            verdict: index % 3 == 0 ? .reject : .accept,
            seen: .init(
              model: 2, score: Double(index % 100) / 100, rank: index % 20 + 1, seconds: 8,
              language: .french))), previous: .zero, hash: .zero)
    }
    let rows = Judgement.all(in: events).enumerated().map { index, judgement in
      JudgedRow(
        judgement: judgement,
        selection: index % 2 == 0 ? Selection(.best) : Selection(.random, probability: 0.1))
    }
    supervision.lines = [
      .init(
        project: .restaurants, counts: PanelCounts(open: 12, accepted: 3), models: [],
        oversight: ProjectOversight(
          project: .restaurants, events: events, rows: rows, today: WorkbenchFixture.today))
    ]
    supervision.eventCount = judgements
    supervision.head = String(repeating: "ab", count: 32)
    supervision.isIntact = true
    return supervision
  }

  @Test(arguments: [InterfaceLanguage.french, .english])
  func supervisionSaysWhenThereIsTooLittle(language: InterfaceLanguage) {
    var (fixture, state) = RobotTests.started(Size(width: 120, height: 40), language)
    fixture.press("7", on: &state)
    fixture.send(.supervision(Self.supervision(3)), to: &state)
    let text = Self.text(state)
    #expect(text.contains(language == .french ? "pas assez de" : "not enough"))
    fixture.send(.supervision(Self.supervision(600)), to: &state)
    let full = Self.text(state)
    #expect(
      full.contains(language == .french ? "précision des 20 premiers" : "precision of the top"))
    #expect(full.contains(language == .french ? "rappel estimé" : "estimated recall"))
  }

  @Test(arguments: [InterfaceLanguage.french, .english])
  func figuresByAgentAreShownWhereTheyAreGiven(language: InterfaceLanguage) throws {
    var (fixture, state) = RobotTests.started(Size(width: 120, height: 40), language)
    fixture.press("7", on: &state)
    var supervision = Self.supervision(60)
    fixture.send(.supervision(supervision), to: &state)
    #expect(!Self.text(state).contains("paul"), "without the setting nobody is named")
    let bias = try #require(supervision.lines[0].oversight?.bias)
    supervision.lines[0].agents = ["paul": bias, "zoé": AutomationBias([])]
    fixture.send(.supervision(supervision), to: &state)
    let text = Self.text(state)
    #expect(text.contains("paul") && text.contains("67"))
    #expect(text.contains(language == .french ? "pas assez pour conclure" : "not enough to"))
  }

  @Test func supervisionScrollsWhenItDoesNotFit() {
    var (fixture, state) = RobotTests.started(Size(width: 60, height: 10))
    fixture.press("7", on: &state)
    fixture.send(.supervision(Self.supervision(600)), to: &state)
    let first = Self.text(state)
    for _ in 0..<30 { fixture.press("j", on: &state) }
    #expect(Self.text(state) != first)
    #expect(state.supervision.scroll == SupervisionView.lastScroll(state))
    for _ in 0..<40 { fixture.press("k", on: &state) }
    #expect(state.supervision.scroll == 0)
  }
}
