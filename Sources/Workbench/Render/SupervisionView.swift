import Display
import Review

/// Draws the supervision: what is decided, how the models do, whether the ledger holds.
enum SupervisionView {
  /// From so few decisions on nothing is said: a weak figure would deceive.
  private static let enough = 30

  static func draw(_ state: State, _ rect: Rect, into grid: inout Grid) {
    guard rect.height > 2 else { return }
    let words = state.words
    let body = grid.box(
      rect, title: StyledLine(words("Supervision", "Supervision"), Style(.title)),
      glyphs: state.glyphs
    ).inset(left: 1, right: 1)
    var lines: [StyledLine] = []
    for line in state.supervision.lines { lines += project(line, state) }
    lines.append(StyledLine())
    lines.append(ledger(state))
    grid.write(StyledText(lines).wrapped(to: max(1, body.width)), in: body)
  }

  private static func project(_ line: Supervision.Line, _ state: State) -> [StyledLine] {
    let words = state.words
    let counts = line.counts
    var out = [StyledLine(words(line.project.title), Style(.title))]
    out.append(
      StyledLine(
        words(
          "  à examiner \(words.count(counts.open)) · acceptés \(counts.accepted) · rejetés "
            + "\(counts.rejected) · plus tard \(counts.later) · aujourd'hui \(counts.decidedToday) "
            + "· en retard \(counts.overdue)",
          "  to review \(words.count(counts.open)) · accepted \(counts.accepted) · rejected "
            + "\(counts.rejected) · later \(counts.later) · today \(counts.decidedToday) · overdue "
            + "\(counts.overdue)")))
    out.append(acceptance(line, state))
    for model in line.models.prefix(3) {
      out.append(StyledLine("  " + ModelView.title(model, words), Style(.accent)))
      out += ModelView.figures(model, words).map { StyledLine($0) }
    }
    if line.models.isEmpty {
      out.append(
        StyledLine(
          words(
            "  aucun modèle : le classement vient de règles",
            "  no model: the ranking comes from rules"), Style(.muted)))
    }
    return out
  }

  /// The share of acceptances by tenth of the score that was shown.
  private static func acceptance(_ line: Supervision.Line, _ state: State) -> StyledLine {
    let words = state.words
    let decided = line.deciles.reduce(0) { $0 + $1.decided }
    guard decided >= enough else {
      return StyledLine(
        words(
          "  acceptation selon le score : pas assez de décisions (\(decided) sur \(enough))",
          "  acceptance by score: not enough decisions (\(decided) of \(enough))"),
        Style(.muted))
    }
    let shares = line.deciles.map {
      $0.decided > 0 ? Double($0.accepted) / Double($0.decided) : nil
    }
    return StyledLine(words("  acceptation selon le score 0→1 ", "  acceptance by score 0→1 "))
      + Sparkline.line(shares, width: 10, range: 0...1, glyphs: state.glyphs)
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
