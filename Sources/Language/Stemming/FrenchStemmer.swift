/// The two stemmers of the University of Neuchâtel for French, on folded words.
///
/// Source: J. Savoy, "A stemming procedure and stopword list for general French corpora", JASIS
/// 50(10), 1999, and "Light stemming approaches for the French, Portuguese, German and Hungarian
/// languages", SAC 2006. Accents are folded before, so that é and e fall together.
public enum FrenchStemmer {
  /// How much a stemmer takes away.
  public enum Strength: Sendable {
    /// Plural, feminine and infinitive endings.
    case minimal
    /// The derivational endings of nouns and adjectives too (-issement, -ateur, -euse…).
    case light
  }

  /// The stem of a word; it is folded first.
  public static func stem(_ word: String, _ strength: Strength = .minimal) -> String {
    var letters = Array(word.folded.utf8)
    stem(&letters, strength)
    return String(decoding: letters, as: UTF8.self)
  }

  /// Shortens folded letters to their stem.
  public static func stem(_ letters: inout [UInt8], _ strength: Strength = .minimal) {
    switch strength {
    case .minimal: minimal(&letters)
    case .light: LightFrenchStemmer.stem(&letters)
    }
  }

  private static let shortest = 6

  private static func minimal(_ letters: inout [UInt8]) {
    guard letters.count >= shortest else { return }
    if letters.last == UInt8(ascii: "x") {
      let place = letters.count - 3
      if letters[place] == UInt8(ascii: "a"), letters[place + 1] == UInt8(ascii: "u") {
        letters[place + 1] = UInt8(ascii: "l")
      }
      letters.removeLast()
      return
    }
    // The published algorithm drops e then é: two e after folding.
    for ending in ["s", "r", "e", "e"] where letters.last == ending.utf8.first {
      letters.removeLast()
    }
    let last = letters.count - 1
    if letters[last] == letters[last - 1], isLetter(letters[last]) { letters.removeLast() }
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
  }
}
