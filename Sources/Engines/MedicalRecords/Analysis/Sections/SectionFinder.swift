import Language

/// Finds the headings of a report: words of the lexicon at the beginning of a line, or a short line
/// that is set like a heading.
struct SectionFinder: Sendable {
  /// The finder with the lexicon of this module.
  static let standard = SectionFinder()

  /// The most words of a heading.
  private static let wordLimit = 10
  private let trie: PhraseTrie
  private static let kinds = SectionKind.allCases

  init() {
    var trie = PhraseTrie()
    for (kind, lines) in HeadingLexicon.headings {
      let value = Int32(Self.kinds.firstIndex(of: kind) ?? 0)
      for line in lines {
        for phrase in BraceExpansion.expand(line) { trie.insert(phrase, value: value) }
      }
    }
    self.trie = trie
  }

  /// The sections of a text.
  func sections(_ layout: ClinicalLayout) -> [Section] {
    // A section begins with its line: the number before a heading belongs to it.
    var headings: [(start: Int, kind: SectionKind, tokens: Range<Int>)] = []
    for index in layout.lines.indices {
      if let heading = heading(index, layout) {
        headings.append((layout.lines[index].tokens.lowerBound, heading.kind, heading.tokens))
      }
    }
    var sections: [Section] = []
    let first = headings.first?.start ?? layout.tokens.count
    if first > 0 { sections.append(Section(kind: .none, heading: nil, tokens: 0..<first)) }
    for (index, heading) in headings.enumerated() {
      let end = index + 1 < headings.count ? headings[index + 1].start : layout.tokens.count
      sections.append(
        Section(kind: heading.kind, heading: heading.tokens, tokens: heading.start..<end))
    }
    return sections
  }

  private func heading(
    _ index: Int, _ layout: ClinicalLayout
  ) -> (kind: SectionKind, tokens: Range<Int>)? {
    let line = layout.lines[index].tokens
    let start = firstWord(line, layout)
    guard start < line.upperBound else { return nil }
    if let match = trie.longestMatch(layout.stems, at: start, limit: line.upperBound),
      stands(match.tokens, line, index, layout)
    {
      return (Self.kinds[Int(match.value)], match.tokens)
    }
    return setLikeHeading(index, start, layout).map { (.other, $0) }
  }

  /// Skips bullets, quotes and numbers such as « 1. » or « III - ».
  private func firstWord(_ line: Range<Int>, _ layout: ClinicalLayout) -> Int {
    var index = line.lowerBound
    let limit = min(line.upperBound, line.lowerBound + 4)
    while index < limit {
      let token = layout.tokens[index]
      if token.kind == .word, !isNumeral(index, line, layout) { return index }
      if token.kind == .number, index > line.lowerBound { return index }
      index += 1
    }
    return index
  }

  private func isNumeral(_ index: Int, _ line: Range<Int>, _ layout: ClinicalLayout) -> Bool {
    let token = layout.tokens[index]
    guard index + 1 < line.upperBound, token.foldedCount <= 4,
      layout.tokens[index + 1].kind == .punctuation
    else { return false }
    let bytes = layout.utf8[Int(token.byteBegin)..<Int(token.byteEnd)]
    return bytes.allSatisfy { $0 == 0x49 || $0 == 0x56 || $0 == 0x58 }
  }

  /// Whether a phrase of the lexicon stands as a heading: alone on its line, before a colon or a
  /// dash, or as a title of two words and more in capitals before the text.
  private func stands(
    _ match: Range<Int>, _ line: Range<Int>, _ index: Int, _ layout: ClinicalLayout
  ) -> Bool {
    let first = layout.tokens[match.lowerBound]
    guard first.marks.contains(.capital) else { return false }
    var next = match.upperBound
    // « Examens complémentaires (12/03/2020) : »
    if next < line.upperBound, mark(next, layout) == 0x28 {
      while next < line.upperBound, next - match.upperBound < 8, mark(next, layout) != 0x29 {
        next += 1
      }
      next += 1
    }
    guard next < line.upperBound else { return true }
    let token = layout.tokens[next]
    if token.kind == .punctuation || token.kind == .symbol {
      let mark = mark(next, layout)
      if mark == 0x3A { return true }
      if mark == 0x2E || mark == 0x2D || mark == 0x3B || mark == 0x22 || mark == 0x2C {
        return next + 1 >= line.upperBound || (mark == 0x2E && match.count > 1)
      }
    }
    return first.marks.contains(.allCapitals) && match.count > 1
      && layout.tokens[match.upperBound - 1].marks.contains(.allCapitals)
  }

  private func mark(_ index: Int, _ layout: ClinicalLayout) -> UInt8 {
    layout.utf8[Int(layout.tokens[index].byteBegin)]
  }

  /// A line that looks like a heading: few words after a blank line, in capitals or with a colon
  /// at its end, without a full stop.
  private func setLikeHeading(
    _ index: Int, _ start: Int, _ layout: ClinicalLayout
  ) -> Range<Int>? {
    let line = layout.lines[index]
    let end = line.tokens.upperBound
    guard line.followsBlank, end - start <= Self.wordLimit,
      index + 1 < layout.lines.count, layout.tokens[start].marks.contains(.capital)
    else { return nil }
    let last = layout.tokens[end - 1]
    let words = (start..<end).filter { layout.tokens[$0].kind == .word }
    let isShouted =
      words.count > 0
      && words.allSatisfy {
        layout.tokens[$0].marks.contains(.allCapitals) || layout.tokens[$0].foldedCount < 3
      } && layout.tokens[start].marks.contains(.allCapitals)
    if isShouted, last.kind == .word { return start..<end }
    guard mark(end - 1, layout) == 0x3A, words.count <= 6, end - 1 > start else { return nil }
    return start..<(end - 1)
  }
}
