import Display
import Review
import Testing

@testable import Workbench

/// A robot that presses keys, as an agent would.
@Suite struct RobotTests {
  static func started(
    _ size: Size = Size(width: 120, height: 40), _ language: InterfaceLanguage = .french
  ) -> (WorkbenchFixture, State) {
    var fixture = WorkbenchFixture()
    var state = WorkbenchFixture.state(size, language)
    fixture.send(.start, to: &state)
    return (fixture, state)
  }

  @Test func acceptingShowsTheNextOneAtOnce() {
    var (fixture, state) = Self.started()
    let first = state.list?.row?.title
    let effects = update(
      &state, .input(.key("a"), now: WorkbenchFixture.now.adding(seconds: 5)))
    #expect(state.list?.row?.title != first)
    #expect(state.list?.window.total == 59)
    #expect(state.detail != nil)
    guard case .decide(let decisions) = effects.first else {
      Issue.record("nothing was recorded")
      return
    }
    #expect(decisions[0].seen.rank == 1 && decisions[0].seen.seconds == 5)
    #expect(decisions[0].seen.model == 2)
    fixture.press("a", on: &state)
    #expect(fixture.decisions.count == 1)
  }

  @Test func rejectingAsksForAReasonByOneKey() {
    var (fixture, state) = Self.started()
    fixture.press("r", "x", on: &state)
    #expect(fixture.decisions.isEmpty && state.overlays.count == 1)
    fixture.press("c", on: &state)
    #expect(fixture.decisions.map(\.reason) == ["closed"])
    #expect(state.overlays.isEmpty)
  }

  @Test func undoAfterADecisionShowsTheSameListAgain() {
    var (fixture, state) = Self.started()
    let before = state.list?.window.rows
    fixture.press("a", "u", on: &state)
    #expect(state.list?.window.rows == before)
    #expect(fixture.decisions.isEmpty)
  }

  @Test func decidingOnAllThatAreMarkedAsksOnce() {
    var (fixture, state) = Self.started()
    fixture.press("Space", "Space", "Space", "a", on: &state)
    #expect(fixture.decisions.isEmpty)
    fixture.press("n", on: &state)
    #expect(fixture.decisions.isEmpty && state.overlays.isEmpty)
    fixture.press("a", "o", on: &state)
    #expect(fixture.decisions.count == 3)
    #expect(state.list?.marks.isEmpty == true)
  }

  @Test func aPassageIsDecidedByItself() {
    var (fixture, state) = Self.started()
    fixture.press("Enter", "r", "m", on: &state)
    #expect(fixture.decisions.map(\.part) == ["p"])
    #expect(fixture.decisions.map(\.reason) == ["misread"])
    #expect(state.list?.window.total == 60)
  }

  @Test func aSourceOpensAtTheHighlight() {
    var (fixture, state) = Self.started()
    fixture.press("Enter", "Enter", on: &state)
    guard case .document(let page) = state.overlays.last else {
      Issue.record("no document")
      return
    }
    #expect(page.spans == [Span(9, 16)])
    #expect(render(state).grid.textPlane.contains { $0.contains("[malades]") })
    fixture.press("Esc", "Esc", on: &state)
    #expect(state.overlays.isEmpty && state.pane == .list)
  }

  @Test func filteringHappensWhileTyping() {
    var (fixture, state) = Self.started()
    fixture.press("/", "1", "2", on: &state)
    #expect(state.list?.window.rows.map(\.title) == ["Café numéro 12"])
    fixture.press("Enter", "Esc", on: &state)
    #expect(state.list?.window.total == 60)
  }

  @Test func pastedTextPressesNoKey() {
    var (fixture, state) = Self.started()
    fixture.send(.input(.paste("aaa"), now: WorkbenchFixture.now), to: &state)
    #expect(fixture.decisions.isEmpty)
    fixture.press("n", on: &state)
    fixture.send(
      .input(.paste("une note\navec deux lignes"), now: WorkbenchFixture.now), to: &state)
    fixture.press("Enter", on: &state)
    #expect(fixture.decisions.map(\.note) == ["une note\navec deux lignes"])
    #expect(fixture.decisions.map(\.verdict) == [.annotate])
  }

  @Test func movingAsksForMoreRowsBeforeTheEnd() {
    var fixture = WorkbenchFixture(count: 400)
    var state = WorkbenchFixture.state(Size(width: 120, height: 20))
    fixture.send(.start, to: &state)
    for _ in 0..<150 { fixture.press("j", on: &state) }
    #expect(state.list?.rank == 151)
    fixture.press("G", on: &state)
    #expect(state.list?.rank == 400)
    fixture.press("g", on: &state)
    #expect(state.list?.rank == 1)
  }

  @Test func anActionAsksForItsParametersAndChecksThem() {
    var (fixture, state) = Self.started()
    fixture.press("P", "Backspace", "x", "Enter", on: &state)
    guard case .form(let form) = state.overlays.last else {
      Issue.record("no form")
      return
    }
    #expect(!form.error.isEmpty)
    fixture.press("Backspace", "5", "Enter", on: &state)
    #expect(
      fixture.effects.contains(.act(.restaurants, "plan", ["count": "5"], on: nil)))
  }

  @Test func thePaletteFindsCommandsByTheirLetters() {
    var (fixture, state) = Self.started(Size(width: 120, height: 40), .english)
    fixture.press(":", "h", "e", "l", "p", "Enter", on: &state)
    guard case .help = state.overlays.last else {
      Issue.record("no help")
      return
    }
  }

  @Test func aPanelThatIsNotThereSaysSo() {
    var (fixture, state) = Self.started()
    fixture.press("1", on: &state)
    #expect(state.project == .restaurants)
    #expect(state.toast?.text.content.contains("Parcelles") == true)
  }

  @Test func aFailureIsToldAndTheListReloaded() {
    var (_, state) = Self.started()
    let effects = update(&state, .failed(LocalizedText(fr: "disque plein", en: "disk full")))
    #expect(state.toast?.isError == true)
    #expect(!effects.isEmpty)
  }

  @Test func anotherWorkbenchsChangeKeepsTheFocus() {
    var (fixture, state) = Self.started()
    fixture.press("j", "j", "j", on: &state)
    let focused = state.list?.row?.id
    fixture.statuses[fixture.suggestions[0].id] = .accepted
    fixture.send(.storeChanged, to: &state)
    #expect(state.list?.row?.id == focused)
  }

  @Test func everyMoveIsSpoken() {
    var (fixture, state) = Self.started()
    for key in ["j", "j", "k", "PageDown", "PageUp"] {
      let effects = update(
        &state, .input(.key(Key(notation: key) ?? "j"), now: WorkbenchFixture.now))
      #expect(!state.announcement.isEmpty, "\(key)")
      for effect in effects { fixture.effects.append(effect) }
    }
  }
}

@Suite struct PropertyTests {
  /// A small generator, so that failures repeat.
  struct Lehmer {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  static let keys = [
    "j", "k", "g", "G", "a", "r", "n", "l", "u", "e", "/", ":", "?", "Space", "Enter", "Esc",
    "PageDown", "PageUp", "Tab", "7", "3", "f", "F", "v", "s", "m", "t", "h", "M", "P", "c", "o",
    "Backspace", "x", "Left", "Right", "Up", "Down", "Home", "End",
  ]

  /// Whatever comes in whatever order, nothing traps and the frame has the size of the terminal.
  @Test func randomMessagesNeverTrap() {
    var generator = Lehmer(state: 7)
    var fixture = WorkbenchFixture(count: 30)
    var state = WorkbenchFixture.state(Size(width: 80, height: 24))
    fixture.send(.start, to: &state)
    for step in 0..<20_000 {
      switch generator.next(30) {
      case 0:
        let size = Size(width: generator.next(140), height: generator.next(50))
        fixture.send(.input(.resize(size), now: WorkbenchFixture.now), to: &state)
      case 1: fixture.send(.storeChanged, to: &state)
      case 2: fixture.send(.input(.paste("a\u{1B}[2J"), now: WorkbenchFixture.now), to: &state)
      case 3:
        let point = Point(x: generator.next(140), y: generator.next(50))
        let event = MouseEvent(.press(.left), at: point)
        fixture.send(.input(.mouse(event), now: WorkbenchFixture.now), to: &state)
      default: fixture.press(Self.keys[generator.next(Self.keys.count)], on: &state)
      }
      if step.isMultiple(of: 400) { fixture.statuses = [:] }
      guard step.isMultiple(of: 5) else { continue }
      let frame = render(state)
      #expect(frame.grid.size == state.size)
      if let cursor = frame.cursor { #expect(frame.grid.bounds.contains(cursor)) }
    }
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 2), (5, 1), (1, 9), (300, 80), (100, 3)])
  func everySizeIsDrawn(width: Int, height: Int) {
    let (_, state) = RobotTests.started(Size(width: width, height: height))
    #expect(render(state).grid.size == Size(width: width, height: height))
  }
}
