import Display
import Restaurants
import Review
import ReviewStore
import Workbench

/// What a frame costs: text made safe, written to a grid, compared; the whole screen.
enum ScreenFigures {
  private static let size = Size(width: 120, height: 40)

  static func measure() throws -> [Figure] {
    [plain(), hostile()] + (try frames())
  }

  private static func plain() -> Figure {
    let rows = (0..<size.height).map {
      "Boulangerie-Pâtisserie Églantine n° \($0), 12 rue des Hirondelles, Saint-Frêne-la-Forêt : "
        + "à améliorer, propreté des locaux"
    }
    return figure("40 rows of French made safe, drawn, compared", rows, most: 1)
  }

  private static func hostile() -> Figure {
    let piece = "\u{1B}]52;c;enE=\u{7}\u{202E}zq\u{200B}\u{9B}31m\re\u{301}\u{301}\u{E0041}"
    let rows = (0..<size.height).map { "\($0) " + String(repeating: piece, count: 8) }
    return figure("40 rows of hostile text made safe, drawn, compared", rows, most: 10)
  }

  private static func figure(_ name: String, _ rows: [String], most: Double) -> Figure {
    let before = Grid(size: size)
    var cells = 0
    let seconds = Stopwatch.perRun(200) {
      var grid = before
      for (y, row) in rows.enumerated() {
        grid.write(SafeText(row), at: Point(x: 0, y: y))
      }
      cells = grid.changes(since: before).count
    }
    precondition(cells >= size.height)
    return Figure(name: name, value: seconds * 1000, unit: "ms", bar: .atMost(most))
  }

  /// A list of 360 rows with a detail beside it; each key moves the focus by one row.
  private static func frames() throws -> [Figure] {
    let store = MemoryStore(agent: "inner")
    try store.save(suggestions: (0..<360).map { Invented.suggestion($0) })
    var state = State(
      size: size, language: .french,
      agent: Agent(id: "inner", name: "inner", role: .administrator),
      panels: [RestaurantsEngine().panel], now: Invented.now)
    _ = update(&state, .start)
    let query = state.list?.query ?? SuggestionQuery(project: .restaurants)
    let window = try store.window(query, anchor: .start, limit: 360)
    _ = update(&state, .window(query, window, .first))
    for row in window.rows.prefix(30) {
      if let detail = try store.detail(row.id) { _ = update(&state, .detail(detail)) }
    }
    precondition(state.detail != nil)
    var isDown = false
    let seconds = Stopwatch.perRun(200) {
      isDown.toggle()
      let key = Key(.character(isDown ? "j" : "k"))
      _ = update(&state, .input(.key(key), now: Invented.now))
      _ = render(state)
    }
    return [
      Figure(
        name: "a key and its frame of 120 × 40", value: seconds * 1000, unit: "ms",
        bar: .atMost(1.5))
    ]
  }
}
