import Display

/// What the bytes at the beginning of the input mean.
struct KeySequence {
  enum Result: Equatable {
    /// Not enough bytes to tell.
    case more
    /// An event, and how many bytes it took.
    case event(InputEvent, Int)
    /// So many bytes that mean nothing.
    case nothing(Int)
    /// The beginning of a paste.
    case pasteBegins(Int)
  }

  private static let escape: UInt8 = 0x1B

  let result: Result

  /// Reads bytes, at least one.
  /// - Parameter isComplete: Whether no more will follow soon.
  init(_ bytes: [UInt8], ownKeys: [[UInt8]: Key], isComplete: Bool) {
    let own = Self.own(bytes, ownKeys, isComplete)
    result = own ?? Self.read(bytes[...], isComplete)
  }

  private static func own(
    _ bytes: [UInt8], _ keys: [[UInt8]: Key], _ isComplete: Bool
  ) -> Result? {
    if let key = keys[bytes] { return .event(.key(key), bytes.count) }
    guard !isComplete, bytes.count > 1 else { return nil }
    return keys.keys.contains { $0.starts(with: bytes) } ? .more : nil
  }

  private static func read(_ bytes: ArraySlice<UInt8>, _ isComplete: Bool) -> Result {
    guard let first = bytes.first else { return .more }
    if first != escape { return plain(bytes, first, isComplete) }
    guard let second = bytes.dropFirst().first else {
      return isComplete ? .event(.key(.named(.escape)), 1) : .more
    }
    switch second {
    case UInt8(ascii: "["):
      if bytes.count == 2 { return isComplete ? .event(.key(.character("[", .alt)), 2) : .more }
      return ControlSequence.read(bytes, isComplete)
    case UInt8(ascii: "O"):
      guard let third = bytes.dropFirst(2).first else {
        return isComplete ? .event(.key(.character("O", .alt)), 2) : .more
      }
      guard let key = KeyTable.singleShift(third) else { return .nothing(3) }
      return .event(.key(key), 3)
    case UInt8(ascii: "_") where bytes.count == 2 && !isComplete: return .more
    case UInt8(ascii: "_") where bytes.dropFirst(2).first == UInt8(ascii: "G"):
      return pictureAnswer(bytes, isComplete)
    default:
      return withAlt(read(bytes.dropFirst(), isComplete))
    }
  }

  /// What a terminal answers to a question about pictures: `ESC _ G … ; OK ESC \\`.
  private static func pictureAnswer(
    _ bytes: ArraySlice<UInt8>, _ isComplete: Bool
  ) -> Result {
    let body = bytes.dropFirst(3)
    guard
      let end = body.indices.first(where: {
        body[$0] == escape && body.index(after: $0) < body.endIndex
          && body[body.index(after: $0)] == UInt8(ascii: "\\")
      })
    else { return isComplete ? .nothing(bytes.count) : .more }
    let isGood = Array(body[..<end].suffix(3)) == Array(";OK".utf8)
    return .event(.answer(.kittyPictures(isGood)), end + 2 - bytes.startIndex)
  }

  /// The same with the alt key held: terminals send it as an escape byte before the key.
  private static func withAlt(_ result: Result) -> Result {
    switch result {
    case .event(.key(let key), let length):
      return .event(.key(Key(key.code, key.modifiers.union(.alt))), length + 1)
    case .event(let event, let length): return .event(event, length + 1)
    case .nothing(let length): return .nothing(length + 1)
    case .pasteBegins(let length): return .pasteBegins(length + 1)
    case .more: return .more
    }
  }

  private static func plain(
    _ bytes: ArraySlice<UInt8>, _ first: UInt8, _ isComplete: Bool
  ) -> Result {
    if first < 0x20 || first == 0x7F { return .event(.key(KeyTable.control(first)), 1) }
    if first < 0x80 { return .event(.key(.character(Unicode.Scalar(first))), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    let follows = bytes.dropFirst().prefix(length - 1).prefix { $0 & 0xC0 == 0x80 }.count
    if follows < length - 1 {
      // Nothing more, or a byte that does not belong to the character: broken input.
      return bytes.count > follows + 1 || isComplete ? .nothing(follows + 1) : .more
    }
    let text = String(decoding: bytes.prefix(length), as: UTF8.self)
    guard let scalar = text.unicodeScalars.first, scalar.value != 0xFFFD, length > 1 else {
      return .nothing(length)
    }
    return .event(.key(.character(scalar)), length)
  }
}
