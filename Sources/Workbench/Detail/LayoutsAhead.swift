import Review

/// Layouts of details that will be asked for next, made while nobody waits: a key press then only
/// draws.
struct LayoutsAhead: Hashable, Sendable {
  private struct Made: Hashable, Sendable {
    /// What was laid out: one that changed since is laid out anew.
    var detail: SuggestionDetail
    var layout: DetailLayout
  }

  /// The most layouts that are kept.
  static let limit = 6

  private var context: DrawingContext?
  private var made: [String: Made] = [:]
  private var order: [String] = []

  /// The layout of a detail as it is, or `nil`.
  func layout(of detail: SuggestionDetail, context: DrawingContext) -> DetailLayout? {
    guard let known = made[detail.suggestion.id], known.detail == detail, self.context == context
    else { return nil }
    return known.layout
  }

  /// Lays out a detail, unless that is done; other widths, words or pictures make all layouts void.
  mutating func make(_ detail: SuggestionDetail, panel: Panel, context: DrawingContext) {
    if self.context != context { self = LayoutsAhead() }
    self.context = context
    guard layout(of: detail, context: context) == nil else { return }
    let id = detail.suggestion.id
    if made[id] == nil { order.append(id) }
    made[id] = Made(
      detail: detail, layout: DetailView.layout(detail, panel: panel, context: context))
    while order.count > Self.limit { made[order.removeFirst()] = nil }
  }
}
