import Language
import Review

/// Joins what the tagger found in a note to what the terminology found.
///
/// The terminology's concepts stay. A learned mention comes in where the terminology has nothing,
/// or where it says more exactly what the terminology says in general (« carcinome » inside
/// « carcinome micropapillaire infiltrant »).
struct ConceptMerging {
  /// A learned code must be at least so usual for its words.
  private static let leastShare = 0.5
  /// Words that annotators mark and that name no diagnosis: lesion, mass, nodule.
  private static let vague = "8000/"

  let terminology: Terminology
  let text: ClinicalText

  /// The mentions of a note in the order of the text.
  func merged(_ matches: [Terminology.Match], _ learned: [Mention]) -> [ConceptMention] {
    var found = matches.map {
      ConceptMention(concept: terminology.concepts[Int($0.concept)], tokens: $0.tokens)
    }
    guard !learned.isEmpty else { return found }
    for mention in learned {
      guard let concept = concept(of: mention) else { continue }
      let others = found.indices.filter { found[$0].tokens.overlaps(mention.tokens) }
      if others.isEmpty {
        found.append(
          ConceptMention(concept: concept, tokens: mention.tokens, isLearned: true))
      } else if others.count == 1, isRefinement(concept, mention.tokens, of: found[others[0]]) {
        found[others[0]] = ConceptMention(
          concept: concept, tokens: mention.tokens, isLearned: true)
      }
    }
    return found.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  private func isRefinement(
    _ concept: Concept, _ tokens: Range<Int>, of other: ConceptMention
  ) -> Bool {
    concept.kind == other.concept.kind && tokens.count > other.tokens.count
      && tokens.contains(other.tokens.lowerBound) && tokens.upperBound >= other.tokens.upperBound
      && concept.code != other.concept.code && !Self.isBroad(concept.code)
  }

  /// Codes of « tumour » and « carcinoma » without more, or of an organ without a part.
  private static func isBroad(_ code: String) -> Bool {
    code.hasPrefix("8000") || code.hasPrefix("8010") || code.hasSuffix(".9")
  }

  /// The concept a mention stands for; `nil` when it names none that a summary could use.
  private func concept(of mention: Mention) -> Concept? {
    guard let kind = Self.kind(of: mention.label) else { return nil }
    let isCoded = !mention.code.isEmpty && mention.score >= Self.leastShare
    guard isCoded || kind == .disease else { return nil }
    let code = isCoded ? mention.code : ""
    if code.hasPrefix(Self.vague), !code.hasSuffix("/6"), !code.hasSuffix("/3") { return nil }
    let known = terminology.label(kind: kind, code: code)
    return Concept(kind: kind, code: code, label: known ?? words(mention.tokens))
  }

  /// The words as they stand, in lower case and on one line.
  private func words(_ tokens: Range<Int>) -> String {
    text.string(tokens).lowercased().withSingleSpaces
  }

  /// The kind of concept that a label of annotators names.
  static func kind(of label: String) -> ConceptKind? {
    switch label.lowercased() {
    case "morphologie", "morphology", "histologie": .morphology
    case "topographie", "topography", "siege", "siège": .site
    case "disorder", "disease", "maladie", "pathologie": .disease
    default: ConceptKind(rawValue: label)
    }
  }
}
