import Review

/// A passage of a text around a span, with the span's place in it.
struct Excerpt {
  /// How many code points are shown on each side.
  private static let reach = 110

  let text: String
  let highlight: Span

  /// Cuts at blanks near the bounds; `nil` when the span lies outside the text.
  init?(_ text: String, around span: Span) {
    let scalars = Array(text.unicodeScalars)
    guard span.end <= scalars.count, span.begin < span.end else { return nil }
    var begin = max(0, span.begin - Self.reach)
    while begin > 0, begin < span.begin, scalars[begin - 1] != " ", scalars[begin - 1] != "\n" {
      begin += 1
    }
    var end = min(scalars.count, span.end + Self.reach)
    while end < scalars.count, end > span.end, scalars[end] != " ", scalars[end] != "\n" {
      end -= 1
    }
    var view = String.UnicodeScalarView()
    if begin > 0 { view.append("…") }
    let shift = view.count - begin
    view.append(contentsOf: scalars[begin..<end].map { $0 == "\n" ? " " : $0 })
    if end < scalars.count { view.append("…") }
    self.text = String(view)
    highlight = Span(span.begin + shift, span.end + shift)
  }
}
