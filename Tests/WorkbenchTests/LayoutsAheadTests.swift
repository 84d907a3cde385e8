import Display
import Review
import Testing

@testable import Workbench

@Suite("What is laid out before it is asked for")
struct LayoutsAheadTests {
  private static let keys = [
    "j", "j", "k", "Enter", "j", "k", "Esc", "a", "u", "l", "G", "g", "/", "1", "Esc", "Esc", "v",
    "Space", "n", "Esc", "r", "c", "?", "Esc", "k", "e", "Esc",
  ]

  private func frames(
    _ size: Size, _ language: InterfaceLanguage, isPrepared: Bool
  ) -> [[String]] {
    var (fixture, state) = RobotTests.started(size, language)
    var seen: [[String]] = []
    for key in Self.keys {
      fixture.press(key, on: &state)
      let frame = render(state)
      if isPrepared {
        prepare(&state)
        // Nothing that is shown changes by preparing.
        let again = render(state)
        #expect(
          again.grid.changes(since: frame.grid).isEmpty && again.cursor == frame.cursor, "\(key)")
      }
      seen.append(frame.grid.textPlane)
    }
    return seen
  }

  @Test(
    "every screen is the same with and without",
    arguments: [Size(width: 120, height: 40), Size(width: 80, height: 24)],
    [InterfaceLanguage.french, .english])
  func same(_ size: Size, _ language: InterfaceLanguage) {
    let with = frames(size, language, isPrepared: true)
    let without = frames(size, language, isPrepared: false)
    for (place, key) in Self.keys.enumerated() {
      #expect(with[place] == without[place], "key \(place), \(key)")
    }
  }

  @Test("neighbours are at hand; what changed or is seen otherwise is laid out anew")
  func atHand() throws {
    var (fixture, state) = RobotTests.started()
    prepare(&state)
    let list = try #require(state.list)
    let panel = try #require(state.panel)
    let context = state.context(width: Layout(state).detailBody.width)
    var next = try #require(state.details[list.window.rows[list.focus + 1].id])
    let made = try #require(state.ahead.layout(of: next, context: context))
    #expect(made == DetailView.layout(next, panel: panel, context: context))
    next.status = .rejected
    #expect(state.ahead.layout(of: next, context: context) == nil)
    next.status = .open
    let narrow = state.context(width: 40)
    #expect(state.ahead.layout(of: next, context: narrow) == nil)
    fixture.press("j", on: &state)
    #expect(Updates.detailLayout(state) == made)
  }

  @Test("few layouts are kept")
  func bound() throws {
    let (_, state) = RobotTests.started()
    let panel = try #require(state.panel)
    var ahead = LayoutsAhead()
    let context = state.context(width: 60)
    let first = try #require(state.detail)
    ahead.make(first, panel: panel, context: context)
    for number in 1...LayoutsAhead.limit {
      var detail = first
      detail.suggestion = WorkbenchFixture.suggestion(number + 30)
      ahead.make(detail, panel: panel, context: context)
      #expect(ahead.layout(of: detail, context: context) != nil)
    }
    #expect(ahead.layout(of: first, context: context) == nil)
  }

  @Test("rows that are shown are drawn before; one that changed or is marked is drawn anew")
  func rows() throws {
    var (fixture, state) = RobotTests.started()
    prepare(&state)
    let list = try #require(state.list)
    var row = list.window.rows[list.focus + 2]
    let made = try #require(state.rowsAhead.line(row, isMarked: false))
    #expect(state.rowsAhead.line(row, isMarked: true) == nil)
    row.title += "!"
    #expect(state.rowsAhead.line(row, isMarked: false) == nil)
    #expect(!state.rowsAhead.suits(state.context(width: 7)))
    #expect(made.width == Layout(state).listBody.width)
    fixture.press("j", "Space", on: &state)
    let unprepared = render(state)
    prepare(&state)
    #expect(render(state).grid.changes(since: unprepared.grid).isEmpty)
  }

  @Test("the lines of rows stay bounded over a long list")
  func manyRows() throws {
    let (_, state) = RobotTests.started()
    let panel = try #require(state.panel)
    let context = state.context(width: 60)
    let columns = ListColumns(panel, width: 60)
    var ahead = RowsAhead()
    var last: SuggestionRow?
    for start in stride(from: 0, to: 1000, by: 20) {
      let rows = (start..<start + 20).map {
        SuggestionRow(WorkbenchFixture.suggestion($0), status: .open)
      }
      ahead.make(rows[...], marks: [:], columns: columns, context: context)
      #expect(rows.allSatisfy { ahead.line($0, isMarked: false) != nil })
      if start == 20 { last = rows[0] }
    }
    #expect(ahead.line(try #require(last), isMarked: false) == nil)
  }

  @Test("a detail that came for another row draws nothing again")
  func unseen() throws {
    let (_, state) = RobotTests.started()
    let list = try #require(state.list)
    let focused = try #require(state.detail)
    let other = try #require(state.details[list.window.rows[list.focus + 1].id])
    #expect(shows(.detail(focused), in: state))
    #expect(!shows(.detail(other), in: state))
    #expect(shows(.storeChanged, in: state))
    var covered = state
    covered.overlays = [.help(scroll: 0)]
    #expect(shows(.detail(other), in: covered))
  }
}
