import Language

/// Tells whether the words of a passage stand in the order, or as near, as a query wants: what an index
/// of words cannot tell.
struct WordOrderCheck {
  /// What a query wants, words given as their numbers.
  private indirect enum Node {
    case words(Set<UInt32>)
    case phrase([UInt32])
    /// For each word wanted, the numbers of the words that have its stem.
    case near([Set<UInt32>], distance: Int)
    case all([Node])
    case any([Node])
    case not(Node)
  }

  private let node: Node

  /// Prepares the check of a query.
  ///
  /// - Parameters:
  ///   - number: the number of a word, or `nil` when no passage holds it
  ///   - stem: the numbers of the words with a stem
  ///   - words: the numbers of the words that a word or a beginning of the query stands for
  init(
    _ query: SearchQuery.Node, number: (String) -> UInt32?, stem: (String) -> Set<UInt32>,
    words: (SearchQuery.Node) -> Set<UInt32>
  ) {
    func made(_ node: SearchQuery.Node) -> Node {
      switch node {
      case .word, .prefix: .words(words(node))
      // A number that no word has is found nowhere.
      case .phrase(let words): .phrase(words.map { number($0) ?? .max })
      case .near(let stems, let distance): .near(stems.map(stem), distance: distance)
      case .all(let nodes): .all(nodes.map(made))
      case .any(let nodes): .any(nodes.map(made))
      case .not(let inner): .not(made(inner))
      }
    }
    node = made(query)
  }

  /// Whether the words of a passage are as wanted.
  func holds(_ words: [UInt32]) -> Bool { Self.holds(node, words) }

  private static func holds(_ node: Node, _ words: [UInt32]) -> Bool {
    switch node {
    case .words(let wanted): words.contains { wanted.contains($0) }
    case .phrase(let phrase): WordOrder.holds(phrase, in: words)
    case .near(let groups, let distance):
      WordOrder.areNear(
        words.map { word in groups.firstIndex { $0.contains(word) } }, count: Set(groups).count,
        reach: distance + groups.count)
    case .all(let nodes): nodes.allSatisfy { holds($0, words) }
    case .any(let nodes): nodes.contains { holds($0, words) }
    case .not(let inner): !holds(inner, words)
    }
  }
}
