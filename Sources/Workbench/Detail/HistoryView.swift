import Display
import Review

/// Draws what happened to a suggestion, newest first: who, when, what, what they saw, and whether
/// it was undone.
struct HistoryView {
  /// The most events drawn; older ones are counted.
  static let limit = 200

  private let events: [LedgerEvent]
  private let undone: Set<Int>
  private let parts: [String: String]
  private let panel: Panel
  private let context: DrawingContext

  init(_ detail: SuggestionDetail, panel: Panel, context: DrawingContext) {
    events = detail.history
    undone = detail.undone
    parts = Dictionary(
      detail.suggestion.parts.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    self.panel = panel
    self.context = context
  }

  private var words: Words { context.words }

  func draw(into layout: inout DetailLayout) {
    for event in events.reversed().prefix(Self.limit) {
      let line = line(event)
      layout.item(event: event.sequence, spoken: line.text) { layout in
        layout.add(line.wrapped(to: context.width))
        for line in details(event) { layout.add(line.indented(2, width: context.width)) }
      }
    }
    if events.isEmpty {
      layout.add(StyledLine(words("Jamais décidé.", "Never decided."), Style(.muted)))
    }
    let hidden = events.count - Self.limit
    if hidden > 0 {
      layout.add(
        StyledLine(
          words("… et \(words.count(hidden)) plus anciens", "… and \(words.count(hidden)) older"),
          Style(.muted)))
    }
  }

  private func line(_ event: LedgerEvent) -> StyledLine {
    let isUndone = undone.contains(event.sequence)
    let head = words(same: "\(words.moment(event.time)) · \(event.agent) · ")
    var line = StyledLine(head, Style(.muted))
    let style = isUndone ? Style(.muted) : Style(role(event.payload))
    line.append(words.event(event.payload, panel: panel, parts: parts), style)
    if isUndone { line.append(words(" — annulé", " — undone"), Style(.warning)) }
    return line
  }

  private func role(_ payload: LedgerPayload) -> Display.Role {
    guard case .decision(let decision) = payload else { return .text }
    return ReviewStatus(decision.verdict)?.role ?? .text
  }

  private func details(_ event: LedgerEvent) -> [StyledLine] {
    switch event.payload {
    case .decision(let decision):
      return note(decision.note)
        + [StyledLine(SafeText(words.seen(decision.seen)), Style(.muted))]
    case .followUp(let step): return note(step.note)
    default: return []
    }
  }

  private func note(_ note: String?) -> [StyledLine] {
    guard let note, !note.isEmpty else { return [] }
    return [StyledLine(SafeText(words.quoted(note)))]
  }
}
