import Language

/// Small numbers as reports write them: digits or words.
enum NumberWords {
  private static let words: [UInt64: Double] = {
    let names: [(String, Double)] = [
      ("un", 1), ("une", 1), ("deux", 2), ("trois", 3), ("quatre", 4), ("cinq", 5), ("six", 6),
      ("sept", 7), ("huit", 8), ("neuf", 9), ("dix", 10), ("onze", 11), ("douze", 12),
      ("treize", 13), ("quatorze", 14), ("quinze", 15), ("seize", 16), ("vingt", 20),
      ("trente", 30), ("quarante", 40), ("cinquante", 50), ("soixante", 60), ("demi", 0.5),
      ("demie", 0.5),
    ]
    return Dictionary(uniqueKeysWithValues: names.map { (StableHash.of($0.0), $0.1) })
  }()

  private static let ordinals: [UInt64: Int] = {
    let names: [(String, Int)] = [
      ("premier", 1), ("premiere", 1), ("deuxieme", 2), ("second", 2), ("seconde", 2),
      ("troisieme", 3), ("quatrieme", 4), ("cinquieme", 5), ("sixieme", 6), ("septieme", 7),
      ("huitieme", 8), ("neuvieme", 9), ("dixieme", 10), ("quinzieme", 15), ("trentieme", 30),
    ]
    return Dictionary(uniqueKeysWithValues: names.map { (StableHash.of($0.0), $0.1) })
  }()

  /// The value of a number word, or `nil`.
  static func value(_ hash: UInt64) -> Double? { words[hash] }

  /// The value of an ordinal word, or `nil`.
  static func ordinal(_ hash: UInt64) -> Int? { ordinals[hash] }

  /// The value of folded digits with a decimal comma or point, or `nil` when other letters stand
  /// among them.
  static func digits(_ folded: ArraySlice<UInt8>) -> Double? {
    var value = 0.0
    var scale = 0.0
    guard !folded.isEmpty, folded.count <= 15 else { return nil }
    for byte in folded {
      switch byte {
      case 0x30...0x39:
        value = value * 10 + Double(byte - 0x30)
        scale *= 10
      case 0x2C,
        0x2E where scale == 0:
        scale = 1
      default: return nil
      }
    }
    return scale > 1 ? value / scale : value
  }
}
