import Display
import Review
import Testing

@testable import Workbench

/// The linear driver says what the frame announces: no key may move the focus in silence.
@Suite struct SpeakingTests {
  static func said(_ keys: [String], _ language: InterfaceLanguage = .english) -> [String] {
    var (fixture, state) = RobotTests.started(Size(width: 120, height: 40), language)
    for key in keys.dropLast() { fixture.press(key, on: &state) }
    guard let last = keys.last.flatMap({ Key(notation: $0) }) else { return [] }
    _ = update(&state, .input(.key(last), now: WorkbenchFixture.now))
    return state.announcement.map(\.content)
  }

  @Test(arguments: [
    (["r"], "Reason for the rejection?"), (["r"], "c : closed"), (["?"], "Help"),
    (["?"], "a : accept"), ([":"], "Commands: type a name"), (["s"], "Search: type words"),
    (["n"], "Note. Enter saves, Esc gives up"), (["P"], "Count : 3"), (["/"], "Filter: "),
    (["Space", "Space", "a"], "accepted: 2? y / n"), (["7"], "Supervision"),
    (["7", "3"], "Restaurants"), (["v"], "List: to review"), (["v", "j"], "accepted"),
    (["P", "Backspace", "x", "Enter"], "Count : a whole number from 1 to 9"),
    (["1"], "the panel Parcels is not there yet"),
  ])
  func whatOpensIsSaid(keys: [String], sentence: String) {
    #expect(Self.said(keys).contains(sentence), "\(keys): \(Self.said(keys))")
  }

  @Test(arguments: [
    ["?", "Esc"], ["r", "Esc"], ["s", "Esc"], ["v", "q"], ["Enter", "Esc"], ["7", "3"],
  ])
  func comingBackSaysWhereOneIs(keys: [String]) {
    #expect(Self.said(keys).contains { $0.contains("Café numéro") }, "\(keys): \(Self.said(keys))")
  }

  @Test func tablesSayTheirRowsAndFields() {
    var (fixture, state) = RobotTests.started(Size(width: 120, height: 40), .english)
    func press(_ key: String) -> [String] {
      if let key = Key(notation: key) {
        _ = update(&state, .input(.key(key), now: WorkbenchFixture.now))
      }
      return state.announcement.map(\.content)
    }
    let rows = ["a", "b"].map { KnowledgeRow(key: $0, values: ["key": $0]) }
    fixture.send(.table(.restaurants, "pairs", rows), to: &state)
    #expect(state.announcement.map(\.content) == ["a"])
    #expect(press("j") == ["b"] && press("j") == ["new row"] && press("k") == ["b"])
    #expect(press("Enter") == ["Key : b"])
    #expect(press("c").isEmpty)
    fixture.send(.tableRefused(LocalizedText(fr: "non", en: "no")), to: &state)
    #expect(state.announcement.map(\.content) == ["no"])
  }

  /// A list that has not come yet is not called empty.
  @Test func aListThatHasNotComeIsNotEmpty() {
    var state = WorkbenchFixture.state()
    _ = update(&state, .start)
    for (key, sentence) in [("?", "Aide"), ("Esc", "chargement")] {
      guard let key = Key(notation: key) else { continue }
      _ = update(&state, .input(.key(key), now: WorkbenchFixture.now))
      #expect(state.announcement.first?.content == sentence)
    }
  }

  @Test func theSupervisionIsSaidLineByLine() {
    var (fixture, state) = RobotTests.started(Size(width: 120, height: 40), .english)
    fixture.press("7", on: &state)
    var supervision = Supervision()
    supervision.lines = [
      .init(
        project: .restaurants, counts: PanelCounts(open: 4, accepted: 2), models: [])
    ]
    supervision.eventCount = 12
    supervision.isIntact = true
    fixture.send(.supervision(supervision), to: &state)
    let said = state.announcement.map(\.content)
    #expect(said.contains { $0.contains("to review 4") && $0.contains("accepted 2") })
    #expect(said.contains { $0.contains("12 events") && $0.contains("verified") })
    supervision.eventCount = 13
    fixture.send(.supervision(supervision), to: &state)
    let news = state.announcement.map(\.content)
    #expect(news.count == 1 && news[0].contains("13 events"), "\(news)")
    fixture.send(.supervision(supervision), to: &state)
    #expect(state.announcement.isEmpty)
  }

  @Test func whatASearchFoundIsSaid() {
    var (fixture, state) = RobotTests.started(Size(width: 120, height: 40), .english)
    fixture.press("s", "a", on: &state)
    #expect(state.announcement.map(\.content) == ["found: 1", "Avis. malade"])
    fixture.send(.hits("a", []), to: &state)
    #expect(state.announcement.map(\.content) == ["nothing found"])
  }

  /// After any key that moves the focus to another row, item, overlay or screen, something is said.
  @Test(arguments: [Size(width: 120, height: 40), Size(width: 80, height: 24)])
  func noKeyMovesTheFocusInSilence(size: Size) {
    var random = PropertyTests.Lehmer(state: 21)
    var (fixture, state) = RobotTests.started(size)
    for step in 0..<4000 {
      let before = state
      let name = PropertyTests.keys[random.next(PropertyTests.keys.count)]
      guard let key = Key(notation: name) else { continue }
      let effects = update(&state, .input(.key(key), now: WorkbenchFixture.now))
      let isMoved =
        state.screen != before.screen || state.list?.row?.id != before.list?.row?.id
        || state.overlays.count > before.overlays.count
      if isMoved { #expect(!state.announcement.isEmpty, "\(step) \(name)") }
      if step.isMultiple(of: 50) { fixture.statuses = [:] }
      for effect in effects { fixture.answer(effect, to: &state) }
    }
  }
}
