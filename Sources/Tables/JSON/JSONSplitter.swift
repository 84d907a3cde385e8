/// Finds where JSON values begin and end, without understanding them.
///
/// A list of a hundred thousand records is cut into records that are decoded one by one, so that
/// memory stays bounded and every record knows its line. Decoding is Foundation's.
struct JSONSplitter {
  /// What came of the bytes at hand.
  enum Outcome: Equatable {
    /// The value ends beyond them.
    case needsMore
    /// The value takes so many bytes.
    case complete(length: Int)
    /// Arrays and objects are nested more deeply than allowed.
    case tooDeep
    /// A bracket closes what it did not open, or there is no value.
    case malformed
  }

  /// The deepest nesting allowed.
  let limit: Int
  private var depth = 0
  private var isInString = false
  private var isEscaped = false
  private var isScalar = false
  private var position = 0

  init(limit: Int) { self.limit = limit }

  /// Goes on through a value; `bytes` are those from its beginning, more of them at each call.
  mutating func advance(_ bytes: ArraySlice<UInt8>) -> Outcome {
    bytes.withUnsafeBufferPointer { buffer in
      while position < buffer.count {
        let byte = buffer[position]
        if isInString {
          stepInString(byte)
          if !isInString, depth == 0 { return .complete(length: position + 1) }
          position += 1
          continue
        }
        if let outcome = step(byte) { return outcome }
        position += 1
      }
      return .needsMore
    }
  }

  private mutating func stepInString(_ byte: UInt8) {
    if isEscaped {
      isEscaped = false
    } else if byte == 0x5C {
      isEscaped = true
    } else if byte == 0x22 {
      isInString = false
    }
  }

  private mutating func step(_ byte: UInt8) -> Outcome? {
    switch byte {
    case 0x22:
      if isScalar { return .malformed }
      isInString = true
    case 0x7B, 0x5B:
      if isScalar { return .malformed }
      depth += 1
      if depth > limit { return .tooDeep }
    case 0x7D, 0x5D:
      if isScalar { return .complete(length: position) }
      depth -= 1
      if depth < 0 { return .malformed }
      if depth == 0 { return .complete(length: position + 1) }
    case 0x2C, 0x20, 0x09, 0x0A, 0x0D:
      if isScalar { return .complete(length: position) }
      if depth == 0 { return .malformed }
    default:
      if depth == 0 { isScalar = true }
    }
    return nil
  }
}
