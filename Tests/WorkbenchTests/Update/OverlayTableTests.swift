import Display
import Review
import Testing

@testable import Workbench

/// Keys while something lies over the list.
@Suite struct OverlayTableTests {
  static func started(_ keys: [String]) -> (WorkbenchFixture, State) {
    var (fixture, state) = RobotTests.started(Size(width: 120, height: 40), .english)
    for key in keys { fixture.press(key, on: &state) }
    return (fixture, state)
  }

  /// Every overlay closes by Escape and leaves the list as it was.
  @Test(arguments: [
    ["?"], [":"], ["r"], ["n"], ["n", "x"], ["e"], ["s"], ["s", "a", "Enter"], ["P"], ["P", "9"],
    ["t"], ["v"], ["F"], ["Space", "Space", "a"],
  ])
  func escapeClosesEveryOverlay(keys: [String]) {
    var (fixture, state) = Self.started(keys)
    let list = state.list
    #expect(state.overlays.count == 1, "\(keys)")
    fixture.press("Esc", on: &state)
    #expect(state.overlays.isEmpty, "\(keys)")
    #expect(state.list == list && fixture.decisions.isEmpty)
  }

  @Test(arguments: [("y", 3), ("o", 0), ("n", 0), ("Enter", 0), ("Esc", 0)])
  func onlyAYesConfirms(key: String, count: Int) {
    var (fixture, state) = Self.started(["Space", "Space", "Space", "l"])
    fixture.press(key, on: &state)
    #expect(fixture.decisions.count == count && state.overlays.isEmpty)
  }

  @Test(arguments: [
    (["v", "j", "j"], 2), (["v", "k"], 0), (["v", "G"], 6), (["v", "G", "g"], 0),
    (["v", "PageDown"], 6), (["v", "j", "j", "j", "j", "j", "j", "j"], 6), (["v", "x"], 0),
  ])
  func menusAreMovedIn(keys: [String], selected: Int) {
    let (_, state) = Self.started(keys)
    guard case .menu(let menu)? = state.overlays.last else {
      Issue.record("no menu")
      return
    }
    #expect(menu.selected == selected && menu.items.count == 7)
  }

  @Test func pagesScrollWithinTheirText() {
    var (fixture, state) = Self.started(["?"])
    func scroll() -> Int {
      if case .help(let scroll)? = state.overlays.last { scroll } else { -1 }
    }
    fixture.press("k", on: &state)
    #expect(scroll() == 0)
    fixture.press("j", "j", on: &state)
    let two = scroll()
    fixture.press("G", on: &state)
    let last = scroll()
    #expect(last >= two)
    fixture.press("j", "PageDown", on: &state)
    #expect(scroll() == last)
    fixture.press("g", on: &state)
    #expect(scroll() == 0)
    fixture.press("?", on: &state)
    #expect(state.overlays.isEmpty)
  }

  @Test func notesAreWrittenOverSeveralLines() {
    var (fixture, state) = Self.started(["n", "a", "A-Enter", "b", "Enter"])
    #expect(fixture.decisions.map(\.note) == ["a\nb"])
    #expect(fixture.decisions.map(\.verdict) == [.annotate])
    fixture.press("n", "Space", "Enter", on: &state)
    #expect(fixture.decisions.count == 1 && state.overlays.isEmpty)
    fixture.press("n", "x", "Esc", on: &state)
    #expect(state.toast?.text.content == "note given up")
  }

  @Test func thePaletteRunsWhatItFound() {
    var (fixture, state) = Self.started([":"])
    let all = Updates.paletteLines(state, .init()).count
    #expect(all == KeyMap.bindings.count + 2)
    fixture.press("p", "l", "a", "n", on: &state)
    guard case .palette(let palette)? = state.overlays.last else {
      Issue.record("not what was expected")
      return
    }
    #expect(Updates.paletteLines(state, palette).map(\.command).contains(.action("plan")))
    fixture.press("C-u", "z", "z", "z", "Enter", on: &state)
    #expect(state.overlays.isEmpty)
    fixture.press(":", "Down", "Down", "Up", on: &state)
    guard case .palette(let moved)? = state.overlays.last else {
      Issue.record("not what was expected")
      return
    }
    #expect(moved.selected == 1)
  }

  @Test func formsGoFromFieldToField() {
    var (fixture, state) = Self.started(["P", "Tab", "Down", "Up", "Backspace", "7"])
    guard case .form(let form)? = state.overlays.last else {
      Issue.record("no form")
      return
    }
    #expect(form.selected == 0 && form.inputs.map(\.text) == ["7"])
    fixture.press("7", "Enter", on: &state)
    guard case .form(let refused)? = state.overlays.last else {
      Issue.record("no form")
      return
    }
    #expect(refused.error.content.contains("1 to 9"))
    fixture.press("Backspace", on: &state)
    guard case .form(let again)? = state.overlays.last else {
      Issue.record("not what was expected")
      return
    }
    #expect(again.error.isEmpty)
  }

  @Test func aConversationGoesOnLineByLine() {
    var (fixture, state) = Self.started(["y"])
    func talk() -> Overlay.Conversation? {
      if case .conversation(let talk)? = state.overlays.last { talk } else { nil }
    }
    #expect(talk()?.lines.map(\.content) == ["bot hello"])
    fixture.press("o", "k", "Enter", on: &state)
    #expect(talk()?.lines.map(\.content) == ["bot hello", "you ok", "bot well"])
    #expect(talk()?.input.text == "")
    fixture.press("Enter", "Space", "Enter", on: &state)
    #expect(talk()?.turns == ["ok"], "nothing said is no turn")
    for key in ["C-u", "a", "Space", "/", "Space", "b", "Enter"] { fixture.press(key, on: &state) }
    #expect(talk()?.turns == ["ok", "a, b"], "a bar does not part one line into two")
    fixture.press("Esc", on: &state)
    #expect(state.overlays.isEmpty)
  }

  @Test func anAnswerThatComesAfterTheConversationIsAPage() {
    var (fixture, state) = Self.started(["y", "Esc"])
    let title = LocalizedText(fr: "Parler", en: "Talk")
    fixture.send(.page(title, ["late"]), to: &state)
    guard case .page(let page)? = state.overlays.last else {
      Issue.record("no page")
      return
    }
    #expect(page.lines.map(\.content) == ["late"])
  }

  @Test func aConversationLongerThanTheScreenShowsItsEnd() {
    var (fixture, state) = Self.started(["y"])
    for _ in 0..<40 { fixture.press("o", "Enter", on: &state) }
    let text = render(state).grid.textPlane.joined(separator: "\n")
    #expect(text.contains("bot well") && !text.contains("bot hello"))
    #expect(render(state).cursor != nil)
  }

  @Test func searchesTypeThenChoose() {
    var (fixture, state) = Self.started(["s", "s", "a", "l", "e"])
    func search() -> Overlay.SearchPage? {
      if case .search(let search)? = state.overlays.last { search } else { nil }
    }
    #expect(search()?.input.text == "sale" && search()?.isTyping == true)
    fixture.press("Enter", "j", "k", on: &state)
    #expect(search()?.isTyping == false && search()?.selected == 0)
    fixture.press("/", "x", on: &state)
    #expect(search()?.input.text == "salex" && search()?.isTyping == true)
    fixture.send(.hits("salex", []), to: &state)
    fixture.press("Enter", "Enter", on: &state)
    #expect(search()?.hits.isEmpty == true)
  }

  @Test func tablesAreEdited() {
    var (fixture, state) = Self.started(["t", "Enter"])
    func page() -> Overlay.TablePage? {
      if case .table(let page)? = state.overlays.last { page } else { nil }
    }
    #expect(page()?.rows.isEmpty == true && page()?.editing == nil)
    fixture.press("n", "a", "b", "Tab", "Enter", on: &state)
    #expect(fixture.effects.contains(.writeRow(.restaurants, "pairs", ["key": "ab"])))
    let rows = [KnowledgeRow(key: "ab", values: ["key": "ab"])]
    fixture.send(.table(.restaurants, "pairs", rows), to: &state)
    #expect(page()?.editing == nil && page()?.rows == rows)
    fixture.press("k", "k", "Enter", "Esc", "d", on: &state)
    #expect(
      fixture.effects.last == .loadTable(.restaurants, "pairs")
        || fixture.effects.contains(.removeRow(.restaurants, "pairs", "ab")))
    fixture.press("n", on: &state)
    fixture.send(.tableRefused(LocalizedText(fr: "non", en: "no")), to: &state)
    #expect(page()?.error.content == "no" && page()?.editing != nil)
  }

  @Test func tablesOfOthersAreOnlyRead() {
    var (fixture, state) = Self.started([])
    var panel = WorkbenchFixture.panel
    panel.tables = [
      KnowledgeTable(
        name: "pairs", title: LocalizedText(same: "Pairs"), columns: panel.tables[0].columns,
        editableBy: .administrator)
    ]
    state = State(
      size: state.size, language: .english, agent: Agent(id: "a"), panels: [panel],
      now: WorkbenchFixture.now)
    fixture.send(.start, to: &state)
    fixture.send(
      .table(.restaurants, "pairs", [KnowledgeRow(key: "k", values: ["key": "k"])]), to: &state)
    fixture.press("Enter", "n", "d", on: &state)
    guard case .table(let page)? = state.overlays.last else {
      Issue.record("no table")
      return
    }
    #expect(page.editing == nil && page.error.content.contains("administrator"))
    #expect(!fixture.effects.contains(.removeRow(.restaurants, "pairs", "k")))
  }

  @Test func modelsArePutIntoUseFromTheirMenu() {
    var (fixture, state) = Self.started([])
    let summary = TrainingSummary(exampleCount: 1, decisionCount: 2, lastSequence: 0, figures: [])
    let models = [(2, ModelRecord.State.candidate), (1, .active)].map { version, standing in
      ModelRecord(
        project: .restaurants, version: version, state: standing, created: WorkbenchFixture.now,
        content: .init(), sha256: "", summary: summary)
    }
    fixture.send(.models(.restaurants, models), to: &state)
    fixture.press("Enter", on: &state)
    #expect(fixture.effects.last == .promote(.restaurants, 2))
    fixture.send(.models(.restaurants, []), to: &state)
    #expect(state.overlays.isEmpty && state.toast?.text.content.contains("no model") == true)
    fixture.send(.models(.restaurants, [models[1]]), to: &state)
    let count = fixture.effects.count
    fixture.press("Enter", on: &state)
    #expect(fixture.effects.count == count)
  }

  @Test func ownEventsAreUndoneFromTheHistory() throws {
    var (fixture, state) = Self.started([])
    let row = try #require(state.list?.row)
    let suggestion = try #require(fixture.suggestions.first { $0.id == row.id })
    func event(_ sequence: Int, _ agent: String) -> LedgerEvent {
      LedgerEvent(
        sequence: sequence, time: WorkbenchFixture.now, agent: agent,
        payload: .decision(
          Decision(
            suggestion: row.id, project: .restaurants, verdict: .later,
            seen: .init(model: nil, score: 0, rank: 1, seconds: 0, language: .french))),
        previous: .zero, hash: .zero)
    }
    let history = [event(1, "marie"), event(2, "paul"), event(3, "marie"), event(4, "marie")]
    _ = update(
      &state,
      .detail(
        SuggestionDetail(
          suggestion: suggestion, status: .later, partStatuses: [:], history: history,
          undone: [3])))
    fixture.press("h", on: &state)
    guard case .menu(let menu)? = state.overlays.last else {
      Issue.record("no menu")
      return
    }
    #expect(menu.items.map(\.choice) == [.undo(4), .undo(1)])
    fixture.press("j", "Enter", on: &state)
    #expect(fixture.effects.last == .undo(sequence: 1, .restaurants))
  }

  /// What is pasted goes where one types, and nowhere else.
  @Test(arguments: [["n"], ["s"], [":"], ["P"], ["/"], ["t", "Enter", "n"]])
  func pastesGoWhereOneTypes(keys: [String]) {
    var (fixture, state) = Self.started(keys)
    fixture.send(.input(.paste("col\nlé"), now: WorkbenchFixture.now), to: &state)
    let shown = render(state).grid.textPlane.joined()
    #expect(shown.contains("col"), "\(keys)")
    #expect(fixture.decisions.isEmpty)
  }

  @Test(arguments: [["?"], ["v"], ["r"], ["e"], ["t", "Enter"]])
  func pastesNeverPressKeys(keys: [String]) {
    var (fixture, state) = Self.started(keys)
    let overlays = state.overlays
    fixture.send(.input(.paste("crjkq\n"), now: WorkbenchFixture.now), to: &state)
    #expect(state.overlays == overlays && fixture.decisions.isEmpty)
  }
}
