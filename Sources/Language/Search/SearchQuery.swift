import Review

/// What a user looks for, read from a line of text.
///
/// Words are matched by their stems and all of them are wanted. `"…"` wants the very words in that
/// order, `mot*` all words that begin so, `-mot` texts without it, `OR` (`OU`, `|`) one of two,
/// `NEAR` words within ten of each other. `site:bugey`, `theme:incendie`, `inb:89`, `section:I`,
/// `after:2020-01-01`, `before:2022` (French names too) narrow the texts. Nothing is ever an error:
/// what is no operator is a word.
public struct SearchQuery: Hashable, Sendable {
  /// What the text must hold.
  public indirect enum Node: Hashable, Sendable {
    /// A word with this stem, or, when it has no such word, one that begins so.
    case word(stem: String, prefix: String)
    /// A word that begins so.
    case prefix(String)
    /// These very words in this order.
    case phrase([String])
    /// Words with these stems within a distance of each other.
    case near([String], distance: Int)
    /// All of these.
    case all([Node])
    /// One of these.
    case any([Node])
    /// None of this.
    case not(Node)
  }

  /// A field that must hold words.
  public struct Field: Hashable, Sendable {
    /// The field's own name (`site`, `theme`, `inb`, `section`).
    public let name: String
    /// The folded words of the value, all wanted.
    public let words: [String]
  }

  /// What the text must hold, or `nil` when only fields are given.
  public var node: Node?
  /// The fields.
  public var fields: [Field]
  /// The first day wanted.
  public var after: CalendarDate?
  /// The last day wanted.
  public var before: CalendarDate?

  /// How many letters a word needs to stand for those that begin so.
  public static let shortestBeginning = 3
  /// The largest number of words and operators of a query.
  public static let partLimit = 64

  /// Reads a query.
  public init(_ text: String) {
    var reader = SearchQueryReader(text)
    self = reader.read()
  }

  init(node: Node?, fields: [Field], after: CalendarDate?, before: CalendarDate?) {
    self.node = node
    self.fields = fields
    self.after = after
    self.before = before
  }

  /// Whether nothing at all is looked for.
  public var isEmpty: Bool { node == nil && fields.isEmpty && after == nil && before == nil }

  /// Whether a word of a text is one that is looked for, to be highlighted.
  public func wants(_ word: SearchWord) -> Bool {
    node.map { Self.wants(word, $0) } ?? false
  }

  private static func wants(_ word: SearchWord, _ node: Node) -> Bool {
    switch node {
    case .word(let stem, let prefix):
      word.hasStem(stem)
        || (prefix.utf8.count >= shortestBeginning && word.exact.hasPrefix(prefix))
    case .prefix(let prefix): word.exact.hasPrefix(prefix)
    case .phrase(let words): words.contains(word.exact)
    case .near(let stems, _): stems.contains { word.hasStem($0) }
    case .all(let nodes), .any(let nodes): nodes.contains { wants(word, $0) }
    case .not: false
    }
  }

  /// Whether a text holds what is wanted.
  public func matches(_ words: [SearchWord]) -> Bool {
    node.map { Self.matches(words, $0) } ?? true
  }

  private static func matches(_ words: [SearchWord], _ node: Node) -> Bool {
    switch node {
    case .word, .prefix: words.contains { wants($0, node) }
    case .phrase(let wanted): WordOrder.holds(wanted, in: words.map(\.exact))
    case .near(let stems, let distance): areNear(stems, within: distance, in: words)
    case .all(let nodes): nodes.allSatisfy { matches(words, $0) }
    case .any(let nodes): nodes.contains { matches(words, $0) }
    case .not(let inner): !matches(words, inner)
    }
  }

  private static func areNear(_ stems: [String], within distance: Int, in words: [SearchWord])
    -> Bool
  {
    WordOrder.areNear(
      words.map { word in stems.firstIndex { word.hasStem($0) } }, count: Set(stems).count,
      reach: distance + stems.count)
  }

  /// Whether only the order of the very words is left to check after their stems were found: an
  /// index of stems cannot tell « contrôle » from « contrôles ».
  public var needsExactCheck: Bool { node.map { Self.holdsPhrase($0) } ?? false }

  private static func holdsPhrase(_ node: Node) -> Bool {
    switch node {
    case .phrase: true
    case .all(let nodes), .any(let nodes): nodes.contains { holdsPhrase($0) }
    case .not(let inner): holdsPhrase(inner)
    case .word, .prefix, .near: false
    }
  }

  /// The searches of a text, one a line; of a table, the first column, whose heading `query` (or
  /// `recherche`) is left out.
  public static func list(in text: String) -> [String] {
    var text = Substring(text)
    if text.first == "\u{FEFF}" { text = text.dropFirst() }
    let lines = text.split(whereSeparator: \.isNewline).map { line in
      let first = line.split(separator: "\t", omittingEmptySubsequences: false).first ?? line
      return String(first).withSingleSpaces
    }
    let headings: Set<String> = ["query", "recherche"]
    return lines.enumerated().filter { index, line in
      !line.isEmpty && !(index == 0 && headings.contains(line.lowercased()))
    }.map(\.element)
  }
}
