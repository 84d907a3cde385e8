import Display
import Review

/// Draws a decided suggestion as it was on screen, in the language in which it was read.
public enum ReplayView {
  /// The lines: the suggestion of then, and the decision with what was seen.
  public static func lines(
    _ suggestion: Suggestion, _ event: LedgerEvent, panel: Panel, width: Int,
    glyphs: GlyphSet = .unicode
  ) -> [SafeText] {
    guard case .decision(let decision) = event.payload else { return [] }
    let detail = SuggestionDetail(
      suggestion: suggestion, status: .open, partStatuses: [:], history: [event], undone: [])
    let context = DrawingContext(
      width: max(20, width), words: Words(decision.seen.language), glyphs: glyphs,
      today: event.time.day)
    return DetailView.layout(detail, panel: panel, context: context, isFramed: false)
      .lines.map(\.text)
  }
}
