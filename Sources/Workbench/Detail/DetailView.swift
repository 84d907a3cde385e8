import Display
import Review

/// Draws a suggestion: what, why, see for yourself, before.
public enum DetailView {
  /// The lines and focusable things of a detail.
  public static func layout(
    _ detail: SuggestionDetail, panel: Panel, context: DrawingContext
  ) -> DetailLayout {
    var layout = DetailLayout()
    head(detail, panel: panel, context, &layout)
    let drawer = EvidenceDrawer(context: context, partStatuses: detail.partStatuses)
    for evidence in detail.suggestion.evidence {
      layout.gap()
      drawer.draw(evidence, into: &layout)
    }
    history(detail, panel: panel, context, &layout)
    provenance(detail.suggestion, context, &layout)
    return layout
  }

  private static func head(
    _ detail: SuggestionDetail, panel: Panel, _ context: DrawingContext,
    _ layout: inout DetailLayout
  ) {
    let words = context.words
    let suggestion = detail.suggestion
    var line = StyledLine(words.score(suggestion.score), Style(.title))
    line.append(SafeText(" · "))
    line.append(words.sign(detail.status), Style(detail.status.role))
    line.append(SafeText(" ") + words(detail.status.title), Style(detail.status.role))
    if let state = current(detail.history, undone: detail.undone), detail.status == .accepted {
      let title = panel.followUp.state(state.state)?.title[words.language] ?? state.state
      line.append(SafeText(" · " + title))
      if let due = state.due {
        let isLate = due < context.today
        line.append(
          words(" (échéance \(words.day(due)))", " (due \(words.day(due)))"),
          Style(isLate ? .error : .muted))
      }
    }
    layout.add(line.wrapped(to: context.width))
    if suggestion.selection.reason != .best {
      layout.add(
        StyledLine("⚄ " + words.selection(suggestion.selection), Style(.warning))
          .wrapped(to: context.width))
    }
  }

  /// The last follow-up step that was not undone.
  static func current(_ history: [LedgerEvent], undone: Set<Int>) -> FollowUp? {
    history.lazy.reversed().compactMap { event -> FollowUp? in
      guard !undone.contains(event.sequence), case .followUp(let step) = event.payload else {
        return nil
      }
      return step
    }.first
  }

  private static func history(
    _ detail: SuggestionDetail, panel: Panel, _ context: DrawingContext,
    _ layout: inout DetailLayout
  ) {
    guard !detail.history.isEmpty else { return }
    let words = context.words
    layout.gap()
    layout.add(StyledLine(words("Avant", "Before"), Style(.title)))
    for event in detail.history {
      layout.add(
        line(event, panel: panel, undone: detail.undone, context).wrapped(to: context.width))
    }
  }

  /// One event of a history.
  public static func line(
    _ event: LedgerEvent, panel: Panel?, undone: Set<Int>, _ context: DrawingContext
  ) -> StyledLine {
    let words = context.words
    let isUndone = undone.contains(event.sequence)
    var line = StyledLine(
      SafeText("\(words.moment(event.time)) \(event.agent) "), Style(.muted))
    line.append(words.event(event.payload, panel: panel), isUndone ? Style(.muted) : .text)
    if isUndone { line.append(words(" (annulé)", " (undone)"), Style(.warning)) }
    return line
  }

  private static func provenance(
    _ suggestion: Suggestion, _ context: DrawingContext, _ layout: inout DetailLayout
  ) {
    let words = context.words
    let source = suggestion.provenance
    layout.gap()
    var text = words("Source : ", "Source: ") + SafeText(source.file)
    if let row = source.row { text = text + words(", ligne \(row)", ", row \(row)") }
    text = text + SafeText(" · \(source.engine) · \(suggestion.id)")
    layout.add(StyledLine(text, Style(.muted)).wrapped(to: context.width))
  }
}

extension ReviewStatus {
  /// The role that colours a status.
  var role: Display.Role {
    switch self {
    case .open: .text
    case .accepted: .accept
    case .rejected: .reject
    case .later: .later
    }
  }
}
