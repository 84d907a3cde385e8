import Language

/// A letter's text cut into lines, with page furniture marked.
///
/// Ends of line are those of all systems, form feeds end pages. Lines are bounded in number; a text
/// without any end of line is one line.
struct LetterLines: Sendable {
  /// The largest number of lines that are looked at.
  static let lineLimit = 200_000

  /// The code points of the letter.
  let scalars: [Unicode.Scalar]
  /// The lines.
  let lines: [SourceLine]
  /// Whether hardly any blank line parts paragraphs.
  let isDense: Bool
  /// The length of a full line, in code points.
  let fullWidth: Int

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    self.scalars = scalars
    var lines: [SourceLine] = []
    var start = 0
    var page = 0
    var place = 0
    while place <= scalars.count, lines.count < Self.lineLimit {
      let isEnd = place == scalars.count
      guard isEnd || Self.isBreak(scalars[place]) else {
        place += 1
        continue
      }
      lines.append(Self.line(start..<place, page: page, in: scalars))
      if isEnd { break }
      let isPair =
        scalars[place] == "\r" && place + 1 < scalars.count && scalars[place + 1] == "\n"
      if scalars[place] == "\u{0C}" { page += 1 }
      place += isPair ? 2 : 1
      start = place
    }
    self.lines = PageFurniture.marked(lines)
    let full = lines.filter { !$0.isBlank }
    isDense = (lines.count - full.count) * 12 < full.count
    let widths = full.map(\.range.count).sorted()
    fullWidth = widths.isEmpty ? 0 : widths[widths.count * 9 / 10]
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private static func line(
    _ range: Range<Int>, page: Int, in scalars: [Unicode.Scalar]
  ) -> SourceLine {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    let folded = String(view).folded.withSingleSpaces
    let first = scalars[range].first { !$0.isSpace }
    return SourceLine(
      range: range, page: page, folded: folded,
      beginsLower: first?.properties.isLowercase ?? false)
  }

  /// The text of a range of code points.
  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}
