import Display
import Review

/// Draws a suggestion so that it can be judged, in this order: what it is, its pictures where it has
/// some, why it is in the list, the other evidence, and what happened before.
public enum DetailView {
  /// The lines and focusable things of a detail.
  ///
  /// - Parameter isFramed: whether a frame around the detail shows title and place; they are then
  ///   repeated only when a frame of this width would cut them.
  public static func layout(
    _ detail: SuggestionDetail, panel: Panel, context: DrawingContext, isFramed: Bool = true
  ) -> DetailLayout {
    var layout = DetailLayout()
    let head = SuggestionHead(detail: detail, panel: panel, context: context)
    layout.add(head.lines(isFramed: isFramed))
    let drawer = EvidenceDrawer(detail, context: context)
    drawer.drawPictures(into: &layout)
    drawer.drawReasons(into: &layout)
    drawer.drawEvidence(into: &layout)
    drawPast(detail, panel, context, into: &layout)
    layout.fit(context)
    return layout
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

  private static func drawPast(
    _ detail: SuggestionDetail, _ panel: Panel, _ context: DrawingContext,
    into layout: inout DetailLayout
  ) {
    let words = context.words
    layout.gap()
    layout.add(StyledLine(words("Avant", "Before"), Style(.title)))
    HistoryView(detail, panel: panel, context: context).draw(into: &layout)
    let selection = detail.suggestion.selection
    var line = StyledLine()
    if selection.reason == .random { line.append(words.randomSign + " ", Style(.warning)) }
    line.append(words("En liste : ", "In the list: "), Style(.muted))
    line.append(words.selection(selection))
    layout.add(line.wrapped(to: context.width))
    layout.add(
      StyledLine(words.provenance(detail.suggestion), Style(.muted)).wrapped(to: context.width))
  }
}
