import Foundation
import Language

/// The concepts that are looked for, and the trie that finds them.
struct Terminology: Sendable {
  private(set) var concepts: [Concept] = []
  private(set) var trie = PhraseTrie()
  /// The first concept of each kind and code.
  private var byKey: [String: Int32] = [:]

  /// The preferred words of a code, or `nil`.
  func label(kind: ConceptKind, code: String) -> String? {
    guard !code.isEmpty else { return nil }
    return byKey[kind.rawValue + "|" + code].map { concepts[Int($0)].label }
  }

  private mutating func append(_ concept: Concept) {
    if !concept.code.isEmpty, byKey[concept.key] == nil {
      byKey[concept.key] = Int32(concepts.count)
    }
    concepts.append(concept)
  }

  /// The concepts of this module.
  static let standard: Terminology = {
    var terminology = Terminology()
    for (kind, rows) in ConceptLexicon.all {
      for row in rows { terminology.add(row, kind: kind) }
    }
    for row in TumourNames.malignant { terminology.add(row, kind: .morphology) }
    return terminology
  }()

  init() {}

  /// Adds a line « code | label | synonym | synonym »; braces spell out alternatives.
  private mutating func add(_ row: String, kind: ConceptKind) {
    let fields = row.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard fields.count >= 2 else { return }
    let index = Int32(concepts.count)
    append(Concept(kind: kind, code: fields[0], label: Self.plain(fields[1])))
    for field in fields.dropFirst() {
      for phrase in BraceExpansion.expand(field) { trie.insert(phrase, value: index) }
    }
  }

  /// A label without its braces: their first choice.
  private static func plain(_ label: String) -> String {
    BraceExpansion.expand(label).first ?? label
  }

  /// Adds a term given by the user; terms that are there already stay what they are.
  mutating func add(_ term: GivenTerm) {
    let words = Self.cleaned(term.term)
    guard let kind = ConceptKind(rawValue: term.kind) else { return }
    if kind == .abbreviation { return addAbbreviation(term) }
    let stems = PhraseTrie.stems(of: words)
    guard !stems.isEmpty, stems.count <= 12, words.count >= 3 else { return }
    if let known = trie.value(of: stems[...]), concepts[Int(known)].kind != .abbreviation { return }
    append(Concept(kind: kind, code: term.code, label: term.term))
    trie.insert(stems, value: Int32(concepts.count - 1), replaces: true)
  }

  /// An abbreviation stands for what its long form stands for.
  private mutating func addAbbreviation(_ term: GivenTerm) {
    let long = PhraseTrie.stems(of: Self.cleaned(term.code))
    guard term.term.count >= 2, let value = trie.value(of: long[...]) else { return }
    trie.insert(term.term, value: value)
  }

  /// Labels of classifications carry words that nobody writes in a report.
  private static func cleaned(_ label: String) -> String {
    var text = label
    if let open = text.firstIndex(of: "(") { text = String(text[..<open]) }
    for tail in [", sans précision", ", non précisé", ", non précisée", " SAI", ", autre"] {
      if let range = text.range(of: tail) { text = String(text[..<range.lowerBound]) }
    }
    return text
  }

  /// A concept found in a text.
  struct Match: Sendable, Hashable {
    var tokens: Range<Int>
    var concept: Int32
  }

  /// The concepts of a text, longest first from the left, sentence by sentence.
  func matches(_ text: ClinicalText) -> [Match] {
    var found: [Match] = []
    for sentence in text.sentences {
      for match in trie.matches(text.stems, in: sentence) {
        found.append(Match(tokens: match.tokens, concept: match.value))
      }
    }
    return found
  }
}
