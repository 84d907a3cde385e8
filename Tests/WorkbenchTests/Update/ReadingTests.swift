import Display
import Review
import Testing

@testable import Workbench

/// What a confidential panel shows is read, once a session; what is only loaded is not.
@Suite struct ReadingTests {
  private static func started(confidential: Bool, width: Int) -> State {
    var panel = WorkbenchFixture.panel
    panel.isConfidential = confidential
    var state = State(
      size: Size(width: width, height: 24), language: .french, agent: Agent(id: "claire"),
      panels: [panel], now: WorkbenchFixture.now)
    let rows = (1...3).map { SuggestionRow(WorkbenchFixture.suggestion($0), status: .open) }
    _ = update(
      &state,
      .window(
        SuggestionQuery(project: .restaurants), SuggestionWindow(rows: rows, before: 0, total: 3),
        .first))
    return state
  }

  private static func readings(_ effects: [Effect]) -> [String] {
    effects.compactMap { if case .noteReading(_, let subject) = $0 { subject } else { nil } }
  }

  private static func detail(_ number: Int) -> Message {
    .detail(
      SuggestionDetail(
        suggestion: WorkbenchFixture.suggestion(number), status: .open, partStatuses: [:],
        history: [], undone: []))
  }

  @Test func theDetailBesideTheListIsReadOnce() {
    var state = Self.started(confidential: true, width: 120)
    let id = WorkbenchFixture.suggestion(1).id
    #expect(Self.readings(update(&state, Self.detail(1))) == [id])
    #expect(Self.readings(update(&state, Self.detail(1))).isEmpty)
    #expect(Self.readings(update(&state, Self.detail(2))).isEmpty, "the neighbour is not shown")
    let down = Message.input(.key("j"), now: WorkbenchFixture.now)
    #expect(Self.readings(update(&state, down)) == [WorkbenchFixture.suggestion(2).id])
  }

  @Test func inOneColumnTheDetailIsReadWhenItOpens() {
    var state = Self.started(confidential: true, width: 80)
    #expect(Self.readings(update(&state, Self.detail(1))).isEmpty)
    let enter = Message.input(.key("Enter"), now: WorkbenchFixture.now)
    #expect(Self.readings(update(&state, enter)) == [WorkbenchFixture.suggestion(1).id])
  }

  @Test func aDocumentOverThePanelIsRead() {
    var state = Self.started(confidential: true, width: 80)
    let document = Document(
      project: .restaurants, naturalKey: "d", kind: "report", title: "CRO", date: nil, text: "a",
      provenance: Provenance(
        file: "a", sha256: "", row: 1, engine: "e", time: WorkbenchFixture.now))
    #expect(Self.readings(update(&state, .document(document, []))) == [document.id])
  }

  @Test func otherPanelsKeepNoReadings() {
    var state = Self.started(confidential: false, width: 120)
    #expect(Self.readings(update(&state, Self.detail(1))).isEmpty)
  }

  @Test func whatAnActionFoundIsLookedThroughAndOpens() {
    var state = Self.started(confidential: false, width: 120)
    let hit = SearchHit(
      document: "d1", title: "CRO", date: nil, snippet: "sale", highlights: [Span(0, 4)],
      matches: [Span(7, 11)])
    #expect(update(&state, .found("sale", [hit])).isEmpty)
    let enter = Message.input(.key("Enter"), now: WorkbenchFixture.now)
    #expect(update(&state, enter) == [.loadDocument("d1", [Span(7, 11)])])
    let back = Message.input(.key("Esc"), now: WorkbenchFixture.now)
    _ = update(&state, back)
    #expect(state.overlays.isEmpty)
    _ = update(&state, .found("rien", []))
    #expect(update(&state, enter).isEmpty)
  }
}
