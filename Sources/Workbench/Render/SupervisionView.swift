import Display
import Oversight
import Review

/// Draws the supervision: how mature each engine is, what it changes in the work, how decisions are
/// taken, and whether the ledger holds.
enum SupervisionView {
  static func draw(_ state: State, _ rect: Rect, into grid: inout Grid) {
    guard rect.height > 2 else { return }
    let words = state.words
    let body = grid.box(
      rect, title: StyledLine(words("Supervision", "Supervision"), Style(.title)),
      glyphs: state.glyphs
    ).inset(left: 1, right: 1)
    let lines = self.lines(state, width: max(1, body.width))
    let first = min(state.supervision.scroll, max(0, lines.count - body.height))
    grid.clipped(to: body) { grid in
      for (offset, line) in lines.dropFirst(first).prefix(body.height).enumerated() {
        grid.write(line, at: Point(x: body.x, y: body.y + offset))
      }
    }
  }

  /// The furthest first line.
  static func lastScroll(_ state: State) -> Int {
    let height = max(1, state.size.height - 4)
    return max(0, lines(state, width: max(1, state.size.width - 4)).count - height)
  }

  static func lines(_ state: State, width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    for line in state.supervision.lines {
      lines += ProjectOversightView(line, state).lines.flatMap { $0.wrapped(to: width) }
      lines.append(StyledLine())
    }
    lines += usability(state).wrapped(to: width)
    return lines + ledger(state).wrapped(to: width)
  }

  /// What the users' own answers say.
  private static func usability(_ state: State) -> StyledLine {
    let words = state.words
    let scores = state.supervision.usability
    let label = StyledLine(words("Utilisabilité (SUS) : ", "Usability (SUS): "))
    guard scores.count >= 5 else {
      return label
        + StyledLine(
          words(
            "\(scores.count) réponse(s), 5 au moins pour une moyenne (vigie survey)",
            "\(scores.count) answer(s), 5 at least for a mean (vigie survey)"), Style(.muted))
    }
    let mean = scores.reduce(0, +) / Double(scores.count)
    return label
      + StyledLine(
        words(
          "\(words.decimal(mean, 0)) sur 100, \(scores.count) réponses",
          "\(words.decimal(mean, 0)) of 100, \(scores.count) answers"))
  }

  private static func ledger(_ state: State) -> StyledLine {
    let words = state.words
    let supervision = state.supervision
    var line = StyledLine(
      words(
        "Registre : \(words.count(supervision.eventCount)) événements, tête "
          + "\(supervision.head.prefix(16))… ",
        "Ledger: \(words.count(supervision.eventCount)) events, head "
          + "\(supervision.head.prefix(16))… "))
    switch supervision.isIntact {
    case true?: line.append(words("✓ vérifié", "✓ verified"), Style(.success))
    case false?: line.append(words("✗ ALTÉRÉ", "✗ TAMPERED WITH"), Style(.error))
    case nil: line.append(words("pas encore vérifié", "not verified yet"), Style(.muted))
    }
    return line
  }
}
