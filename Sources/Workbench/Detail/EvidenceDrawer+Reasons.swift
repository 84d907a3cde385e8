import Display
import Review

extension EvidenceDrawer {
  /// The most reasons drawn one by one; the weakest others are summed up, so that all still add up.
  private static let reasonLimit = 30
  /// The columns of a signed value.
  private static let valueWidth = 6

  /// Draws the second part of a detail: the reasons that add up, or what stands for them.
  func drawReasons(into layout: inout DetailLayout) {
    layout.gap()
    layout.add(heading(words("Pourquoi", "Why")))
    let reasons = evidence.compactMap { one -> ContributionsEvidence? in
      if case .contributions(let contributions) = one { contributions } else { nil }
    }
    for contributions in reasons { draw(contributions, into: &layout) }
    if reasons.isEmpty {
      layout.add(
        remark(
          words(
            "Pas de raison chiffrée : voyez ce qui suit.",
            "No reason in figures: see what follows.")))
    }
  }

  func draw(_ contributions: ContributionsEvidence, into layout: inout DetailLayout) {
    let sorted = contributions.reasons.enumerated().sorted { left, right in
      let (first, second) = (left.element.value.magnitude, right.element.value.magnitude)
      return first == second || first.isNaN || second.isNaN
        ? left.offset < right.offset : first > second
    }.map(\.element)
    let shown = sorted.prefix(Self.reasonLimit)
    let rest = sorted.dropFirst(Self.reasonLimit)
    let values = shown.map(\.value.magnitude) + [contributions.base.magnitude]
    let scale = ReasonScale(
      maximum: values.filter(\.isFinite).max() ?? 0,
      nameWidth: nameWidth(of: Array(shown)), barWidth: min(max(width / 5, 6), 18))
    for reason in shown { layout.add(lines(of: reason, scale)) }
    if !rest.isEmpty {
      let count = words.count(rest.count)
      let others = StyledLine(
        words("\(count) autres raisons", "\(count) other reasons"), Style(.muted))
      layout.add(row(others, rest.reduce(0) { $0 + $1.value }, scale))
    }
    let start = StyledLine(
      words("au départ, sans raison", "to begin with, no reason"), Style(.muted))
    layout.add(row(start, contributions.base, scale))
    layout.add(sum(contributions.total, scale))
  }

  private func lines(of reason: ContributionsEvidence.Reason, _ scale: ReasonScale) -> [StyledLine]
  {
    var name = StyledLine(words(reason.label))
    if let source = reason.source {
      name.append(words.dot + words(source), Style(.muted))
    }
    return row(name, reason.value, scale)
  }

  /// A name, its value and its bar: side by side, or the value below where there is no room.
  private func row(_ name: StyledLine, _ value: Double, _ scale: ReasonScale) -> [StyledLine] {
    let style = Style(value >= 0 ? .positive : .negative)
    var figure = StyledLine(
      SafeText(words.signed(value)).padded(to: Self.valueWidth, .right), style)
    figure.append(" ")
    figure.append(
      SignedBar.line(value, maximum: scale.maximum, width: scale.barWidth, glyphs: context.glyphs))
    guard isWide else { return name.wrapped(to: width) + [blank(2) + figure] }
    return name.wrapped(to: scale.nameWidth).enumerated().map { rank, line in
      rank == 0 ? line.padded(to: scale.nameWidth + 1) + figure : line
    }
  }

  /// The sum, and the score it stands for.
  private func sum(_ total: Double, _ scale: ReasonScale) -> StyledLine {
    var line = StyledLine(words("somme", "sum"), Style(.title))
    line = isWide ? line.padded(to: scale.nameWidth + 1) : line + blank(1)
    line.append(SafeText(words.signed(total)).padded(to: Self.valueWidth, .right), Style(.title))
    switch score.basis {
    case .probability:
      // By the contract of contributions, the logistic of their sum is the score.
      let share = words.percent(score.value)
      line.append(words(same: " → \(share)"), Style(.title))
    case .rule: line.append(words(" (règles)", " (rules)"), Style(.muted))
    }
    return line
  }

  private func nameWidth(of reasons: [ContributionsEvidence.Reason]) -> Int {
    let longest =
      reasons.map { reason in
        words(reason.label).width + (reason.source.map { words($0).width + 3 } ?? 0)
      }.max() ?? 0
    let room = width - Self.valueWidth - 2 - min(max(width / 5, 6), 18)
    return max(1, min(max(longest, 24), room))
  }

}

/// What the rows of one sum share.
private struct ReasonScale {
  /// The value of the longest bar.
  let maximum: Double
  /// The columns of the names.
  let nameWidth: Int
  /// The columns of the bars.
  let barWidth: Int
}
