/// Savoy's light stemmer for French, on folded letters.
enum LightFrenchStemmer {
  /// One ending: what is cut, what is put in its place, from which length of the word on.
  private struct Rule {
    let ending: [UInt8]
    let replacement: [UInt8]
    let minimum: Int

    init(_ ending: String, _ replacement: String, over length: Int) {
      self.ending = Array(ending.utf8)
      self.replacement = Array(replacement.utf8)
      minimum = length + 1
    }
  }

  /// Endings of nouns and adjectives; the first that fits is applied.
  private static let rules: [Rule] = [
    Rule("issement", "ir", over: 9), Rule("issant", "ir", over: 8),
    Rule("ivement", "if", over: 7), Rule("ement", "e", over: 6),
    Rule("ficatrice", "fier", over: 11), Rule("ficateur", "fier", over: 10),
    Rule("catrice", "quer", over: 9), Rule("cateur", "quer", over: 8),
    Rule("atrice", "er", over: 8), Rule("ateur", "er", over: 7),
    Rule("trice", "ter", over: 7), Rule("trice", "teur", over: 6), Rule("ieme", "", over: 5),
    Rule("teuse", "ter", over: 7), Rule("teur", "ter", over: 6), Rule("euse", "eu", over: 5),
    Rule("ere", "er", over: 8), Rule("ive", "if", over: 7), Rule("folle", "fou", over: 4),
    Rule("molle", "mou", over: 4), Rule("nnelle", "n", over: 8), Rule("nnel", "n", over: 8),
    Rule("ete", "et", over: 4), Rule("ique", "", over: 8), Rule("esse", "e", over: 8),
    Rule("inage", "in", over: 7), Rule("ualisation", "uel", over: 12),
    Rule("isation", "", over: 9), Rule("isateur", "", over: 9),
    Rule("ation", "", over: 8), Rule("ition", "", over: 8),
  ]

  /// Shortens folded letters to their stem.
  static func stem(_ letters: inout [UInt8]) {
    singular(&letters)
    if let rule = rules.first(where: { fits($0, letters) }) {
      letters.removeLast(rule.ending.count)
      letters += rule.replacement
    }
    normalise(&letters)
  }

  private static func fits(_ rule: Rule, _ letters: [UInt8]) -> Bool {
    letters.count >= rule.minimum && letters.suffix(rule.ending.count).elementsEqual(rule.ending)
  }

  /// Takes the marks of the plural away: -aux → -al, but -eaux → -eau; -eux → -eu; -s.
  private static func singular(_ letters: inout [UInt8]) {
    let isLong = letters.count > 5
    if letters.count > 3, letters.last == UInt8(ascii: "x") {
      let isAux = isLong && letters.suffix(3).elementsEqual("aux".utf8)
      let isEaux = letters.suffix(4).elementsEqual("eaux".utf8)
      letters.removeLast()
      if isAux, !isEaux { letters[letters.count - 1] = UInt8(ascii: "l") }
    }
    if letters.count > 3, letters.last == UInt8(ascii: "s") { letters.removeLast() }
  }

  /// Writes doubled letters once and cuts a last ie, r, e and double letter.
  private static func normalise(_ letters: inout [UInt8]) {
    guard letters.count > 4 else { return }
    var single: [UInt8] = []
    for letter in letters where letter != single.last || !FrenchStemmer.isLetter(letter) {
      single.append(letter)
    }
    letters = single
    if letters.count > 4, letters.suffix(2).elementsEqual("ie".utf8) { letters.removeLast(2) }
    guard letters.count > 4 else { return }
    for ending in ["r", "e", "e"] where letters.last == ending.utf8.first { letters.removeLast() }
    let last = letters.count - 1
    if letters[last] == letters[last - 1], FrenchStemmer.isLetter(letters[last]) {
      letters.removeLast()
    }
  }
}
