extension SafeText {
  /// The most lines one text may give; what follows is said to be left out in a last line.
  public static let maximumLines = 100_000

  /// Makes safe text of every line of a text: line ends, paragraph ends and page ends divide. A
  /// line's `tracked` holds the parts, in its own code points, of the ranges given in code points
  /// of the whole text.
  public static func lines(
    _ hostile: some StringProtocol, tracking ranges: [Range<Int>] = []
  ) -> [SafeText] {
    var splitter = LineSplitter(ranges: ranges)
    var previous: Unicode.Scalar?
    for scalar in hostile.unicodeScalars {
      guard splitter.lines.count < maximumLines else { return splitter.lines + ["…"] }
      splitter.take(scalar, after: previous)
      previous = scalar
    }
    return splitter.finish()
  }
}

/// What divides a text into lines and hands each its share of the tracked ranges.
private struct LineSplitter {
  private(set) var lines: [SafeText] = []
  private let ranges: [Range<Int>]
  private var line = String.UnicodeScalarView()
  private var start = 0
  private var position = 0

  init(ranges: [Range<Int>]) {
    self.ranges = ranges
  }

  mutating func take(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) {
    position += 1
    switch scalar {
    case "\n" where previous == "\r" && line.last == "\r":
      line.removeLast()
      endLine(terminator: 2)
    case "\n", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": endLine(terminator: 1)
    default: line.append(scalar)
    }
  }

  mutating func finish() -> [SafeText] {
    if !line.isEmpty || lines.isEmpty { endLine(terminator: 0) }
    return lines
  }

  private mutating func endLine(terminator: Int) {
    let end = position - terminator
    let own = ranges.compactMap { range -> Range<Int>? in
      let lower = max(range.lowerBound, start)
      let upper = min(range.upperBound, end)
      return lower < upper ? lower - start..<upper - start : nil
    }
    lines.append(SafeText(String(line), tracking: own))
    line = String.UnicodeScalarView()
    start = position
  }
}
