import Display
import Review

/// Draws the eight kinds of evidence; each kind has its extension.
struct EvidenceDrawer {
  /// From so many columns on, what belongs together stands side by side.
  static let wideWidth = 56

  let context: DrawingContext
  let evidence: [Evidence]
  let partStatuses: [String: ReviewStatus]
  let parts: [String: Part]
  let score: Score

  init(_ detail: SuggestionDetail, context: DrawingContext) {
    self.context = context
    evidence = detail.suggestion.evidence
    partStatuses = detail.partStatuses
    parts = Dictionary(
      detail.suggestion.parts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    score = detail.suggestion.score
  }

  var words: Words { context.words }
  var width: Int { context.width }
  var isWide: Bool { width >= Self.wideWidth }

  /// Draws the pictures, which come before the reasons: the eye judges them first.
  func drawPictures(into layout: inout DetailLayout) {
    for case .picturePair(let pair) in evidence {
      layout.gap()
      draw(pair, into: &layout)
    }
  }

  /// Draws everything but the pictures and the reasons, in the engine's order.
  func drawEvidence(into layout: inout DetailLayout) {
    let shown = evidence.filter {
      switch $0 {
      case .contributions, .picturePair: false
      default: true
      }
    }
    guard !shown.isEmpty else { return }
    layout.gap()
    layout.add(heading(words("À voir", "See for yourself")))
    for (rank, one) in shown.enumerated() {
      if rank > 0 { layout.gap() }
      draw(one, into: &layout)
    }
  }

  private func draw(_ evidence: Evidence, into layout: inout DetailLayout) {
    switch evidence {
    case .passage(let passage): draw(passage, into: &layout)
    case .contributions(let contributions): draw(contributions, into: &layout)
    case .picturePair(let pair): draw(pair, into: &layout)
    case .plan(let plan): draw(plan, into: &layout)
    case .series(let series): draw(series, into: &layout)
    case .facts(let facts): draw(facts, into: &layout)
    case .dialogue(let dialogue): draw(dialogue, into: &layout)
    case .statements(let statements): draw(statements, into: &layout)
    }
  }

  /// The heading of one of the detail's four parts.
  func heading(_ text: SafeText) -> StyledLine { StyledLine(text, Style(.title)) }

  /// The title of one piece of evidence.
  func title(_ text: SafeText) -> [StyledLine] {
    StyledLine(text, Style(.accent)).wrapped(to: width)
  }

  /// Secondary text: sources, summaries, legends.
  func remark(_ text: SafeText, indent: Int = 0) -> [StyledLine] {
    StyledLine(text, Style(.muted)).indented(indent, width: width)
  }

  /// So many blank columns.
  func blank(_ columns: Int) -> StyledLine {
    let blank: SafeText = " "
    return StyledLine(blank.repeated(columns))
  }

  /// The mark that says how many characters of a text are not shown as they are.
  func alteration(_ count: Int) -> [StyledLine] {
    guard count > 0 else { return [] }
    return StyledLine(words.alteration(count), Style(.warning)).wrapped(to: width)
  }

  /// The sign and the word of a part's status, with the engine's score for it; nothing when there
  /// is neither.
  func state(ofPart id: String?) -> StyledLine {
    guard let id else { return StyledLine() }
    var line = StyledLine()
    if let status = partStatuses[id], status != .open {
      line.append(words.sign(status) + words.tie + words(status.title), Style(status.role))
    }
    if let score = parts[id]?.score {
      if !line.isEmpty { line.append(" ") }
      switch score.basis {
      case .rule: line.append(words.score(score), Style(.muted))
      case .probability: line.append(SafeText(words.percent(score.value)), Style(.muted))
      }
    }
    return line
  }
}
