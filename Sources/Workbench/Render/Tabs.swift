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

  /// How much a tab says; the active one always says all.
  private enum Wording: CaseIterable {
    /// Number, title, what is left.
    case full
    /// Number and the beginning of the title.
    case short
    /// The number.
    case number
  }

  /// The number of letters of a shortened title.
  private static let shortLength = 4
  private static let name: SafeText = " Vigie "

  /// The tabs in the fullest wording that fits, so that the active one is always in sight.
  private static func tabs(_ state: State) -> [Tab] {
    let all = tabs(state, .full)
    // On a narrow screen only the panels that are there are named.
    if width(all) + 24 <= state.size.width { return all }
    for wording in Wording.allCases {
      let tabs = tabs(state, wording).filter(\.isAlive)
      if width(tabs) <= state.size.width { return tabs }
    }
    return tabs(state, .number).filter(\.isActive)
  }

  private static func width(_ tabs: [Tab]) -> Int {
    tabs.reduce(name.width) { $0 + $1.text.width + 1 }
  }

  private static func tabs(_ state: State, _ wording: Wording) -> [Tab] {
    var tabs = Project.allCases.map { project in
      tab(
        project.number, state.words(project.title), wording,
        count: state.lists[project].map { state.words.count($0.counts.open) },
        isActive: state.project == project, isAlive: state.panels[project] != nil)
    }
    tabs.append(
      tab(
        7, "Supervision", wording, count: nil, isActive: state.screen == .supervision,
        isAlive: true))
    return tabs
  }

  private static func tab(
    _ number: Int, _ title: SafeText, _ wording: Wording, count: String?, isActive: Bool,
    isAlive: Bool
  ) -> Tab {
    var text = SafeText("\(number)")
    switch isActive ? .full : wording {
    case .full: text = text + SafeText(" ") + title + SafeText(count.map { " " + $0 } ?? "")
    case .short: text = text + SafeText(" " + String(title.content.prefix(shortLength)))
    case .number: break
    }
    if isActive { text = "[" + text + "]" }
    return Tab(number: number, text: text, isActive: isActive, isAlive: isAlive)
  }

  static func draw(_ state: State, _ rect: Rect, into grid: inout Grid) {
    grid.fill(rect, style: Style(.statusBar))
    var x = rect.x
    x += grid.write(name, at: Point(x: x, y: rect.y), style: Style(.statusBar, .bold))
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
    var x = name.width
    for tab in tabs(state) {
      x += 1
      if column >= x, column < x + tab.text.width { return tab.number }
      x += tab.text.width
    }
    return nil
  }
}
