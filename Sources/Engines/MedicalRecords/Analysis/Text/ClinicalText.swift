import Language
import Review

/// A report cut into tokens, lines, sentences and sections; every offset is one of the original.
struct ClinicalText: Sendable {
  /// A line that holds at least one token.
  struct Line: Sendable, Hashable {
    /// The tokens of the line.
    var tokens: Range<Int>
    /// Whether a blank line or the beginning of the text stands before.
    var followsBlank: Bool
  }

  /// The original UTF-8 bytes.
  let utf8: [UInt8]
  /// The folded bytes the tokens point into.
  let foldedBytes: [UInt8]
  /// The number of code points of the original.
  let codePointCount: Int
  /// Words, numbers and marks, without line ends and page noise; hyphenated words are one.
  let tokens: [Token]
  /// For each token, the hash of its form without plural and feminine endings.
  let stems: [UInt64]
  /// The lines.
  let lines: [Line]
  /// For each token, the index of its line.
  let lineOfToken: [Int32]
  /// The sentences, as ranges of tokens.
  let sentences: [Range<Int>]
  /// For each token, the index of its sentence.
  let sentenceOfToken: [Int32]
  /// The sections, in order; together they cover all tokens.
  let sections: [Section]
  /// For each token, the kind of its section.
  let sectionOfToken: [SectionKind]

  /// Reads a text; lines whose number is in `noise` (from 0, counting `\n`) are left out.
  init(_ text: String, noise: Set<Int> = []) {
    let layout = ClinicalLayout(text, noise: noise)
    utf8 = layout.utf8
    foldedBytes = layout.tokenized.bytes
    codePointCount = layout.tokenized.codePointCount
    tokens = layout.tokens
    stems = layout.stems
    lines = layout.lines
    lineOfToken = layout.lineOfToken
    sections = SectionFinder.standard.sections(layout)
    let sentences = SentenceCutter.cut(layout, headings: sections.compactMap(\.heading))
    self.sentences = sentences
    var sentenceOfToken = [Int32](repeating: 0, count: layout.tokens.count)
    for (index, sentence) in sentences.enumerated() {
      for token in sentence { sentenceOfToken[token] = Int32(index) }
    }
    self.sentenceOfToken = sentenceOfToken
    var kinds = [SectionKind](repeating: .none, count: layout.tokens.count)
    for section in sections {
      for token in section.tokens { kinds[token] = section.kind }
    }
    sectionOfToken = kinds
  }

  /// The code points that a range of tokens covers.
  func span(_ range: Range<Int>) -> Span {
    guard !range.isEmpty else { return Span(0, 0) }
    return Span(Int(tokens[range.lowerBound].begin), Int(tokens[range.upperBound - 1].end))
  }

  /// The folded form of a token.
  func folded(_ index: Int) -> String {
    String(decoding: foldedSlice(index), as: UTF8.self)
  }

  /// The folded bytes of a token.
  @inline(__always)
  func foldedSlice(_ index: Int) -> ArraySlice<UInt8> {
    foldedBytes[Int(tokens[index].foldedBegin)..<Int(tokens[index].foldedEnd)]
  }

  /// The original text of a range of tokens.
  func string(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let bytes = Int(tokens[range.lowerBound].byteBegin)..<Int(tokens[range.upperBound - 1].byteEnd)
    return String(decoding: utf8[bytes], as: UTF8.self)
  }

  /// The sentence around a token.
  func sentence(around token: Int) -> Range<Int> { sentences[Int(sentenceOfToken[token])] }

  /// The tokens that a span touches; empty when it touches none.
  func tokens(in span: Span) -> Range<Int> {
    let first = firstToken { Int($0.end) > span.begin }
    let last = firstToken { Int($0.begin) >= span.end }
    return first..<max(first, last)
  }

  /// The first token for which a condition, false for earlier ones and true for later ones, holds.
  private func firstToken(_ isReached: (Token) -> Bool) -> Int {
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if isReached(tokens[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
