import Display
import Review

/// A whole document drawn to be read: where it comes from, then its text with the spans that brought
/// the reader there.
public struct DocumentLayout: Hashable, Sendable {
  /// The most lines drawn; what follows is said to be left out.
  static let lineLimit = 20_000

  /// The lines, none wider than the context.
  public let lines: [StyledLine]
  /// The first line with a highlight, or `nil`.
  public let firstHighlight: Int?

  /// Draws a document, its highlighted spans in brackets and set apart.
  public init(_ document: Document, highlights: [Span], context: DrawingContext) {
    let words = context.words
    let width = context.width
    let safe = SafeText.lines(document.text, tracking: highlights.map(\.range))
    var lines = Self.head(of: document, words).wrapped(to: width)
    let altered = safe.reduce(0) { $0 + $1.alterations }
    if altered > 0 { lines += Self.warning(altered, words).wrapped(to: width) }
    lines.append(StyledLine())
    var first: Int?
    for line in safe {
      if lines.count > Self.lineLimit {
        lines += StyledLine(
          words("… la suite n'est pas montrée", "… the rest is not shown"), Style(.muted)
        ).wrapped(to: width)
        break
      }
      let wrapped = EvidenceDrawer.bracketed(line).wrapped(to: width)
      if first == nil, !line.tracked.isEmpty {
        let place = wrapped.firstIndex { $0.runs.contains { $0.style.role == .highlight } }
        first = place.map { lines.count + $0 }
      }
      lines += wrapped
    }
    self.lines = lines.map { $0.truncated(to: width, glyphs: context.glyphs) }
    firstHighlight = first
  }

  private static func head(of document: Document, _ words: Words) -> StyledLine {
    var line = StyledLine(SafeText(document.title), Style(.title))
    if let date = document.date { line.append(words.dot + SafeText(words.day(date))) }
    for (name, value) in document.attributes.sorted(by: { $0.key < $1.key }) {
      line.append(
        words.dot + SafeText(words.say("\(name) : \(value)", "\(name): \(value)")), Style(.muted))
    }
    line.append(words.dot + SafeText(words.place(document.provenance)), Style(.muted))
    return line
  }

  private static func warning(_ count: Int, _ words: Words) -> StyledLine {
    StyledLine(words.alteration(count), Style(.warning))
  }
}
