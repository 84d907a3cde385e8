import Language

/// Reads whole numbers in an utterance, stepping over hesitations.
struct CardinalScan {
  /// A number with the tokens it was read from.
  struct Found: Hashable {
    var value: Int
    var range: Range<Int>
  }

  let tokens: [SpokenTokens.Token]

  /// The longest number that ends just before a token. What was said before a repair is left out;
  /// it must begin with a true number word.
  func number(endingAt end: Int) -> Found? {
    var best: Found?
    var start = end - 1
    while start >= 0, end - start <= 24 {
      guard let meaning = tokens[start].meaning ?? tokens[start].sound, meaning != .repair,
        meaning != .comma
      else { break }
      if tokens[start].meaning?.isNumeral == true, let found = number(from: start),
        found.range.upperBound == end
      {
        best = found
      }
      start -= 1
    }
    return best
  }

  /// The longest number that begins at a token; words that sound like one count inside it.
  func number(from start: Int) -> Found? {
    guard start < tokens.count, tokens[start].meaning?.isNumeral == true else { return nil }
    var words: [SpokenNumberWord] = []
    var places: [Int] = []
    for place in start..<min(tokens.count, start + 24) {
      let token = tokens[place]
      if token.meaning == .filler, token.sound == nil { continue }
      guard let word = token.meaning == .filler ? token.sound : token.meaning ?? token.sound,
        word != .repair, word != .comma
      else { break }
      words.append(word)
      places.append(place)
    }
    guard let reading = SpokenNumberReader(words).cardinal(at: 0) else { return nil }
    return Found(value: reading.value, range: start..<places[reading.count - 1] + 1)
  }

  /// What is said after a unit: « cinquante », and « zéro cinq » for five hundredths.
  func hundredths(from start: Int) -> Found? {
    if start < tokens.count, tokens[start].meaning == .zero,
      let unit = number(from: next(start + 1)), (1..<10).contains(unit.value)
    {
      return Found(value: unit.value, range: start..<unit.range.upperBound)
    }
    return number(from: start)
  }

  /// The place of the next token that is not a hesitation.
  func next(_ place: Int) -> Int {
    var place = place
    while place < tokens.count, tokens[place].meaning == .filler { place += 1 }
    return place
  }

  func word(_ place: Int) -> String { tokens.indices.contains(place) ? tokens[place].word : "" }
}
