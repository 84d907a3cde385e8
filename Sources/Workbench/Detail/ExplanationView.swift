import Display

/// Draws an explanation under its four headings: a title, numbered headings, items that begin with
/// a dash, figures that begin with blanks, paragraphs.
public enum ExplanationView {
  /// The lines of an explanation, wrapped; items and figures keep their indent.
  public static func lines(_ explanation: [String], context: DrawingContext) -> [StyledLine] {
    explanation.enumerated().flatMap { rank, text in
      line(text, isTitle: rank == 0, context)
    }.map { $0.truncated(to: context.width, glyphs: context.glyphs) }
  }

  private static func line(
    _ text: String, isTitle: Bool, _ context: DrawingContext
  ) -> [StyledLine] {
    let words = context.words
    let width = context.width
    if isTitle {
      return StyledLine(SafeText(words.typeset(text)), Style(.title)).wrapped(to: width)
    }
    if isHeading(text) {
      return StyledLine(SafeText(words.typeset(text)), Style(.accent, .bold)).wrapped(to: width)
    }
    let indent = text.prefix { $0 == " " }.count
    let body = text.dropFirst(indent)
    let blank: SafeText = " "
    var prefix = StyledLine(blank.repeated(min(indent, width / 4)))
    if body.hasPrefix("- ") {
      prefix.append(context.glyphs == .ascii ? "- " : "• ", Style(.muted))
      return StyledLine(SafeText(words.typeset(String(body.dropFirst(2)))))
        .hanging(after: prefix, width: width)
    }
    return StyledLine(SafeText(words.typeset(String(body)))).hanging(after: prefix, width: width)
  }

  /// Whether a line begins with one digit, a full stop and a blank.
  private static func isHeading(_ text: String) -> Bool {
    let start = Array(text.utf8.prefix(3))
    return start.count == 3 && (0x31...0x39).contains(start[0]) && start[1] == 0x2E
      && start[2] == 0x20
  }
}
