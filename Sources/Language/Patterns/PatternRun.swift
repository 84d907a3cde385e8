/// The matching of patterns against one text.
struct PatternRun {
  private let map: SentenceMap
  private let negations: NegationMap
  /// The classes of all words, one word after the other.
  private var flat: [Int32] = []
  /// Where each word's classes begin in `flat`, with the end as last entry.
  private var starts: [Int32] = []

  init(
    _ text: TokenizedText, _ map: SentenceMap, _ negations: NegationMap, _ classes: WordClasses
  ) {
    self.map = map
    self.negations = negations
    starts.reserveCapacity(map.words.count + 1)
    for word in map.words {
      starts.append(Int32(flat.count))
      classes.collect(text.tokens[word], in: text, into: &flat)
    }
    starts.append(Int32(flat.count))
  }

  /// The classes of a word.
  func classes(of word: Int) -> ArraySlice<Int32> {
    flat[Int(starts[word])..<Int(starts[word + 1])]
  }

  private func isOf(_ word: Int, _ id: Int) -> Bool {
    classes(of: word).contains(Int32(id))
  }

  /// The word after the shortest match of a pattern that takes the given word first, or `nil`.
  func match(_ elements: [PatternElement], at word: Int) -> Int? {
    step(elements[...], at: word, isFirst: true, allowed: .sentence)
  }

  /// Matches the remaining steps from a word on; `allowed` is the strongest break that may stand
  /// before that word.
  private func step(
    _ elements: ArraySlice<PatternElement>, at word: Int, isFirst: Bool,
    allowed: SentenceMap.Break
  ) -> Int? {
    guard let element = elements.first else { return word }
    let rest = elements.dropFirst()
    switch element.step {
    case .word(let id):
      guard fits(id, at: word, allowed) else { return nil }
      if element.mustBeNegated, !negations.isNegated(word) { return nil }
      return step(rest, at: word + 1, isFirst: false, allowed: .none)
    case .optional(let id):
      if fits(id, at: word, allowed),
        let end = step(rest, at: word + 1, isFirst: false, allowed: .none)
      {
        return end
      }
      return step(rest, at: word, isFirst: isFirst, allowed: allowed)
    case .notNext(let id):
      if fits(id, at: word, .none) { return nil }
      return step(rest, at: word, isFirst: isFirst, allowed: allowed)
    case .notBefore(let id):
      if word > 0, word < map.words.count, map.breaks[word] == .none, isOf(word - 1, id) {
        return nil
      }
      return step(rest, at: word, isFirst: isFirst, allowed: allowed)
    case .gap(let length, let strength):
      return skip(rest, from: word, upTo: length, across: strength)
    }
  }

  private func fits(_ id: Int, at word: Int, _ allowed: SentenceMap.Break) -> Bool {
    word < map.words.count && map.breaks[word] <= allowed && isOf(word, id)
  }

  private func skip(
    _ rest: ArraySlice<PatternElement>, from word: Int, upTo length: Int,
    across strength: SentenceMap.Break
  ) -> Int? {
    for skipped in 0...length {
      let place = word + skipped
      if let end = step(rest, at: place, isFirst: false, allowed: strength) { return end }
      guard place < map.words.count, map.breaks[place] <= strength else { return nil }
    }
    return nil
  }
}
