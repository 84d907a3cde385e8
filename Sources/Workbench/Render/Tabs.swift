import Display
import Review

/// The line of the panels, with what is left to review in each.
enum Tabs {
  private struct Tab {
    var number: Int
    var text: SafeText
    var isActive: Bool
    var isAlive: Bool
  }

  private static func tabs(_ state: State) -> [Tab] {
    var tabs = Project.allCases.map { project in
      let isActive = state.project == project
      var text = SafeText("\(project.number) ") + state.words(project.title)
      if let list = state.lists[project] {
        text = text + SafeText(" " + state.words.count(list.counts.open))
      }
      if isActive { text = "[" + text + "]" }
      return Tab(
        number: project.number, text: text, isActive: isActive,
        isAlive: state.panels[project] != nil)
    }
    let isActive = state.screen == .supervision
    let text: SafeText = "7 Supervision"
    tabs.append(
      Tab(
        number: 7, text: isActive ? "[" + text + "]" : text, isActive: isActive, isAlive: true))
    // On a narrow screen only the panels that are there are named.
    let width = tabs.reduce(0) { $0 + $1.text.width + 2 }
    return width + 30 > state.size.width ? tabs.filter(\.isAlive) : tabs
  }

  static func draw(_ state: State, _ rect: Rect, into grid: inout Grid) {
    grid.fill(rect, style: Style(.statusBar))
    var x = rect.x
    x += grid.write(" Vigie ", at: Point(x: x, y: rect.y), style: Style(.statusBar, .bold))
    for tab in tabs(state) {
      let style = tab.isActive ? Style(.tabActive) : Style(.statusBar, tab.isAlive ? [] : .dim)
      x += grid.write(" ", at: Point(x: x, y: rect.y), style: Style(.statusBar))
      x += grid.write(tab.text, at: Point(x: x, y: rect.y), style: style)
    }
    let who =
      SafeText("\(state.agent.name) · ") + state.words(state.agent.role.title) + " "
    if x + who.width < rect.maxX {
      grid.write(
        who, at: Point(x: rect.maxX - who.width, y: rect.y), style: Style(.statusBar))
    }
  }

  /// The number of the tab in a column.
  static func hit(_ state: State, column: Int) -> Int? {
    var x = SafeText(" Vigie ").width
    for tab in tabs(state) {
      x += 1
      if column >= x, column < x + tab.text.width { return tab.number }
      x += tab.text.width
    }
    return nil
  }
}
