import Language

/// Cuts a report into sentences: at full stops that end one, and at line ends that are not soft.
enum SentenceCutter {
  /// Sentences longer than this are cut: no clause of a report is as long, and work on a sentence
  /// must stay bounded.
  static let tokenLimit = 400
  private static let abbreviations: Set<UInt64> = Set(
    ["dr", "pr", "m", "mme", "mlle", "mr", "cf", "etc", "env", "st", "ste", "tel", "n", "no", "vs"]
      .map { StableHash.of($0) })

  private static let linking: Set<UInt64> = Set(
    ["le", "la", "les", "de", "du", "a", "au", "et", "ou", "en", "sur", "par", "depuis"]
      .map { StableHash.of($0) })

  static func cut(_ layout: ClinicalLayout, headings: [Range<Int>]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    let headingEnds = Set(headings.map(\.upperBound))
    for index in layout.tokens.indices where index > start {
      guard
        index - start >= tokenLimit || headingEnds.contains(index)
          || isBoundary(before: index, layout)
      else { continue }
      sentences.append(start..<index)
      start = index
    }
    if start < layout.tokens.count { sentences.append(start..<layout.tokens.count) }
    return sentences
  }

  private static func isBoundary(before index: Int, _ layout: ClinicalLayout) -> Bool {
    let token = layout.tokens[index]
    let previous = layout.tokens[index - 1]
    if layout.lineOfToken[index] != layout.lineOfToken[index - 1] {
      return !isSoftLineEnd(index, layout)
    }
    guard previous.kind == .punctuation, token.marks.contains(.spaced) else { return false }
    switch layout.utf8[Int(previous.byteBegin)] {
    case 0x21, 0x3F: return token.marks.contains(.capital) || token.kind == .number
    case 0x2E: return endsSentence(index - 1, next: token, layout)
    default: return false
    }
  }

  private static func endsSentence(_ stop: Int, next: Token, _ layout: ClinicalLayout) -> Bool {
    let isStart = next.marks.contains(.capital) || next.kind != .word
    guard isStart, stop > 0 else { return isStart }
    let before = layout.tokens[stop - 1]
    if before.kind == .word, before.foldedCount == 1, before.marks.contains(.capital) {
      return false
    }
    return !(before.kind == .word && abbreviations.contains(before.hash))
  }

  /// A line end inside a sentence: the next line goes on in lower case and the last one has no
  /// closing mark.
  private static func isSoftLineEnd(_ index: Int, _ layout: ClinicalLayout) -> Bool {
    let line = layout.lines[Int(layout.lineOfToken[index])]
    if line.followsBlank { return false }
    let token = layout.tokens[index]
    let previous = layout.tokens[index - 1]
    if previous.kind == .punctuation {
      let mark = layout.utf8[Int(previous.byteBegin)]
      if mark == 0x2E || mark == 0x3A || mark == 0x21 || mark == 0x3F || mark == 0x3B {
        return false
      }
      if mark == 0x2C { return token.kind == .word || token.kind == .number }
    }
    // A parenthesis does not begin a sentence.
    if layout.utf8[Int(token.byteBegin)] == 0x28 { return true }
    // « le⏎14/09/2026 »
    if token.kind == .number { return linking.contains(previous.hash) }
    return token.kind == .word && !token.marks.contains(.capital)
  }
}
