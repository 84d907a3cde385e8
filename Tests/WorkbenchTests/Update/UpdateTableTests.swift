import Display
import Review
import Testing

@testable import Workbench

/// What each key asks for, on the list, in the detail and without a panel.
@Suite struct UpdateTableTests {
  static let query = SuggestionQuery(project: .restaurants)

  /// The effects of one key pressed after others, apart from loading what is near.
  static func effects(_ keys: [String], on start: State? = nil) -> [Effect] {
    var (fixture, state) = RobotTests.started()
    if let start { state = start }
    for key in keys.dropLast() { fixture.press(key, on: &state) }
    guard let last = keys.last.flatMap({ Key(notation: $0) }) else { return [] }
    return update(&state, .input(.key(last), now: WorkbenchFixture.now)).filter {
      if case .loadDetail = $0 { false } else { true }
    }
  }

  static let cases: [([String], [Effect])] = [
    (["u"], [.undoLast(.restaurants)]), (["m"], [.loadModels(.restaurants)]),
    (["T"], [.train(.restaurants)]), (["C-z"], [.suspend]), (["q"], [.close]), (["C-c"], [.close]),
    (["7"], [.loadSupervision]), (["Tab"], [.loadSupervision]), (["S-Tab"], [.loadSupervision]),
    (["1"], []), (["j"], []), (["k"], []), (["?"], []), (["/"], []), (["M"], []), (["Space"], []),
    (["t", "Enter"], [.loadTable(.restaurants, "pairs")]),
    (["F", "Enter"], [.loadFacet(query, "signal")]),
    (["x"], []), (["P"], []),
    (["P", "Enter"], [.act(.restaurants, "plan", ["count": "3"], on: nil)]),
    (["s", "a"], [.search(.restaurants, "a")]),
    (["s", "a", "Enter", "Enter"], [.loadDocument("d1", [Span(0, 6)])]),
    (["?", "C-z"], [.suspend]), (["n", "Enter"], []), (["r", "Esc"], []),
    (["7", "a"], []), (["7", "C-l"], [.loadSupervision]), (["f"], []), (["h"], []),
  ]

  @Test(arguments: cases)
  func keysAskForWhatTheyShould(keys: [String], effects: [Effect]) {
    #expect(Self.effects(keys) == effects, "\(keys)")
  }

  @Test func decidingAsksToRecordWhatWasSeen() {
    for (keys, verdict, reason) in [
      (["a"], Verdict.accept, String?.none), (["l"], .later, nil), (["r", "c"], .reject, "closed"),
    ] {
      guard case .decide(let decisions)? = Self.effects(["j"] + keys).first else {
        Issue.record("\(keys) records nothing")
        continue
      }
      #expect(decisions.map(\.verdict) == [verdict] && decisions.map(\.reason) == [reason])
      #expect(decisions[0].seen.rank == 2 && decisions[0].seen.language == .french)
    }
  }

  @Test func statusesChangeWhatIsListed() {
    for (moves, statuses) in [
      (0, Set<ReviewStatus>([.open])), (1, [.accepted]), (2, [.rejected]), (3, [.later]), (4, []),
    ] {
      let keys = ["v"] + Array(repeating: "j", count: moves) + ["Enter"]
      var wanted = Self.query
      wanted.statuses = statuses
      guard case .loadWindow(let query, .start, _, .first)? = Self.effects(keys).first else {
        Issue.record("\(keys)")
        continue
      }
      #expect(query == wanted)
    }
  }

  @Test func aFacetIsChosenAndTakenAway() {
    var (fixture, state) = RobotTests.started()
    fixture.press("F", "Enter", "Enter", on: &state)
    #expect(state.list?.query.facets == [Facet("signal", "maladie ×1")])
    fixture.press("F", "Enter", on: &state)
    #expect(state.list?.query.facets.isEmpty == true)
    #expect(state.overlays.isEmpty)
  }

  @Test func escapeGoesOneStepBackAtATime() {
    var (fixture, state) = RobotTests.started(Size(width: 80, height: 24))
    fixture.press("Space", "/", "1", "Enter", "Enter", on: &state)
    #expect(state.pane == .detail && state.list?.marks.count == 1)
    fixture.press("Esc", on: &state)
    #expect(state.pane == .list && state.list?.marks.count == 1)
    fixture.press("Esc", on: &state)
    #expect(state.list?.marks.isEmpty == true && state.list?.query.text == "1")
    fixture.press("Esc", on: &state)
    #expect(state.list?.query == Self.query)
    let rest = state
    fixture.press("Esc", on: &state)
    #expect(state.list == rest.list && state.screen == rest.screen)
  }

  @Test func aFollowUpIsForWhatIsAccepted() {
    var (fixture, state) = RobotTests.started()
    fixture.press("f", on: &state)
    #expect(state.overlays.isEmpty && state.toast != nil)
    fixture.press("v", "j", "j", "j", "j", "Enter", "a", "f", on: &state)
    guard case .menu(let menu)? = state.overlays.last else {
      Issue.record("no menu")
      return
    }
    let id = state.list?.row?.id ?? ""
    #expect(menu.items.map(\.choice) == [.followUp(suggestion: id, from: nil, to: "todo")])
    fixture.press("Enter", on: &state)
    #expect(
      fixture.effects.contains(
        .follow(suggestion: id, project: .restaurants, from: nil, to: "todo")))
  }

  @Test func rolesAreSaidBeforeAnythingIsAsked() {
    var (fixture, state) = RobotTests.started()
    state.agent = Agent(id: "marie")
    var panel = WorkbenchFixture.panel
    panel.actions = [
      ActionDescription(
        name: "plan", title: LocalizedText(same: "p"), help: LocalizedText(same: "p"), key: "P",
        scope: .panel, minimumRole: .supervisor)
    ]
    state = State(
      size: state.size, language: .english, agent: Agent(id: "marie"), panels: [panel],
      now: WorkbenchFixture.now)
    fixture.send(.start, to: &state)
    fixture.press("P", on: &state)
    #expect(state.toast?.isError == true)
    #expect(state.toast?.text.content.contains("supervisor") == true)
    #expect(!fixture.effects.contains { if case .act = $0 { true } else { false } })
  }

  @Test func withoutEnginesThereIsOnlyTheSupervision() {
    var state = State(
      size: Size(width: 80, height: 24), language: .french, agent: Agent(id: "a"), panels: [],
      now: WorkbenchFixture.now)
    #expect(update(&state, .start) == [.loadSupervision])
    for key in PropertyTests.keys {
      guard let key = Key(notation: key) else { continue }
      _ = update(&state, .input(.key(key), now: WorkbenchFixture.now))
      #expect(render(state).grid.size == state.size)
    }
  }

  @Test func answersToQuestionsNoLongerAskedAreLeftAside() {
    var (_, state) = RobotTests.started()
    let before = state
    var other = Self.query
    other.text = "autre"
    #expect(update(&state, .window(other, .empty, .first)).isEmpty)
    #expect(update(&state, .hits("x", [])).isEmpty)
    #expect(update(&state, .tableRefused(LocalizedText(same: "x"))).isEmpty)
    #expect(update(&state, .table(.letters, "t", [])).isEmpty)
    #expect(update(&state, .counts([.letters: PanelCounts(open: 3)])).isEmpty)
    state.announcement = before.announcement
    #expect(state == before)
  }

  @Test func hangupsCloseAndNoiseDoesNothing() {
    var (_, state) = RobotTests.started()
    let now = WorkbenchFixture.now
    #expect(update(&state, .input(.hangup(signal: 1), now: now)) == [.close])
    #expect(update(&state, .input(.wake, now: now)).isEmpty)
    #expect(update(&state, .progress(nil)).isEmpty && state.work == nil)
  }

  @Test func detailsAtHandAreBounded() {
    var (fixture, state) = RobotTests.started()
    for _ in 0..<58 { fixture.press("j", on: &state) }
    #expect(state.details.count <= State.detailLimit)
    #expect(state.detailOrder.count == state.details.count)
    #expect(state.detail != nil)
  }

  @Test(arguments: [("wide", 120, 40), ("narrow", 80, 24)])
  func theMouseChoosesRowsAndTabs(name: String, width: Int, height: Int) {
    var (_, state) = RobotTests.started(Size(width: width, height: height))
    let now = WorkbenchFixture.now
    let body = Layout(state).listBody
    let press = MouseEvent(.press(.left), at: Point(x: body.x + 2, y: body.y + 3))
    _ = update(&state, .input(.mouse(press), now: now))
    #expect(state.list?.focus == 3)
    let wheel = MouseEvent(.wheelDown, at: Point(x: body.x + 2, y: body.y + 3))
    _ = update(&state, .input(.mouse(wheel), now: now))
    #expect(state.list?.focus == 6)
    let away = MouseEvent(.press(.left), at: Point(x: 500, y: 500))
    _ = update(&state, .input(.mouse(away), now: now))
    #expect(state.list?.focus == 6)
  }
}
