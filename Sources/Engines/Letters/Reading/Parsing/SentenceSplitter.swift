import Language

/// Cuts passages into sentences.
enum SentenceSplitter {
  /// The sentences of a passage, as ranges of its code points that cover it, in order.
  static func ranges(_ passage: JoinedText) -> [Range<Int>] {
    let text = TokenizedText(passage.text)
    let map = SentenceMap(text)
    guard !map.sentences.isEmpty else { return passage.isEmpty ? [] : [0..<passage.count] }
    var starts = map.sentences.map { Int(text.tokens[map.words[$0.words.lowerBound]].begin) }
    starts[0] = 0
    // An opening quotation mark, bracket or dash belongs to what follows.
    for index in starts.indices.dropFirst() {
      while starts[index] > starts[index - 1] + 1,
        "«“\"([-–—• ".unicodeScalars.contains(passage.scalars[starts[index] - 1])
      {
        starts[index] -= 1
      }
    }
    let ends = starts.dropFirst() + [passage.count]
    return zip(starts, ends).map { $0..<$1 }.filter { !$0.isEmpty }
  }
}
