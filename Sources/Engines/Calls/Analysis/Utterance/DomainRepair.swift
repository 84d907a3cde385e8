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
  /// The words of the longest mishearing.
  private let longest: Int

  init() {
    var variants: [String: [String]] = [:]
    var longest = 1
    for (term, heard) in DomainTerms.mishearings {
      let right = Self.words(term)
      for words in heard.map(Self.words) where words != right {
        variants[words.joined(separator: " ")] = right
        longest = max(longest, words.count)
      }
    }
    self.variants = variants
    self.longest = longest
    terms = Set(DomainTerms.soundRepaired)
    var sounds: [String: String] = [:]
    for term in DomainTerms.soundRepaired { sounds[FrenchSound.key(term)] = term }
    self.sounds = sounds
  }

  /// The folded words as an utterance has them: an apostrophe parts two.
  private static func words(_ text: String) -> [String] {
    text.folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  func repair(_ words: [String], at place: Int) -> Repair? {
    for count in stride(from: min(longest, words.count - place), through: 1, by: -1) {
      let heard = words[place..<place + count].joined(separator: " ")
      if let term = variants[heard] { return Repair(count: count, words: term) }
    }
    let word = words[place]
    guard word.utf8.count >= 5, !terms.contains(word), let term = sounds[FrenchSound.key(word)]
    else { return nil }
    return Repair(count: 1, words: [term])
  }
}
