import Review

/// A passage cut out of a text around what was recognised, with offsets that map back.
struct Excerpt {
  /// The code points kept before the first and after the last span.
  static let margin = 90
  /// The code points from the first span to the last one.
  static let limit = 420
  /// The code points by which a passage is made longer at each end so as not to cut a word.
  static let wordReach = 40

  /// The passage; an ellipsis stands for what was cut.
  let text: String
  /// Where the passage begins and ends in the whole text, in code points.
  let span: Span
  /// The spans moved to the passage's own code points.
  let highlights: [Span]

  /// Cuts a text around spans; without spans, its beginning.
  init(_ text: String, around spans: [Span]) {
    let scalars = Array(text.unicodeScalars)
    let inside = spans.filter { $0.begin < $0.end && $0.end <= scalars.count }.sorted()
    let first = inside.first?.begin ?? 0
    let last = min(inside.map(\.end).max() ?? 0, first + Self.limit)
    let begin = Self.wordStart(max(0, first - Self.margin), in: scalars)
    let end = Self.wordEnd(min(scalars.count, max(last, first) + Self.margin), in: scalars)
    let leading = begin > 0 ? "…" : ""
    let trailing = end < scalars.count ? "…" : ""
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: scalars[begin..<end])
    self.text = leading + String(kept) + trailing
    span = Span(begin, end)
    highlights = inside.filter { $0.end <= end }.map {
      Span(
        $0.begin - begin + leading.unicodeScalars.count,
        $0.end - begin + leading.unicodeScalars.count)
    }
  }

  private static func wordStart(_ position: Int, in scalars: [Unicode.Scalar]) -> Int {
    guard position < scalars.count else { return position }
    for place in stride(from: position, through: max(0, position - wordReach), by: -1)
    where place == 0 || scalars[place - 1].properties.isWhitespace {
      return place
    }
    return position
  }

  private static func wordEnd(_ position: Int, in scalars: [Unicode.Scalar]) -> Int {
    for place in position...min(scalars.count, position + wordReach)
    where place == scalars.count || scalars[place].properties.isWhitespace {
      return place
    }
    return position
  }
}
