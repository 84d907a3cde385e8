/// One pass of the tokenizer over the UTF-8 bytes of a text.
struct TokenScanner {
  private let text: UnsafeBufferPointer<UInt8>
  private let direct: UnsafeBufferPointer<FoldedScalar>
  /// What was found so far.
  private(set) var result: TokenizedText

  private var byte = 0
  private var codePoint = 0
  private var scalar = FoldedScalar([], role: .space)
  private var scalarLength = 0
  private var spaceBefore = true

  init(
    text: UnsafeBufferPointer<UInt8>, direct: UnsafeBufferPointer<FoldedScalar>,
    result: TokenizedText
  ) {
    self.text = text
    self.direct = direct
    self.result = result
    self.result.bytes.reserveCapacity(text.count)
    self.result.tokens.reserveCapacity(text.count / 4)
  }

  /// Scans the whole text.
  mutating func run() {
    load()
    while scalarLength > 0 {
      switch scalar.role {
      case .space, .ignorable:
        spaceBefore = spaceBefore || scalar.role == .space
        advance()
      case .letter: scanWord(kind: .word)
      case .digit: scanWord(kind: .number)
      case .lineBreak: scanRun(.lineBreak)
      case .apostrophe, .punctuation: scanRun(.punctuation)
      case .hyphen: scanHyphen()
      case .symbol: scanRun(.symbol)
      }
    }
    result.codePointCount = codePoint
  }

  // MARK: Scalars

  /// Reads the scalar at `byte` without moving; `scalarLength` is 0 at the end.
  @inline(__always)
  private mutating func load() {
    guard byte < text.count else {
      scalarLength = 0
      return
    }
    let first = text[byte]
    if first < 0x80 {
      scalar = direct[Int(first)]
      scalarLength = 1
      return
    }
    let (value, length) = decode(at: byte)
    scalarLength = length
    scalar =
      value < FoldingTable.directCount ? direct[Int(value)] : FoldingTable.foldRare(value)
  }

  @inline(__always)
  private mutating func advance() {
    byte += scalarLength
    codePoint += 1
    load()
  }

  /// The scalar that begins at a byte; a Swift string is valid UTF-8, so no check is needed.
  private func decode(at place: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(text[place])
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | tail(place + 1), 2) }
    if first < 0xF0 {
      return ((first & 0x0F) << 12 | tail(place + 1) << 6 | tail(place + 2), 3)
    }
    let high = (first & 0x07) << 18 | tail(place + 1) << 12
    return (high | tail(place + 2) << 6 | tail(place + 3), 4)
  }

  @inline(__always)
  private func tail(_ place: Int) -> UInt32 { UInt32(text[place]) & 0x3F }

  /// The role of the scalar after the current one.
  private func nextRole() -> FoldedScalar.Role? {
    let place = byte + scalarLength
    guard place < text.count else { return nil }
    let (value, _) = decode(at: place)
    return value < FoldingTable.directCount
      ? direct[Int(value)].role : FoldingTable.foldRare(value).role
  }

  // MARK: Tokens

  private mutating func begin(_ kind: Token.Kind) -> Token {
    let folded = UInt32(result.bytes.count)
    let token = Token(
      kind: kind, marks: spaceBefore ? .spaced : [], hash: StableHash().value, foldedBegin: folded,
      foldedEnd: folded, begin: UInt32(codePoint), end: UInt32(codePoint), byteBegin: UInt32(byte),
      byteEnd: UInt32(byte))
    spaceBefore = false
    return token
  }

  private mutating func finish(_ token: Token, hash: StableHash) {
    var token = token
    token.hash = hash.value
    token.foldedEnd = UInt32(result.bytes.count)
    token.end = UInt32(codePoint)
    token.byteEnd = UInt32(byte)
    result.tokens.append(token)
  }

  /// Scans a word or a number.
  private mutating func scanWord(kind: Token.Kind) {
    var token = begin(kind)
    var hash = StableHash()
    var letters = WordLetters(start: Int(token.foldedBegin))
    while scalarLength > 0 {
      switch scalar.role {
      case .letter, .digit:
        letters.take(scalar, into: &result.bytes, hash: &hash)
        advance()
      case .ignorable:
        letters.takeMark(text[byte], text[min(byte + 1, text.count - 1)], after: result.bytes)
        advance()
      case .punctuation where kind == .number && isDecimalSeparator():
        result.bytes.append(UInt8(truncatingIfNeeded: scalar.bytes))
        hash.combine(UInt8(truncatingIfNeeded: scalar.bytes))
        letters.breakRun()
        advance()
      case .apostrophe where kind == .word && nextRole() == .letter:
        if letters.isElidable(result.bytes) {
          advance()
          token.marks.formUnion([letters.marks(in: result.bytes), .elided])
          return finish(token, hash: hash)
        }
        result.bytes.append(0x27)
        hash.combine(0x27)
        letters.breakRun()
        advance()
      default:
        token.marks.formUnion(letters.marks(in: result.bytes))
        return finish(token, hash: hash)
      }
    }
    token.marks.formUnion(letters.marks(in: result.bytes))
    finish(token, hash: hash)
  }

  /// Whether the current mark is a comma or a point between two digits.
  private func isDecimalSeparator() -> Bool {
    let mark = text[byte]
    return (mark == 0x2C || mark == 0x2E) && nextRole() == .digit
  }

  /// Scans a run of one mark; only its first copy is kept in the folded bytes, up to three.
  private mutating func scanRun(_ kind: Token.Kind) {
    let token = begin(kind)
    var hash = StableHash()
    let mark = scalar.bytes
    let role = scalar.role
    var length = 0
    while scalarLength > 0, scalar.role == role, kind == .lineBreak || isSameMark(mark) {
      length += 1
      if length <= 3 {
        scalar.forEachByte {
          result.bytes.append($0)
          hash.combine($0)
        }
      }
      advance()
    }
    if kind == .lineBreak { spaceBefore = true }
    finish(token, hash: hash)
  }

  /// Whether the current scalar repeats a mark; an ellipsis continues a point.
  private func isSameMark(_ mark: UInt32) -> Bool {
    scalar.bytes == mark || (scalar.bytes & 0xFF == 0x2E && mark & 0xFF == 0x2E)
  }

  /// Scans a hyphen: a joiner when letters touch it on both sides, else a punctuation mark.
  private mutating func scanHyphen() {
    let next = nextRole()
    let joins = !spaceBefore && (next == .letter || next == .digit)
    if joins, let last = result.tokens.last, last.isWord {
      let token = begin(.joiner)
      var hash = StableHash()
      result.bytes.append(0x2D)
      hash.combine(0x2D)
      advance()
      finish(token, hash: hash)
    } else {
      scanRun(.punctuation)
    }
  }
}
