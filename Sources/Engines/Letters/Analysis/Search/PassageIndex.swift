import Foundation
import Language
import Review

/// The paragraphs of letters, indexed in memory.
struct PassageIndex: Sendable {
  /// A paragraph.
  struct Passage: Sendable {
    /// The place of its letter in the list given.
    var letter: Int
    /// The paragraph on one line.
    var text: String
  }

  /// The number of letters that are cut at the same time.
  private static let batch = 256

  /// The paragraphs of all letters, in order.
  let passages: [Passage]
  /// The letters, their texts left out.
  private let letters: [Letter]
  private let postings: WordPostings
  private let meanLength: Double

  /// Cuts and indexes letters.
  init(_ letters: [Letter]) {
    self.letters = letters.map { letter in
      var letter = letter
      letter.text = ""
      letter.items = []
      return letter
    }
    var passages: [Passage] = []
    var builder = WordPostings.Builder()
    for start in stride(from: 0, to: letters.count, by: Self.batch) {
      let places = Array(start..<min(start + Self.batch, letters.count))
      for found in Parallel.map(places, { Self.passages(of: letters[$0], at: $0) }) {
        for (passage, words) in found {
          passages.append(passage)
          builder.add(words)
        }
      }
    }
    self.passages = passages
    postings = builder.build()
    let length = postings.lengths.reduce(0) { $0 + Int($1) }
    meanLength = max(1, Double(length) / Double(max(1, passages.count)))
  }

  private static func passages(
    of letter: Letter, at place: Int
  ) -> [(Passage, TokenizedText)] {
    let lines = LetterLines(letter.text)
    return ParagraphBuilder.paragraphs(0..<lines.lines.count, of: lines).map { paragraph in
      let text = paragraph.text.text
      return (Passage(letter: place, text: text), TokenizedText(text))
    }
  }

  /// The number of a passage's letter, or its file.
  func name(of passage: Passage) -> String {
    letters[passage.letter].key
  }

  /// The places of the passages that answer a query, best first.
  func search(_ query: SearchQuery, limit: Int) -> [Int] {
    guard !query.isEmpty else { return [] }
    var found = query.node.map { candidates($0) } ?? PassageSet(allOf: passages.count)
    if let allowed = allowed(query) { found.formIntersection(allowed) }
    let check = query.node.flatMap { Self.holdsOrder($0) ? orderCheck($0) : nil }
    var places: [Int] = []
    var words: [UInt32] = []
    found.visit { place in
      if let check {
        postings.sequence(place, into: &words)
        guard check.holds(words) else { return }
      }
      places.append(place)
    }
    guard let node = query.node else { return Array(places.prefix(limit)) }
    let scores = PassageRanking(postings: postings, meanLength: meanLength).scores(wanted(node))
    return PassageRanking.best(places, scores, limit: limit)
  }

  private func orderCheck(_ node: SearchQuery.Node) -> WordOrderCheck {
    WordOrderCheck(
      node, number: { word in postings.number(of: word).map { postings.rank($0) } },
      stem: { stem in Set(postings.words(stem: stem).map { postings.rank(Int($0)) }) },
      words: { node in Set(words(of: node).map { postings.rank($0) }) })
  }

  // MARK: Which passages

  /// The passages that hold the words of a node; the order of a phrase's words, and how near words
  /// are, is left to be checked.
  private func candidates(_ node: SearchQuery.Node) -> PassageSet {
    var set = PassageSet(count: passages.count)
    switch node {
    case .word, .prefix:
      for word in words(of: node) { postings.insert(word, into: &set) }
    case .phrase(let words):
      set = PassageSet(allOf: passages.count)
      for word in words {
        var own = PassageSet(count: passages.count)
        if let number = postings.number(of: word) { postings.insert(number, into: &own) }
        set.formIntersection(own)
      }
    case .near(let stems, _):
      set = PassageSet(allOf: passages.count)
      for stem in stems {
        var own = PassageSet(count: passages.count)
        for word in postings.words(stem: stem) { postings.insert(Int(word), into: &own) }
        set.formIntersection(own)
      }
    case .all(let nodes):
      set = PassageSet(allOf: passages.count)
      for node in nodes { set.formIntersection(candidates(node)) }
    case .any(let nodes):
      for node in nodes { set.formUnion(candidates(node)) }
    case .not(let inner):
      set = PassageSet(allOf: passages.count)
      // What is excluded by order can only be told by looking.
      if !Self.holdsOrder(inner) { set.subtract(candidates(inner)) }
    }
    return set
  }

  /// The words that a word or a beginning of the query stands for.
  private func words(of node: SearchQuery.Node) -> [Int] {
    switch node {
    case .word(let stem, let prefix):
      let own = postings.words(stem: stem).map { Int($0) }
      guard prefix.utf8.count >= SearchQuery.shortestBeginning else { return own }
      return Array(Set(own).union(postings.words(beginning: prefix))).sorted()
    case .prefix(let prefix): return Array(postings.words(beginning: prefix))
    case .phrase(let words): return words.compactMap { postings.number(of: $0) }
    case .near(let stems, _):
      return stems.flatMap { postings.words(stem: $0).map { Int($0) } }
    case .all, .any, .not: return []
    }
  }

  /// The words that count in the ranking.
  private func wanted(_ node: SearchQuery.Node) -> Set<Int> {
    switch node {
    case .all(let nodes), .any(let nodes):
      nodes.reduce(into: []) { $0.formUnion(wanted($1)) }
    case .not: []
    case .word, .prefix, .phrase, .near: Set(words(of: node))
    }
  }

  private static func holdsOrder(_ node: SearchQuery.Node) -> Bool {
    switch node {
    case .phrase(let words): words.count > 1
    case .near: true
    case .all(let nodes), .any(let nodes): nodes.contains(where: holdsOrder)
    case .not(let inner): holdsOrder(inner)
    case .word, .prefix: false
    }
  }

  /// The passages of the letters within the query's fields and days, or `nil` for all.
  private func allowed(_ query: SearchQuery) -> PassageSet? {
    guard !query.fields.isEmpty || query.after != nil || query.before != nil else { return nil }
    let isAllowed = letters.map { LetterFields.match(query, $0) }
    var set = PassageSet(count: passages.count)
    for (place, passage) in passages.enumerated() where isAllowed[passage.letter] {
      set.insert(place)
    }
    return set
  }
}
