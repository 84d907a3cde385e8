import Language

/// Turns an utterance into features, each knowing the word it comes from.
struct FeatureExtractor: Sendable {
  /// One occurrence of a feature.
  struct Feature {
    var block: FeatureBlock
    var key: UInt64
    /// The word of the utterance it begins with.
    var word: Int
  }

  /// The shipped groups, by stem.
  private static let concepts: [String: [UInt64]] = {
    var concepts: [String: [UInt64]] = [:]
    for (number, group) in ConceptWords.groups.enumerated() {
      for word in group.split(separator: " ") {
        let key = StableHash.of("concept \(number)")
        let stem = stem(String(word))
        if concepts[stem]?.contains(key) != true { concepts[stem, default: []].append(key) }
      }
    }
    return concepts
  }()

  static func stem(_ word: String) -> String { FrenchStemmer.stem(word, .light) }

  /// The features of an utterance, in the order of its words.
  func features(_ utterance: Utterance) -> [Feature] {
    var found: [Feature] = []
    found.reserveCapacity(utterance.words.count * 24)
    var previous: String?
    var previousStem: (text: String, word: Int)?
    for (place, word) in utterance.words.enumerated() {
      found.append(Feature(block: .words, key: StableHash.of(word.text, salt: 1), word: place))
      if let previous {
        let pair = StableHash.of(previous + " " + word.text, salt: 2)
        found.append(Feature(block: .words, key: pair, word: place - 1))
      }
      previous = word.text
      addLetters(word.text, place, &found)
      guard !StopWords.grammar.contains(word.text) else { continue }
      let stem = Self.stem(word.text)
      found.append(Feature(block: .stems, key: StableHash.of(stem, salt: 3), word: place))
      if let previousStem {
        let pair = StableHash.of(previousStem.text + " " + stem, salt: 4)
        found.append(Feature(block: .stems, key: pair, word: previousStem.word))
      }
      previousStem = (stem, place)
      for key in Self.concepts[stem] ?? [] {
        found.append(Feature(block: .concepts, key: key, word: place))
      }
    }
    return found
  }

  private func addLetters(_ word: String, _ place: Int, _ found: inout [Feature]) {
    let letters = [0x20] + Array(word.utf8.prefix(40)) + [0x20]
    for start in letters.indices {
      var hash = StableHash(salt: 5)
      for end in start..<min(start + 5, letters.count) {
        hash.combine(letters[end])
        if end > start {
          found.append(Feature(block: .letters, key: hash.value, word: place))
        }
      }
    }
  }
}
