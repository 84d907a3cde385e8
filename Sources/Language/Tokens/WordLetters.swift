/// What the tokenizer remembers of a word while it reads its letters.
struct WordLetters {
  private let start: Int
  /// The letter that is repeated, with its accent: é and e are not the same letter here.
  private var runKey: UInt8 = 0
  private var runLength = 0
  private var letterCount = 0
  private var capitalCount = 0
  private var startsWithCapital = false
  private var isAccented = false
  private var isStretched = false
  /// The folded position just after the last é, or -1.
  private var acuteEnd = -1

  init(start: Int) { self.start = start }

  /// Takes a letter or digit in; the third copy in a row of a letter takes the second one away.
  @inline(__always)
  mutating func take(_ scalar: FoldedScalar, into bytes: inout [UInt8], hash: inout StableHash) {
    let byte = UInt8(truncatingIfNeeded: scalar.bytes)
    letterCount += 1
    if scalar.isCapital {
      capitalCount += 1
      if letterCount == 1 { startsWithCapital = true }
    }
    if scalar.isAccented { isAccented = true }
    let key = byte ^ (scalar.isAcute ? 0x80 : 0) ^ (scalar.isAccented ? 0xC0 : 0)
    if scalar.count == 1, key == runKey, scalar.role == .letter {
      runLength += 1
      if runLength >= 3 {
        shorten(&bytes, &hash)
        return
      }
    } else {
      runKey = key
      runLength = 1
    }
    scalar.forEachByte {
      bytes.append($0)
      hash.combine($0)
    }
    if scalar.isAcute { acuteEnd = bytes.count }
  }

  /// Writes a stretched letter once.
  private mutating func shorten(_ bytes: inout [UInt8], _ hash: inout StableHash) {
    isStretched = true
    guard runLength == 3 else { return }
    bytes.removeLast()
    hash = StableHash()
    for place in start..<bytes.count { hash.combine(bytes[place]) }
    acuteEnd = min(acuteEnd, bytes.count)
  }

  /// Ends a run of equal letters.
  mutating func breakRun() { runLength = 0 }

  /// Notes a combining mark after a letter (é written in two code points).
  mutating func takeMark(_ first: UInt8, _ second: UInt8, after bytes: [UInt8]) {
    guard first == 0xCC else { return }
    isAccented = true
    if second == 0x81 { acuteEnd = bytes.count }
  }

  /// The marks of the word read.
  func marks(in bytes: [UInt8]) -> Token.Marks {
    var marks: Token.Marks = []
    if startsWithCapital { marks.insert(.capital) }
    if letterCount > 1, capitalCount == letterCount { marks.insert(.allCapitals) }
    if isAccented { marks.insert(.accented) }
    if isStretched { marks.insert(.stretched) }
    if endsAcute(bytes) { marks.insert(.endsAcute) }
    return marks
  }

  private func endsAcute(_ bytes: [UInt8]) -> Bool {
    var end = bytes.count
    if end > start, bytes[end - 1] == 0x73 { end -= 1 }
    if acuteEnd == end { return end > start }
    if end > start, bytes[end - 1] == 0x65 { end -= 1 }
    return acuteEnd == end && end > start
  }

  /// Whether the letters read so far lose their vowel before an apostrophe.
  func isElidable(_ bytes: [UInt8]) -> Bool {
    let length = bytes.count - start
    guard length > 0, length <= 7 else { return false }
    if length == 1 { return Self.single.contains(bytes[start]) }
    return Self.longer.contains { bytes[start...].elementsEqual($0.utf8) }
  }

  private static let single: [UInt8] = Array("ljdmtscnLJDMTSCN".utf8)
  private static let longer = [
    "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "entr", "presqu",
  ]
}
