import Display
import Review
import Testing

@testable import Workbench

@Suite struct FirstPanelTests {
  private static func panel(_ project: Project) -> Panel {
    let text = LocalizedText(same: "x")
    return Panel(
      project: project, item: PluralText(one: text, other: text), facets: [],
      rejectionReasons: [], feedingHint: text)
  }

  private static func state() -> State {
    State(
      size: Size(width: 80, height: 24), language: .english, agent: Agent(id: "marie"),
      panels: [.parcels, .restaurants, .letters].map { panel($0) }, now: WorkbenchFixture.now)
  }

  private static let onlyLetters: [Project: PanelCounts] = [
    .parcels: PanelCounts(), .restaurants: PanelCounts(), .letters: PanelCounts(open: 3),
  ]

  @Test func anEmptyPanelGivesWayToTheFirstThatHoldsSomething() {
    var state = Self.state()
    #expect(state.project == .parcels)
    let effects = update(&state, .counts(Self.onlyLetters))
    #expect(state.project == .letters)
    #expect(!effects.isEmpty)
  }

  @Test func whoPressedAKeyIsNotMovedElsewhere() throws {
    var state = Self.state()
    let key = try #require(Key(notation: "3"))
    _ = update(&state, .input(.key(key), now: WorkbenchFixture.now))
    _ = update(&state, .counts(Self.onlyLetters))
    #expect(state.project == .restaurants)
  }

  @Test func itHappensOnceAndOnlyAtTheStart() {
    var state = Self.state()
    _ = update(
      &state, .counts([.parcels: PanelCounts(accepted: 1), .letters: PanelCounts(open: 3)]))
    #expect(state.project == .parcels, "what was decided is not nothing")
    var moved = Self.state()
    _ = update(&moved, .counts(Self.onlyLetters))
    _ = update(&moved, .counts([.restaurants: PanelCounts(open: 9)]))
    #expect(moved.project == .letters)
  }

  @Test func withNothingAnywhereItStays() {
    var state = Self.state()
    #expect(update(&state, .counts([:])).isEmpty)
    #expect(state.project == .parcels)
  }
}
