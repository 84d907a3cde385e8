import Language

/// Repairs what recognisers make of the field's terms, by known mishearings and by sound; only
/// towards terms of the field, so that nothing else is touched.
struct DomainRepair: Sendable {
  /// The repairs of the shipped lexicon.
  static let shared = DomainRepair()

  /// A term and how many words it replaces.
  struct Repair {
    var count: Int
    var words: [String]
  }

  private let variants: [String: [String]]
  private let terms: Set<String>
  private let sounds: [String: String]
  private static let longest = 4

  init() {
    var variants: [String: [String]] = [:]
    for (term, heard) in DomainTerms.mishearings {
      for words in heard {
        variants[words.folded] = term.folded.split(separator: " ").map(String.init)
      }
    }
    self.variants = variants
    terms = Set(DomainTerms.soundRepaired)
    var sounds: [String: String] = [:]
    for term in DomainTerms.soundRepaired { sounds[FrenchSound.key(term)] = term }
    self.sounds = sounds
  }

  func repair(_ words: [String], at place: Int) -> Repair? {
    for count in stride(from: min(Self.longest, words.count - place), through: 1, by: -1) {
      let heard = words[place..<place + count].joined(separator: " ")
      if let term = variants[heard] { return Repair(count: count, words: term) }
    }
    let word = words[place]
    guard word.utf8.count >= 5, !terms.contains(word), let term = sounds[FrenchSound.key(word)]
    else { return nil }
    return Repair(count: 1, words: [term])
  }
}
