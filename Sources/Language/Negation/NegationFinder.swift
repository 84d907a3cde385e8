/// The search for the negations of one text.
struct NegationFinder {
  /// The number of words that may stand between « ne » and the word that completes it.
  private static let neReach = 6
  /// The number of words a scope may cover after « pas » and its like.
  private static let fullReach = 9
  /// The number of words a scope may cover after sans, manque de and peu.
  private static let shortReach = 4

  private let meanings: [NegationWord?]
  private let hashes: [UInt64]
  private let map: SentenceMap

  init(_ text: TokenizedText, _ map: SentenceMap) {
    self.map = map
    hashes = map.words.map { text.tokens[$0].hash }
    meanings = hashes.map { NegationWord.of($0) }
  }

  /// Calls the body with each scope, in the order of the cues.
  func forEachScope(_ body: (NegationMap.Scope) -> Void) {
    var word = 0
    while word < meanings.count {
      guard let meaning = meanings[word] else {
        word += 1
        continue
      }
      if meaning == .ne {
        let cue = completion(ofNeAt: word)
        if let cue {
          if let scope = scope(cue: cue, from: word) { body(scope) }
          word = cue + 1
        } else {
          word += 1
        }
        continue
      }
      if isBareCue(meaning, at: word), let scope = scope(cue: word, from: word) { body(scope) }
      word += 1
    }
  }

  /// The word that completes a « ne », or `nil` when there is none (« ne … que », « n'ose »).
  private func completion(ofNeAt start: Int) -> Int? {
    for word in (start + 1)..<max(start + 1, min(start + 1 + Self.neReach, meanings.count)) {
      if map.breaks[word] > .soft { return nil }
      guard let meaning = meanings[word] else { continue }
      if meaning.completesNe { return word }
      if meaning == .opposing || meaning == .ne { return nil }
    }
    return nil
  }

  /// Whether a word negates without « ne ».
  private func isBareCue(_ meaning: NegationWord, at word: Int) -> Bool {
    let before = word > 0 && map.breaks[word] == .none ? hashes[word - 1] : nil
    switch meaning {
    case .pas: return !(before.map { NegationWord.countsOfSteps.contains($0) } ?? false)
    case .plus: return next(word).map { NegationWord.afterNegativePlus.contains($0) } ?? false
    case .jamais: return before != Self.si
    case .rien, .ni: return true
    case .aucun: return next(word) != Self.doute
    case .nobody: return hashes[word] == Self.nullement || isNobody(word)
    case .without: return !(next(word).map { NegationWord.emptyAfterSans.contains($0) } ?? false)
    case .lack: return hashes[word] == Self.zero || self.meaning(after: word) == .of
    case .little:
      return !(before.map { NegationWord.beforeHarmlessPeu.contains($0) } ?? false)
        && !(next(word).map { NegationWord.afterHarmlessPeu.contains($0) } ?? false)
    default: return false
    }
  }

  private static let si = StableHash.of("si")
  private static let nullement = StableHash.of("nullement")
  private static let doute = StableHash.of("doute")
  private static let zero = StableHash.of("zero")

  /// Whether « personne » is nobody: before « ne », and not « la personne ».
  private func isNobody(_ word: Int) -> Bool {
    guard meaning(after: word) == .ne else { return false }
    return word == 0 || map.breaks[word] != .none || meanings[word - 1] != .subject
  }

  private func next(_ word: Int) -> UInt64? {
    word + 1 < hashes.count && map.breaks[word + 1] == .none ? hashes[word + 1] : nil
  }

  private func meaning(after word: Int) -> NegationWord? {
    next(word) == nil ? nil : meanings[word + 1]
  }

  /// The scope of a cue, or `nil` for the expressions that do not negate.
  private func scope(cue: Int, from start: Int) -> NegationMap.Scope? {
    guard let meaning = meanings[cue], !isIdiom(meaning, at: cue) else { return nil }
    let isShort = meaning == .without || meaning == .lack || meaning == .little
    let reach = isShort ? Self.shortReach : Self.fullReach
    var end = cue + 1
    while end < meanings.count, end - cue <= reach, map.breaks[end] == .none {
      if meanings[end] == .opposing { break }
      if meanings[end] == .and, end + 1 < meanings.count, meanings[end + 1] == .subject { break }
      end += 1
    }
    return NegationMap.Scope(cue: cue, words: start..<end)
  }

  /// Whether a cue belongs to an expression that does not negate.
  private func isIdiom(_ meaning: NegationWord, at cue: Int) -> Bool {
    guard let following = next(cue) else { return false }
    switch meaning {
    case .pas: return meanings[cue + 1] == .que || NegationWord.praisedByPas.contains(following)
    case .plus: return meanings[cue + 1] == .que
    case .rien:
      guard meanings[cue + 1] == .to, let verb = next(cue + 1) else { return false }
      return NegationWord.praisedByRien.contains(verb)
    default: return false
    }
  }
}
