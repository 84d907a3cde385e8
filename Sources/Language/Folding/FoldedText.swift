/// A text in lower case without accents, each folded byte knowing which code point it comes from.
///
/// Ligatures are opened (œ → oe), typographic apostrophes, dashes, quotes and spaces become ASCII,
/// combining marks disappear: « Œuf  À l’ÉTÉ » and "oeuf a l'ete" fold to the same bytes.
public struct FoldedText: Sendable, Equatable {
  /// The folded UTF-8 bytes.
  public let bytes: [UInt8]
  /// For each folded byte, the code point of the original text it comes from.
  private let origins: [UInt32]
  /// The number of code points of the original text.
  public let sourceCount: Int

  /// Folds a text.
  public init(_ text: String) {
    let table = FoldingTable.shared
    var bytes: [UInt8] = []
    var origins: [UInt32] = []
    bytes.reserveCapacity(text.utf8.count)
    origins.reserveCapacity(text.utf8.count)
    var position: UInt32 = 0
    for scalar in text.unicodeScalars {
      table.fold(scalar.value).forEachByte { byte in
        bytes.append(byte)
        origins.append(position)
      }
      position += 1
    }
    self.bytes = bytes
    self.origins = origins
    sourceCount = Int(position)
  }

  /// The folded text.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// The code points of the original text that a range of folded bytes comes from, end exclusive.
  ///
  /// An empty or outlying range gives an empty range at the nearest code point.
  public func source(of range: Range<Int>) -> Range<Int> {
    let range = range.clamped(to: 0..<bytes.count)
    guard !range.isEmpty else {
      let place = range.lowerBound < origins.count ? Int(origins[range.lowerBound]) : sourceCount
      return place..<place
    }
    return Int(origins[range.lowerBound])..<Int(origins[range.upperBound - 1]) + 1
  }

  /// The places where a folded needle stands, as code points of the original text.
  ///
  /// The needle is folded first; an empty one is found nowhere.
  public func occurrences(of needle: String) -> [Range<Int>] {
    let sought = FoldedText(needle).bytes
    guard let first = sought.first, sought.count <= bytes.count else { return [] }
    var found: [Range<Int>] = []
    var place = 0
    while place + sought.count <= bytes.count {
      if bytes[place] == first, bytes[place..<place + sought.count].elementsEqual(sought) {
        found.append(source(of: place..<place + sought.count))
        place += sought.count
      } else {
        place += 1
      }
    }
    return found
  }
}

extension String {
  /// The string in lower case without accents (see `FoldedText`).
  public var folded: String {
    let table = FoldingTable.shared
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      table.fold(scalar.value).forEachByte { bytes.append($0) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
