import Display
import Review

/// The first lines of a detail: title, place, score, status, facets.
struct SuggestionHead {
  let detail: SuggestionDetail
  let panel: Panel
  let context: DrawingContext

  private var words: Words { context.words }
  private var suggestion: Suggestion { detail.suggestion }

  func lines(isFramed: Bool) -> [StyledLine] {
    var lines: [StyledLine] = []
    let title = title
    // A frame takes two columns on each side of its title.
    if !isFramed || title.width > context.width - 2 { lines += title.wrapped(to: context.width) }
    let facets = facets
    let altered = title.alterations + facets.alterations
    if altered > 0 {
      lines += StyledLine(words.alteration(altered), Style(.warning)).wrapped(to: context.width)
    }
    lines += score.wrapped(to: context.width)
    lines += status.wrapped(to: context.width)
    if !suggestion.facets.isEmpty { lines += facets.wrapped(to: context.width) }
    return lines
  }

  private var title: StyledLine {
    var line = StyledLine(SafeText(suggestion.title), Style(.title))
    if !suggestion.place.isEmpty { line.append(words.dot + SafeText(suggestion.place)) }
    return line
  }

  private var score: StyledLine {
    let score = suggestion.score
    var line = StyledLine()
    if case .probability = score.basis { line.append("Score ") }
    line.append(words.score(score), Style(.score(score.value), .bold))
    if abs(suggestion.priority - score.value) >= 0.005 {
      let priority = words.shortNumber(suggestion.priority)
      line.append(words(" · priorité \(priority)", " · priority \(priority)"))
    }
    if let date = suggestion.date {
      let age = words.relative(date, to: context.today)
      line.append(words.dot + SafeText("\(words.day(date)) (\(age))"), Style(.muted))
    }
    return line
  }

  private var status: StyledLine {
    var line = StyledLine()
    if detail.status != .open {
      line.append(words.sign(detail.status) + " ", Style(detail.status.role))
    }
    line.append(words(detail.status.title), Style(detail.status.role))
    if detail.status == .accepted,
      let step = DetailView.current(detail.history, undone: detail.undone)
    {
      line.append(followUp(step))
    }
    let partCount = suggestion.parts.count
    if partCount > 0 {
      let decided = suggestion.parts.count { (detail.partStatuses[$0.id] ?? .open) != .open }
      line.append(
        words(
          " · \(decided) \(words.plural(decided, "partie décidée", "parties décidées")) sur \(partCount)",
          " · \(decided) of \(partCount) parts decided"), Style(.muted))
    }
    return line
  }

  private func followUp(_ step: FollowUp) -> StyledLine {
    let known = panel.followUp.state(step.state)
    var line = StyledLine(words.dot)
    line.append(known.map { words($0.title) } ?? SafeText(step.state))
    guard let due = step.due, known?.isFinal != true else { return line }
    if due < context.today {
      let delay = words.length(days: context.today.days(since: due))
      line.append(
        words(" · EN RETARD de \(delay)", " · OVERDUE by \(delay)"), Style(.error))
    } else {
      let soon = words.relative(due, to: context.today)
      line.append(
        words(" · échéance \(words.day(due)) (\(soon))", " · due \(words.day(due)) (\(soon))"))
    }
    return line
  }

  /// The facets in the panel's order, then those that it does not declare.
  private var facets: StyledLine {
    let declared = panel.facets.map(\.name)
    let others = suggestion.facets.map(\.name).filter { !declared.contains($0) }
    var line = StyledLine()
    var seen: Set<String> = []
    for name in declared + others where seen.insert(name).inserted {
      let values = suggestion.facets.filter { $0.name == name }
        .map { panel.shown($0, words.language) }
      guard !values.isEmpty else { continue }
      let known = panel.facets.first { $0.name == name }
      if !line.isEmpty { line.append(words.dot, Style(.muted)) }
      line.append((known.map { words($0.title) } ?? SafeText(name)) + " ", Style(.muted))
      line.append(SafeText(values.joined(separator: ", ")))
    }
    return line
  }
}
