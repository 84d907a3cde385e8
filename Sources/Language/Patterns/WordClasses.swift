/// Which classes of words each word of a text belongs to.
///
/// A class is a list of alternatives: folded words, beginnings (`moisi*`), words that bear one slip
/// of the keyboard (`intoxication~`, seven letters at least) and words that must end in é, és, ée
/// or ées (`salé`).
struct WordClasses: Sendable {
  /// A class a word may belong to, and on which condition.
  private struct Entry: Sendable {
    let id: Int
    let needsAcute: Bool
  }

  /// The shortest word that may be misspelled.
  static let shortestMisspelled = 7

  private var exact: [UInt64: [Entry]] = [:]
  private var beginnings: [UInt64: [Int]] = [:]
  /// The lengths of the beginnings, as bits.
  private var beginningLengths: UInt64 = 0
  /// Words that bear a slip, by the hash of each form with one letter less.
  private var shortened: [UInt64: [Int]] = [:]
  private var misspellable: [(letters: [UInt8], id: Int)] = []
  private var ids: [String: Int] = [:]

  /// The number of classes.
  var count: Int { ids.count }

  /// The class of a list of alternatives parted by bars; the same list gives the same class.
  mutating func id(of alternatives: String, in pattern: String) throws(PatternError) -> Int {
    if let known = ids[alternatives] { return known }
    guard alternatives.contains(where: { $0 != "|" }) else {
      throw PatternError(
        pattern: pattern, found: alternatives, expected: .init(fr: "un mot", en: "a word"))
    }
    let id = ids.count
    ids[alternatives] = id
    for alternative in alternatives.split(separator: "|") {
      try add(String(alternative), to: id, pattern)
    }
    return id
  }

  private mutating func add(
    _ alternative: String, to id: Int, _ pattern: String
  ) throws(PatternError) {
    let mark = alternative.last
    let bare = mark == "*" || mark == "~" ? String(alternative.dropLast()) : alternative
    let letters = Array(bare.folded.utf8)
    guard letters.count > 0, letters.allSatisfy({ $0 == 0x27 || FrenchWord.isWordByte($0) }) else {
      throw PatternError(
        pattern: pattern, found: alternative, expected: .init(fr: "un mot", en: "a word"))
    }
    switch mark {
    case "*":
      guard letters.count < 64 else { return }
      beginnings[Self.hash(letters), default: []].append(id)
      beginningLengths |= 1 << UInt64(letters.count)
    case "~":
      guard letters.count >= Self.shortestMisspelled else {
        throw PatternError(
          pattern: pattern, found: alternative,
          expected: .init(fr: "sept lettres au moins", en: "seven letters at least"))
      }
      exact[Self.hash(letters), default: []].append(Entry(id: id, needsAcute: false))
      addMisspelled(letters, id)
    default:
      let needsAcute =
        bare.hasSuffix("é") || bare.hasSuffix("ée") || bare.hasSuffix("és")
        || bare.hasSuffix("ées")
      exact[Self.hash(letters), default: []].append(Entry(id: id, needsAcute: needsAcute))
    }
  }

  private mutating func addMisspelled(_ letters: [UInt8], _ id: Int) {
    let index = misspellable.count
    misspellable.append((letters, id))
    for hash in Self.hashesWithOneLess(letters) + [Self.hash(letters)] {
      if shortened[hash]?.contains(index) != true { shortened[hash, default: []].append(index) }
    }
  }

  /// Adds the classes of a token to a list.
  func collect(_ token: Token, in text: TokenizedText, into list: inout [Int32]) {
    let start = list.count
    for entry in exact[token.hash] ?? []
    where !entry.needsAcute || token.marks.contains(.endsAcute) {
      list.append(Int32(entry.id))
    }
    let begin = Int(token.foldedBegin)
    var hash = StableHash()
    for length in 1...max(1, min(63, token.foldedCount)) where length <= token.foldedCount {
      hash.combine(text.bytes[begin + length - 1])
      guard beginningLengths & (1 << UInt64(length)) != 0 else { continue }
      for id in beginnings[hash.value] ?? [] { list.append(Int32(id)) }
    }
    if list.count == start, token.foldedCount >= Self.shortestMisspelled - 1 {
      collectMisspelled(token, in: text, into: &list)
    }
  }

  private func collectMisspelled(
    _ token: Token, in text: TokenizedText, into list: inout [Int32]
  ) {
    guard !shortened.isEmpty, token.foldedCount < 40 else { return }
    let letters = text.bytes[Int(token.foldedBegin)..<Int(token.foldedEnd)]
    var candidates: Set<Int> = []
    for hash in Self.hashesWithOneLess(Array(letters)) + [token.hash] {
      if let found = shortened[hash] { candidates.formUnion(found) }
    }
    for index in candidates.sorted() where FrenchWord.mayBeMisspelled(letters) {
      let word = misspellable[index]
      if word.letters.first == letters.first, EditDistance.isAtMostOne(word.letters, letters) {
        list.append(Int32(word.id))
      }
    }
  }

  private static func hash(_ letters: some Sequence<UInt8>) -> UInt64 {
    var hash = StableHash()
    hash.combine(letters)
    return hash.value
  }

  private static func hashesWithOneLess(_ letters: [UInt8]) -> [UInt64] {
    letters.indices.map { left in
      var hash = StableHash()
      for place in letters.indices where place != left { hash.combine(letters[place]) }
      return hash.value
    }
  }
}
