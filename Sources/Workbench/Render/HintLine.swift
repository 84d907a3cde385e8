import Display
import Review

/// The bottom line: what is typed, what was told, or the keys; where one stands on the right.
enum HintLine {
  /// Draws the line and gives the place of the typing cursor.
  static func draw(_ state: State, _ rect: Rect, into grid: inout Grid) -> Point? {
    guard !rect.isEmpty else { return nil }
    let right = position(state)
    let room = max(0, rect.width - right.width - 1)
    var cursor: Point?
    var line: StyledLine
    if let filter = state.filter {
      let prompt = state.words(" Filtrer : ", " Filter: ")
      line = StyledLine(prompt, Style(.hintKey))
      line.append(SafeText(filter.text), Style(.input))
      cursor = Point(x: rect.x + min(room, line.width), y: rect.y)
      line.append(
        state.words("   Entrée garder · Échap enlever", "   Enter keep · Esc take away"),
        Style(.muted))
    } else if let toast = state.toast {
      line = StyledLine(
        " " + toast.text, Style(toast.isError ? .error : .success))
    } else {
      line = hints(state)
    }
    grid.write(line.truncated(to: room, glyphs: state.glyphs), at: rect.origin)
    grid.write(
      right, at: Point(x: rect.maxX - right.width, y: rect.y), style: Style(.muted))
    return cursor
  }

  private static func hints(_ state: State) -> StyledLine {
    var line = StyledLine(" ")
    let hasPictures = state.showsPictures
    let shown = KeyMap.bindings.filter {
      $0.hint == .always || ($0.hint == .pictures && hasPictures)
    }
    for binding in shown {
      line.append(SafeText(binding.keys.first?.notation ?? ""), Style(.hintKey))
      let title = state.words(binding.title)
      line.append(SafeText(" \(short(title.content))  "), Style(.hint))
    }
    return line
  }

  /// A title without what stands in brackets at its end.
  private static func short(_ title: String) -> Substring {
    let bracket = title.utf8.firstIndex(of: UInt8(ascii: "(")) ?? title.endIndex
    let head = title[..<bracket]
    return head.last == " " ? head.dropLast() : head
  }

  private static func position(_ state: State) -> SafeText {
    let words = state.words
    if let work = state.work {
      let share = work.total.map { $0 > 0 ? " \(work.done * 100 / $0) %" : "" } ?? ""
      return words(work.stage) + SafeText(share + "… ")
    }
    guard let list = state.list, list.isLoaded else { return "" }
    guard list.window.total > 0 else { return "" }
    let rank = words.count(list.rank)
    let total = words.count(list.window.total)
    let today = words.count(list.counts.decidedToday)
    return words(
      "\(rank) sur \(total) · \(today) décidés aujourd'hui ",
      "\(rank) of \(total) · \(today) decided today ")
  }
}
