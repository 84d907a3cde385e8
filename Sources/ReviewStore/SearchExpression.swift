import Language
import Review

/// Makes full text expressions of queries. The index holds stems; fields are words of their own
/// (`sitezzbugey`) in a second column.
struct SearchExpression {
  /// The largest number of stems that the beginning of a word stands for.
  static let beginningLimit = 40
  /// What parts a field's name from a word of its value, in one word of the index.
  private static let mark = "zz"

  /// Gives the stems of the words that begin so.
  let stems: (String) throws -> [String]

  /// The words of the second column for a document.
  static func fieldWords(_ document: Document) -> String {
    var words = [project(document.project)]
    for (name, value) in document.attributes.sorted(by: { $0.key < $1.key }) {
      for word in Set(SearchWord.words(in: value).map(\.exact)).sorted().prefix(64) {
        words.append(field(name, word))
      }
    }
    return words.joined(separator: " ")
  }

  private static func project(_ project: Project) -> String { field("project", project.rawValue) }

  private static func field(_ name: String, _ word: String) -> String {
    (name + mark + word).lowercased().filter { $0.isLetter || $0.isNumber }
  }

  /// The expression of a query in a project, or `nil` when nothing is looked for.
  func expression(_ query: SearchQuery, project: Project) throws -> String? {
    guard !query.isEmpty else { return nil }
    var parts = [Self.inFields(Self.project(project))]
    for field in query.fields {
      parts += field.words.map { Self.inFields(Self.field(field.name, $0)) }
    }
    let kept = parts.joined(separator: " AND ")
    guard let node = query.node else { return kept }
    if case .not(let inner) = node { return try "(\(kept)) NOT \(text(inner))" }
    guard case .all(let nodes) = node else { return try "\(kept) AND \(text(node))" }
    let (negative, positive) = Self.parted(nodes)
    let wanted = try ([kept] + positive.map { try text($0) }).joined(separator: " AND ")
    let expression: String = try negative.reduce("(\(wanted))") { try "\($0) NOT \(text($1))" }
    return expression
  }

  private static func parted(
    _ nodes: [SearchQuery.Node]
  ) -> (negative: [SearchQuery.Node], positive: [SearchQuery.Node]) {
    var parted: (negative: [SearchQuery.Node], positive: [SearchQuery.Node]) = ([], [])
    for node in nodes {
      if case .not(let inner) = node {
        parted.negative.append(inner)
      } else {
        parted.positive.append(node)
      }
    }
    return parted
  }

  private static func inFields(_ word: String) -> String { "field : \"\(word)\"" }

  private func text(_ node: SearchQuery.Node) throws -> String { try "text : (\(inner(node)))" }

  private func inner(_ node: SearchQuery.Node) throws -> String {
    switch node {
    case .word(let stem, let prefix):
      // A short word typed in full stands for itself: « eau » is no beginning of « eaux-vannes ».
      let others = prefix.utf8.count < SearchQuery.shortestBeginning ? [] : try stems(prefix)
      return Self.alternatives([stem] + others)
    case .prefix(let prefix): return Self.alternatives(try stems(prefix))
    case .phrase(let words):
      return "\"" + words.map { SearchWord.stem($0) }.joined(separator: " ") + "\""
    case .near(let stems, let distance):
      return "NEAR(" + stems.map { "\"\($0)\"" }.joined(separator: " ") + ", \(distance))"
    case .all(let nodes): return try nodes.map { try "(\(inner($0)))" }.joined(separator: " AND ")
    case .any(let nodes): return try nodes.map { try "(\(inner($0)))" }.joined(separator: " OR ")
    case .not(let node): return try inner(node)
    }
  }

  /// One of several stems; without any, a word that no text holds.
  private static func alternatives(_ stems: [String]) -> String {
    var seen: Set<String> = []
    let wanted = stems.filter { !$0.isEmpty && seen.insert($0).inserted }
    return wanted.isEmpty ? "\"zzzznothing\"" : wanted.map { "\"\($0)\"" }.joined(separator: " OR ")
  }
}
