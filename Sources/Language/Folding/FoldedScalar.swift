/// What a Unicode scalar becomes when text is folded, and what it is for the tokenizer.
struct FoldedScalar: Sendable {
  /// What a scalar is for the tokenizer.
  enum Role: UInt8, Sendable {
    case space, lineBreak, letter, digit, apostrophe, hyphen, punctuation, symbol, ignorable
  }

  /// The folded UTF-8 bytes, first byte in the low bits.
  var bytes: UInt32
  /// The number of folded bytes, 0…4.
  var count: UInt8
  /// The role.
  var role: Role
  /// Whether the scalar is a letter whose accent is acute (é, Á…).
  var isAcute: Bool
  /// Whether folding took an accent, a cedilla or a ligature away.
  var isAccented: Bool
  /// Whether the scalar is a capital letter.
  var isCapital: Bool

  init(
    _ folded: some Sequence<UInt8>, role: Role, isAcute: Bool = false, isAccented: Bool = false,
    isCapital: Bool = false
  ) {
    bytes = 0
    count = 0
    for byte in folded where count < 4 {
      bytes |= UInt32(byte) << (8 * UInt32(count))
      count += 1
    }
    self.role = role
    self.isAcute = isAcute
    self.isAccented = isAccented
    self.isCapital = isCapital
  }

  /// Calls the body with each folded byte.
  @inline(__always)
  func forEachByte(_ body: (UInt8) -> Void) {
    var rest = bytes
    for _ in 0..<count {
      body(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }
}
