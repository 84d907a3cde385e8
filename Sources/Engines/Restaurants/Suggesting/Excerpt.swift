import Review

/// A passage cut out of a text around what was recognised, with offsets that map back.
struct Excerpt {
  /// The code points kept before the first and after the last span.
  static let margin = 90
  /// The code points of the longest passage.
  static let limit = 420

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
    let last = min(inside.last?.end ?? 0, first + Self.limit)
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
    var position = position
    while position > 0, position < scalars.count, !scalars[position - 1].properties.isWhitespace {
      position -= 1
    }
    return position
  }

  private static func wordEnd(_ position: Int, in scalars: [Unicode.Scalar]) -> Int {
    var position = position
    while position < scalars.count, !scalars[position].properties.isWhitespace { position += 1 }
    return position
  }
}
