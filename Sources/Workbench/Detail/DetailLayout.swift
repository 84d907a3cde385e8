import Display
import Review

/// A drawn detail: its lines, and the things in it that can have the focus.
public struct DetailLayout: Hashable, Sendable {
  /// Something in a detail that can have the focus.
  public struct Item: Hashable, Sendable {
    /// The lines it takes.
    public var lines: Range<Int>
    /// The part to decide, if it is one.
    public var part: String?
    /// What `Enter` opens.
    public var source: DocumentReference?
    /// What the linear driver says of it.
    public var spoken: SafeText

    /// Makes an item.
    public init(
      lines: Range<Int>, part: String?, source: DocumentReference?, spoken: SafeText
    ) {
      self.lines = lines
      self.part = part
      self.source = source
      self.spoken = spoken
    }
  }

  /// The lines.
  public var lines: [StyledLine]
  /// The things that can have the focus, from top to bottom.
  public var items: [Item]

  /// An empty layout.
  public init() {
    lines = []
    items = []
  }

  mutating func add(_ line: StyledLine) { lines.append(line) }

  mutating func add(_ more: [StyledLine]) { lines += more }

  mutating func gap() {
    if let last = lines.last, !last.isEmpty { lines.append(StyledLine()) }
  }

  mutating func item(
    part: String?, source: DocumentReference?, spoken: SafeText,
    _ draw: (inout DetailLayout) -> Void
  ) {
    let start = lines.count
    draw(&self)
    items.append(
      Item(lines: start..<lines.count, part: part, source: source, spoken: spoken))
  }
}
