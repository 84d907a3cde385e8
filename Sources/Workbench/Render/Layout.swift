import Display

/// Where the parts of the screen lie.
struct Layout {
  /// The line of the panels.
  let tabs: Rect
  /// The list with its border.
  let list: Rect
  /// The detail with its border; empty when the list has the whole width.
  let detail: Rect
  /// The line of hints.
  let hints: Rect

  init(_ state: State) {
    let screen = Rect(state.size)
    let (top, rest) = screen.splitTop(1)
    let (body, bottom) = rest.splitBottom(rest.height > 1 ? 1 : 0)
    tabs = top
    hints = bottom
    guard state.project != nil else {
      list = body
      detail = .zero
      return
    }
    if state.isWide {
      let width = max(48, min(64, state.size.width * 46 / 100))
      (list, detail) = body.splitLeft(width)
    } else if state.pane == .detail {
      list = .zero
      detail = body
    } else {
      list = body
      detail = .zero
    }
  }

  /// The rows of the list.
  var listBody: Rect { list.height > 4 ? list.inset(by: 1) : list }

  /// The lines of the detail.
  var detailBody: Rect {
    detail.height > 4 ? detail.inset(left: 2, top: 1, right: 2, bottom: 1) : detail
  }
}

extension State {
  /// The context for drawing at a width.
  func context(width: Int) -> DrawingContext {
    DrawingContext(
      width: max(1, width), words: words, glyphs: glyphs, today: words.localTime.day(now),
      pictures: pictures, pictureColours: pictureColours, pictureMode: pictureMode)
  }
}
