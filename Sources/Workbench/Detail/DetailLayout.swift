import Display
import Review

/// A drawn detail: its lines, and the things in it that can have the focus.
public struct DetailLayout: Hashable, Sendable {
  /// Something in a detail that can have the focus: a passage, a statement, a conversation, an
  /// event.
  public struct Item: Hashable, Sendable {
    /// The lines it takes.
    public var lines: Range<Int>
    /// The part to decide, if it is one.
    public var part: String?
    /// What `Enter` opens, the first source first.
    public var sources: [DocumentReference]
    /// The place in the ledger, for an event.
    public var event: Int?
    /// What the linear driver says of it.
    public var spoken: SafeText

    /// The first source, or `nil`.
    public var source: DocumentReference? { sources.first }
  }

  /// The lines, none wider than the context asked for.
  public private(set) var lines: [StyledLine] = []
  /// The things that can have the focus, from top to bottom.
  public private(set) var items: [Item] = []

  /// The pictures that the terminal itself shows in these lines.
  public private(set) var pictures: [PlacedPicture] = []

  /// An empty layout.
  public init() {}

  mutating func add(_ line: StyledLine) { lines.append(line) }

  mutating func add(_ more: [StyledLine]) { lines += more }

  mutating func add(_ more: [PlacedPicture]) { pictures += more }

  /// Adds an empty line, unless there is one already or nothing stands above.
  mutating func gap() {
    if let last = lines.last, !last.isEmpty { lines.append(StyledLine()) }
  }

  /// Adds what a closure draws as one thing that can have the focus.
  mutating func item(
    part: String? = nil, sources: [DocumentReference] = [], event: Int? = nil, spoken: SafeText,
    _ draw: (inout DetailLayout) -> Void
  ) {
    let start = lines.count
    draw(&self)
    items.append(
      Item(
        lines: start..<lines.count, part: part, sources: sources, event: event, spoken: spoken))
  }

  /// Cuts the lines that a very narrow screen cannot hold.
  mutating func fit(_ context: DrawingContext) {
    for index in lines.indices where lines[index].width > context.width {
      lines[index] = lines[index].truncated(to: context.width, glyphs: context.glyphs)
    }
  }
}
