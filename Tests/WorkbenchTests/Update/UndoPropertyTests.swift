import Display
import Review
import Testing

@testable import Workbench

/// Undo after a decision shows what was there before.
@Suite struct UndoPropertyTests {
  /// What a user sees of a list.
  struct Seen: Equatable {
    var rows: [SuggestionRow]
    var before: Int
    var total: Int
    var focus: String?
    var query: SuggestionQuery

    init?(_ state: State) {
      guard let list = state.list else { return nil }
      rows = list.window.rows
      before = list.window.before
      total = list.window.total
      focus = nil
      query = list.query
    }
  }

  static let decisions: [[String]] = [
    ["a"], ["l"], ["r", "c"], ["r", "r"], ["n", "x", "Enter"],
  ]

  @Test(arguments: decisions)
  func undoIsTheOppositeOfADecision(keys: [String]) {
    for start in [
      [], ["j"], ["j", "j", "j"], ["G"], ["PageDown"], ["v", "j", "j", "j", "j", "Enter"],
    ]
      as [[String]]
    {
      var (fixture, state) = RobotTests.started()
      for key in start { fixture.press(key, on: &state) }
      let before = Seen(state)
      for key in keys + ["u"] { fixture.press(key, on: &state) }
      #expect(Seen(state)?.rows == before?.rows, "\(start) \(keys)")
      #expect(Seen(state)?.total == before?.total && Seen(state)?.query == before?.query)
      #expect(fixture.decisions.isEmpty && state.overlays.isEmpty)
    }
  }

  /// Many decisions and as many undos lead back to the same list.
  @Test(arguments: 1...4)
  func asManyUndosAsDecisionsLeadBack(seed: Int) {
    var random = PropertyTests.Lehmer(state: UInt64(seed))
    var (fixture, state) = RobotTests.started()
    let before = Seen(state)
    for _ in 0..<25 {
      let keys = Self.decisions[random.next(4)]
      for key in keys { fixture.press(key, on: &state) }
      if random.next(3) == 0 { fixture.press("j", on: &state) }
    }
    #expect(fixture.decisions.count == 25)
    for _ in 0..<25 { fixture.press("u", on: &state) }
    fixture.press("g", on: &state)
    #expect(fixture.decisions.isEmpty)
    #expect(Seen(state)?.rows == before?.rows && Seen(state)?.total == before?.total)
  }

  /// The list never shows a row twice, and its focus is one of its rows.
  @Test(arguments: 1...3)
  func theListIsAlwaysWhole(seed: Int) {
    var random = PropertyTests.Lehmer(state: UInt64(seed) + 100)
    var fixture = WorkbenchFixture(count: 150)
    var state = WorkbenchFixture.state(Size(width: 100, height: 14))
    fixture.send(.start, to: &state)
    let keys = ["j", "k", "a", "l", "u", "G", "g", "PageDown", "PageUp", "Space"]
    for step in 0..<600 {
      fixture.press(keys[random.next(keys.count)], on: &state)
      if case .confirm? = state.overlays.last { fixture.press("o", on: &state) }
      guard let list = state.list else { continue }
      let ids = list.window.rows.map(\.id)
      #expect(Set(ids).count == ids.count, "\(step)")
      #expect(ids.isEmpty || list.row != nil, "\(step)")
      #expect(list.window.rows.map(\.key) == list.window.rows.map(\.key).sorted(), "\(step)")
      #expect(list.top <= list.focus && list.rank <= max(1, list.window.total), "\(step)")
    }
  }
}
