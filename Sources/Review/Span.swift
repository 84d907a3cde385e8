/// A half-open range of Unicode code points of a text.
public struct Span: Hashable, Codable, Sendable, Comparable {
  /// The first code point.
  public let begin: Int
  /// The code point after the last.
  public let end: Int

  /// Makes a span; a negative begin becomes 0 and an end before begin becomes begin.
  public init(_ begin: Int, _ end: Int) {
    self.begin = max(0, begin)
    self.end = max(self.begin, end)
  }

  private enum CodingKeys: String, CodingKey {
    case begin
    case end
  }

  /// Reads a span; what a damaged store holds is brought into order as by `init(_:_:)`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try container.decode(Int.self, forKey: .begin), try container.decode(Int.self, forKey: .end))
  }

  /// The number of code points.
  public var count: Int { end - begin }

  /// The span as a range.
  public var range: Range<Int> { begin..<end }

  /// Whether at least one code point is shared.
  public func overlaps(_ other: Span) -> Bool { begin < other.end && other.begin < end }

  /// Spans that begin earlier come first, shorter ones before longer ones.
  public static func < (left: Span, right: Span) -> Bool {
    (left.begin, left.end) < (right.begin, right.end)
  }
}
