/// A text that can be drawn: the only thing that can become cells.
///
/// It is made in one place, which replaces whatever could command a terminal or deceive a reader —
/// control characters, escape sequences, C1, bidirectional controls, invisible and tag characters,
/// private use, piles of combining marks — by visible marks, and counts what it altered. Reviews,
/// letters and calls are hostile input (CWE-150).
public struct SafeText: Hashable, Sendable {
  /// The number of combining marks kept on one base character.
  public static let marksPerBase = 4

  /// One drawn character: a base scalar and the marks that sit on it.
  struct Glyph: Hashable, Sendable {
    var base: Unicode.Scalar
    var marks: String
    var width: Int
  }

  /// The safe text.
  public let string: String
  /// The number of columns it takes.
  public let width: Int
  /// The number of characters of the original that were replaced.
  public let alterations: Int
  let glyphs: [Glyph]

  /// Whether something was replaced.
  public var wasAltered: Bool { alterations > 0 }
  /// Whether there is nothing to draw.
  public var isEmpty: Bool { glyphs.isEmpty }

  /// Makes any text safe. Line ends and tabs become a space; use `lines` to keep them apart.
  public init(_ text: some StringProtocol) {
    var builder = SafeTextBuilder()
    for scalar in text.unicodeScalars { builder.append(scalar) }
    self = builder.text
  }

  init(glyphs: [Glyph], alterations: Int) {
    self.glyphs = glyphs
    self.alterations = alterations
    var string = String.UnicodeScalarView()
    var width = 0
    for glyph in glyphs {
      string.append(glyph.base)
      string.append(contentsOf: glyph.marks.unicodeScalars)
      width += glyph.width
    }
    self.string = String(string)
    self.width = width
  }

  /// Makes a text safe and tells where given code points of the original land.
  ///
  /// - Parameter tracking: ranges of code points of the original, in any order.
  /// - Returns: the text, and for each range the glyphs it covers.
  public static func tracking(
    _ text: String, ranges: [Range<Int>]
  ) -> (text: SafeText, ranges: [Range<Int>]) {
    var builder = SafeTextBuilder()
    var places: [Int] = []
    places.reserveCapacity(text.utf8.count + 1)
    for scalar in text.unicodeScalars {
      places.append(builder.count)
      builder.append(scalar)
    }
    let end = builder.count
    places.append(end)
    let moved = ranges.map { range in
      let begin = range.lowerBound < places.count ? places[max(0, range.lowerBound)] : end
      let close = range.upperBound < places.count ? places[max(0, range.upperBound)] : end
      return begin..<max(begin, close)
    }
    return (builder.text, moved)
  }

  /// The lines of a text, each made safe; the text is cut at line feeds, carriage returns before
  /// them are part of the line end.
  public static func lines(_ text: String) -> [SafeText] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      SafeText(String(line.last == "\r" ? line.dropLast() : line))
    }
  }

  /// The bytes of a text as hexadecimal pairs, sixteen on a line, to look at what was altered.
  public static func hexadecimalView(_ text: String, limit: Int = 4096) -> [SafeText] {
    let digits = Array("0123456789abcdef")
    let bytes = Array(text.utf8.prefix(limit))
    return stride(from: 0, to: bytes.count, by: 16).map { start in
      let row = bytes[start..<min(start + 16, bytes.count)]
      let hexadecimal = row.map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }
      return SafeText(hexadecimal.joined(separator: " "))
    }
  }

  /// The two texts one after the other.
  public static func + (left: SafeText, right: SafeText) -> SafeText {
    SafeText(
      glyphs: left.glyphs + right.glyphs, alterations: left.alterations + right.alterations)
  }

  /// A part of the text, by glyphs.
  func part(_ range: Range<Int>) -> SafeText {
    SafeText(glyphs: Array(glyphs[range.clamped(to: 0..<glyphs.count)]), alterations: 0)
  }
}

extension SafeText: ExpressibleByStringLiteral {
  /// Makes a text from a literal of the program.
  public init(stringLiteral text: String) { self.init(text) }
}

extension SafeText: CustomStringConvertible {
  /// The safe text.
  public var description: String { string }
}
