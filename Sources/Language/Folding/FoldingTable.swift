/// The folding of the scalars that French texts hold, precomputed, and a slow path for the others.
struct FoldingTable: Sendable {
  /// Scalars below this value are looked up; it covers Latin with its extensions A and B.
  static let directCount: UInt32 = 0x250

  /// The table every folding uses.
  static let shared = FoldingTable()

  /// The folding of each scalar below `directCount`.
  let direct: [FoldedScalar]

  /// The folding of a scalar.
  @inline(__always)
  func fold(_ value: UInt32) -> FoldedScalar {
    value < Self.directCount ? direct[Int(value)] : Self.foldRare(value)
  }

  private init() {
    var table: [FoldedScalar] = []
    table.reserveCapacity(Int(Self.directCount))
    for value in 0..<Self.directCount { table.append(Self.foldBasic(value)) }
    for (base, variants) in Self.variants {
      for scalar in variants.unicodeScalars where scalar.value < Self.directCount {
        table[Int(scalar.value)] = FoldedScalar(
          base.utf8, role: .letter, isAcute: Self.acutes.unicodeScalars.contains(scalar),
          isAccented: true, isCapital: scalar.properties.isUppercase)
      }
    }
    direct = table
  }

  private static let acutes = "áéíóúýÁÉÍÓÚÝ"

  /// Letters by what they fold to; the capitals stand beside the small ones.
  private static let variants: [(String, String)] = [
    ("a", "àáâãäåāăąÀÁÂÃÄÅĀĂĄǎǍǞǟǠǡǺǻȀȁȂȃȦȧ"), ("ae", "æÆǽǼ"), ("c", "çćĉċčÇĆĈĊČ"),
    ("d", "ďđðĎĐÐ"), ("e", "èéêëēĕėęěÈÉÊËĒĔĖĘĚȄȅȆȇȨȩ"), ("g", "ĝğġģĜĞĠĢǦǧǴǵ"), ("h", "ĥħĤĦȞȟ"),
    ("i", "ìíîïĩīĭįıÌÍÎÏĨĪĬĮİǏǐȈȉȊȋ"), ("j", "ĵĴǰ"), ("k", "ķĶǨǩ"), ("l", "ĺļľŀłĹĻĽĿŁ"),
    ("n", "ñńņňŉÑŃŅŇǸǹ"), ("o", "òóôõöøōŏőÒÓÔÕÖØŌŎŐƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱ"), ("oe", "œŒ"),
    ("r", "ŕŗřŔŖŘȐȑȒȓ"), ("s", "śŝşšſŚŜŞŠșȘ"), ("ss", "ß"), ("t", "ţťŧŢŤŦțȚ"), ("th", "þÞ"),
    ("u", "ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗ"), ("w", "ŵŴ"), ("y", "ýÿŷÝŸŶȲȳ"),
    ("z", "źżžŹŻŽ"),
  ]

  private static func foldBasic(_ value: UInt32) -> FoldedScalar {
    let byte = UInt8(truncatingIfNeeded: value)
    switch value {
    case 0x0A, 0x0D, 0x0B, 0x0C, 0x85: return FoldedScalar([0x0A], role: .lineBreak)
    case 0x09, 0x20, 0xA0: return FoldedScalar([0x20], role: .space)
    case 0x41...0x5A: return FoldedScalar([byte + 32], role: .letter, isCapital: true)
    case 0x61...0x7A: return FoldedScalar([byte], role: .letter)
    case 0x30...0x39: return FoldedScalar([byte], role: .digit)
    case 0x27, 0x60, 0xB4: return FoldedScalar([0x27], role: .apostrophe)
    case 0x2D: return FoldedScalar([0x2D], role: .hyphen)
    case 0xAB, 0xBB, 0x22: return FoldedScalar([0x22], role: .punctuation)
    case 0xAD: return FoldedScalar([], role: .ignorable)
    case 0x21, 0x28, 0x29, 0x2C, 0x2E, 0x2F, 0x3A, 0x3B, 0x3F, 0x5B, 0x5D, 0x7B, 0x7D:
      return FoldedScalar([byte], role: .punctuation)
    case 0..<0x20, 0x7F..<0xA0: return FoldedScalar([0x20], role: .space)
    case 0x20..<0x7F: return FoldedScalar([byte], role: .symbol)
    default: return foldRare(value)
    }
  }

  /// Folds a scalar outside the table.
  static func foldRare(_ value: UInt32) -> FoldedScalar {
    switch value {
    case 0x300...0x36F, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0xFEFF:
      return FoldedScalar([], role: .ignorable)
    case 0x2018, 0x2019, 0x201B, 0x2032, 0x2BC, 0xFF07:
      return FoldedScalar([0x27], role: .apostrophe)
    case 0x2010...0x2015, 0x2212, 0xFF0D: return FoldedScalar([0x2D], role: .hyphen)
    case 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return FoldedScalar([0x20], role: .space)
    case 0x2028, 0x2029: return FoldedScalar([0x0A], role: .lineBreak)
    case 0x201C...0x201F, 0x2039, 0x203A, 0x2033: return FoldedScalar([0x22], role: .punctuation)
    case 0x2026: return FoldedScalar([0x2E, 0x2E, 0x2E], role: .punctuation)
    case 0xFB00...0xFB06:
      return FoldedScalar(ligatures[Int(value - 0xFB00)].utf8, role: .letter)
    case 0x1E00...0x1EFF: return additional[value] ?? foldByProperties(value)
    default: return foldByProperties(value)
    }
  }

  /// What typeset texts write for ff, fi, fl, ffi, ffl and st.
  private static let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  private static func foldByProperties(_ value: UInt32) -> FoldedScalar {
    guard let scalar = Unicode.Scalar(value) else { return FoldedScalar([], role: .ignorable) }
    let properties = scalar.properties
    if properties.isAlphabetic {
      let lower = properties.lowercaseMapping.unicodeScalars.first ?? scalar
      // The Ångström sign becomes a letter of the table.
      if value >= directCount, lower.value < directCount {
        return shared.direct[Int(lower.value)]
      }
      return FoldedScalar(
        Array(String(lower).utf8), role: .letter, isCapital: properties.isUppercase)
    }
    let bytes = Array(String(scalar).utf8)
    switch properties.generalCategory {
    case .decimalNumber: return FoldedScalar(bytes, role: .digit)
    case .nonspacingMark, .enclosingMark, .format: return FoldedScalar([], role: .ignorable)
    case .spaceSeparator: return FoldedScalar([0x20], role: .space)
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .otherPunctuation:
      return FoldedScalar(bytes, role: .punctuation)
    default: return FoldedScalar(bytes, role: .symbol)
    }
  }
}
