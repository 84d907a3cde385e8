import Language

/// The first pass over a report: tokens with their stems, hyphenated words joined, lines.
struct ClinicalLayout {
  let utf8: [UInt8]
  let tokenized: TokenizedText
  private(set) var tokens: [Token] = []
  private(set) var stems: [UInt64] = []
  private(set) var lines: [ClinicalText.Line] = []
  private(set) var lineOfToken: [Int32] = []

  init(_ text: String, noise: Set<Int>) {
    utf8 = Array(text.utf8)
    tokenized = TokenizedText(text)
    tokens.reserveCapacity(tokenized.tokens.count)
    stems.reserveCapacity(tokenized.tokens.count)
    fill(noise)
  }

  private mutating func fill(_ noise: Set<Int>) {
    let all = tokenized.tokens
    var lineNumber = 0
    var start = 0
    var followsBlank = true
    var index = 0
    while index < all.count {
      let token = all[index]
      if token.kind == .lineBreak {
        let ends = lineEnds(token)
        close(from: &start, followsBlank: &followsBlank, breaks: ends)
        lineNumber += ends
      } else if !noise.contains(lineNumber) {
        let further = take(index, of: all, noise: noise, line: lineNumber)
        index += further
        // The line end inside a broken word counts, or the noise below would be a line off.
        if further > 0 { lineNumber += 1 }
      }
      index += 1
    }
    close(from: &start, followsBlank: &followsBlank, breaks: 1)
  }

  /// Takes a token; returns how many further ones a word broken at a line's end took with it.
  private mutating func take(
    _ index: Int, of all: [Token], noise: Set<Int>, line: Int
  ) -> Int {
    let token = all[index]
    let isBroken =
      token.kind == .word && index + 3 < all.count && isHyphen(all[index + 1])
      && all[index + 2].kind == .lineBreak && lineEnds(all[index + 2]) == 1
      && all[index + 3].kind == .word && !all[index + 3].marks.contains(.capital)
      && !noise.contains(line + 1)
    guard isBroken else {
      append(token, stem: stem(of: token, and: nil))
      return 0
    }
    var joined = token
    joined.end = all[index + 3].end
    joined.byteEnd = all[index + 3].byteEnd
    joined.hash = hash(of: token, and: all[index + 3])
    append(joined, stem: stem(of: token, and: all[index + 3]))
    return 3
  }

  private mutating func append(_ token: Token, stem: UInt64) {
    tokens.append(token)
    stems.append(stem)
  }

  private mutating func close(from start: inout Int, followsBlank: inout Bool, breaks: Int) {
    if start < tokens.count {
      for _ in start..<tokens.count { lineOfToken.append(Int32(lines.count)) }
      lines.append(ClinicalText.Line(tokens: start..<tokens.count, followsBlank: followsBlank))
      followsBlank = false
    }
    if breaks > 1 { followsBlank = true }
    start = tokens.count
  }

  private func lineEnds(_ token: Token) -> Int {
    utf8[Int(token.byteBegin)..<Int(token.byteEnd)].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
  }

  private func isHyphen(_ token: Token) -> Bool {
    let byte = utf8[Int(token.byteBegin)]
    return token.byteEnd - token.byteBegin == 1 && byte == 0x2D && !token.marks.contains(.spaced)
  }

  private func folded(_ token: Token) -> ArraySlice<UInt8> {
    tokenized.bytes[Int(token.foldedBegin)..<Int(token.foldedEnd)]
  }

  private func hash(of first: Token, and second: Token) -> UInt64 {
    var hash = StableHash()
    hash.combine(folded(first))
    hash.combine(folded(second))
    return hash.value
  }

  private func stem(of first: Token, and second: Token?) -> UInt64 {
    guard let second else {
      return first.kind == .word
        ? tokenized.bytes.withUnsafeBufferPointer {
          WordStem.hash($0, from: Int(first.foldedBegin), to: Int(first.foldedEnd))
        } : first.hash
    }
    let bytes = Array(folded(first)) + Array(folded(second))
    return bytes.withUnsafeBufferPointer { WordStem.hash($0, from: 0, to: bytes.count) }
  }
}
