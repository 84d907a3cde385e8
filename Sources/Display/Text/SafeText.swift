/// A line of text that is safe to put on a terminal: the only thing that can become cells.
///
/// Reviews, letters and calls are hostile input: an escape sequence could rename the window or fill
/// the clipboard, a bidirectional override could make a line read backwards. The initialiser
/// replaces whatever acts instead of showing by a visible mark (`␛`, `‹U+202E›`) and counts what it
/// replaced; there is no other way in except literals of the program.
public struct SafeText: Hashable, Sendable {
  /// Combining marks kept on one base character; more are replaced by one mark that counts them.
  public static let maximumMarksPerBase = 4
  /// Nothing.
  public static let empty = SafeText()

  /// The text, which holds no control, invisible, private or unassigned character.
  public let content: String
  /// The columns the text takes.
  public let width: Int
  /// How many characters were replaced or set apart because they could deceive or act.
  public let alterations: Int
  /// The ranges given in `tracking`, in code points of `content`.
  public let tracked: [Range<Int>]

  /// Whether every code point takes one cell of its own: most text does, and is drawn faster.
  let isPlain: Bool

  /// Makes safe text from any text. A line end or a tabulator becomes a space, which is not
  /// counted as an alteration; everything else that does not simply show becomes a visible mark.
  public init(_ hostile: String) {
    self = Sanitiser.line(hostile, tracking: [])
  }

  /// Makes safe text from a part of a text.
  public init(_ hostile: some StringProtocol) {
    self.init(String(hostile))
  }

  /// Makes safe text and says in `tracked` where ranges of the original (in code points) are in
  /// it; ranges beyond the text are cut, empty or reversed ones give empty ranges.
  public init(_ hostile: some StringProtocol, tracking ranges: [Range<Int>]) {
    self = Sanitiser.line(String(hostile), tracking: ranges)
  }

  /// Makes safe text from bytes that claim to be UTF-8; every broken byte becomes a mark.
  public init(bytes: some Sequence<UInt8>) {
    self.init(Sanitiser.decode(bytes))
  }

  /// Makes safe text from what `Sanitiser` and the charts have already checked.
  init(
    checked content: String, width: Int, isPlain: Bool, alterations: Int = 0,
    tracked: [Range<Int>] = []
  ) {
    self.content = content
    self.width = width
    self.isPlain = isPlain
    self.alterations = alterations
    self.tracked = tracked
  }

  init() {
    self.init(checked: "", width: 0, isPlain: true)
  }

  /// Whether something was replaced; the screen must say so.
  public var wasAltered: Bool { alterations > 0 }
  /// Whether there is nothing to show.
  public var isEmpty: Bool { content.isEmpty }

  /// The two texts, one after the other.
  public static func + (left: SafeText, right: SafeText) -> SafeText {
    if left.tracked.isEmpty && right.tracked.isEmpty {
      return SafeText(
        checked: left.content + right.content, width: left.width + right.width,
        isPlain: left.isPlain && right.isPlain,
        alterations: left.alterations + right.alterations)
    }
    let offset = right.tracked.isEmpty ? 0 : left.content.unicodeScalars.count
    return SafeText(
      checked: left.content + right.content,
      width: left.width + right.width,
      isPlain: left.isPlain && right.isPlain,
      alterations: left.alterations + right.alterations,
      tracked: left.tracked
        + right.tracked.map { $0.lowerBound + offset..<$0.upperBound + offset })
  }

  /// The text repeated; a negative count gives nothing, and the width stays below `Rect.limit`.
  public func repeated(_ count: Int) -> SafeText {
    let times = min(max(count, 0), Rect.limit / max(width, 1))
    return SafeText(
      checked: String(repeating: content, count: times), width: width * times,
      isPlain: isPlain, alterations: alterations)
  }
}

extension SafeText: ExpressibleByStringLiteral {
  /// Makes safe text from a literal of the program; interpolation is not possible on purpose.
  public init(stringLiteral value: StaticString) {
    self.init(value.description)
  }
}

extension SafeText: CustomStringConvertible {
  /// The text.
  public var description: String { content }
}

extension Sequence<SafeText> {
  /// The texts one after the other with a separator between them.
  public func joined(by separator: SafeText = "") -> SafeText {
    var result = SafeText.empty
    for (rank, text) in enumerated() {
      result = rank == 0 ? text : result + separator + text
    }
    return result
  }
}
