import Language

/// Stretches of an utterance in which a long number may be said.
struct NumberRun {
  /// The longest stretch looked at, in words.
  static let longest = 60
  /// The tokens of the stretch.
  let range: Range<Int>

  /// The stretches that begin with a number word and hold nothing but number words, words that sound
  /// like one, hesitations and repairs.
  static func all(in tokens: [SpokenTokens.Token]) -> [NumberRun] {
    var runs: [NumberRun] = []
    var start: Int?
    var end = 0
    for (place, token) in tokens.enumerated() {
      let isNumeral = token.meaning?.isNumeral ?? false
      if let first = start {
        if isNumeral {
          end = place + 1
        } else if token.meaning == nil && token.sound == nil && !bridges.contains(token.word)
          || place - first >= longest
        {
          runs.append(NumberRun(range: first..<end))
          start = nil
        }
      }
      if start == nil, isNumeral {
        start = place
        end = place + 1
      }
    }
    if let first = start { runs.append(NumberRun(range: first..<end)) }
    return runs
  }

  /// Words that people say inside a number without meaning anything by them.
  private static let bridges: Set<String> = ["me", "je", "c'est", "c", "le", "la", "l", "m"]

  /// The stretch cut at repairs, in order.
  func segments(of tokens: [SpokenTokens.Token]) -> [Range<Int>] {
    var segments: [Range<Int>] = []
    var start = range.lowerBound
    for place in range where tokens[place].meaning == .repair {
      if start < place { segments.append(start..<place) }
      start = place + 1
    }
    if start < range.upperBound { segments.append(start..<range.upperBound) }
    return segments
  }
}
