import Foundation
import Testing

@testable import Language

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Œuf  À l’ÉTÉ", "oeuf  a l'ete"), ("« Ça »", "\" ca \""), ("ÆØß", "aeoss"),
    ("e\u{301}te\u{301}", "ete"), ("Phở Bún chả", "pho bun cha"), ("Nguyễn", "nguyen"),
    ("eﬃcace oﬀrir ﬁn ﬂan baﬄe ﬆ", "efficace offrir fin flan baffle st"), ("…", "..."),
    ("a\u{AD}b\u{200B}c\u{FEFF}", "abc"), ("a–b—c−d‑e", "a-b-c-d-e"), ("``´´", "''''"),
    ("1\u{202F}234\u{A0}€", "1 234 €"), ("a\u{2028}b\u{85}c", "a\nb\nc"), ("ẞ Ÿ Ǿ ǅ", "ss y ǿ ǆ"),
    ("ΑΒΓ ДЖ", "αβγ дж"), ("日本", "日本"), ("", ""), ("\u{1B}[2J", " [2j"), ("İı", "ii"),
  ])
  func textIsFolded(source: String, folded: String) {
    #expect(source.folded == folded)
    #expect(FoldedText(source).string == folded)
  }

  /// Foundation decomposes letters by the Unicode tables: an independent judge of ours.
  @Test func everyLatinLetterFoldsToItsBase() {
    for value in Array(0xC0..<0x250) + Array(0x1E00..<0x1F00) {
      guard let scalar = Unicode.Scalar(UInt32(value)), scalar.properties.isAlphabetic else {
        continue
      }
      let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
      guard let base = parts.first, parts.count > 1, base.isASCII else { continue }
      #expect(String(scalar).folded == String(base).lowercased(), "U+\(String(value, radix: 16))")
    }
  }

  /// Folding twice changes nothing, and capitals fold like small letters.
  @Test func foldingIsStable() {
    for value in UInt32(0)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = String(scalar).folded
      #expect(once.folded == once, "U+\(String(value, radix: 16))")
    }
  }

  @Test func foldedBytesKnowWhereTheyComeFrom() {
    let text = FoldedText("Œuf à l’ÉTÉ")
    #expect(text.sourceCount == 11)
    #expect(text.source(of: 0..<1) == 0..<1)
    #expect(text.source(of: 1..<2) == 0..<1)
    #expect(text.source(of: 2..<4) == 1..<3)
    #expect(text.source(of: 0..<Int.max) == 0..<11)
    #expect(text.source(of: 4..<4).isEmpty)
    #expect(text.source(of: 500..<600) == 11..<11)
  }

  static let needles: [(String, String, [Range<Int>])] = [
    ("Cafard, cafards et CAFARD", "cafard", [0..<6, 8..<14, 19..<25]),
    ("cœur de bœuf", "oeu", [1..<3, 9..<11]), ("aaaa", "aa", [0..<2, 2..<4]), ("abc", "", []),
    ("", "a", []), ("e\u{301}té", "été", [0..<4]), ("a", "aa", []), ("L’été", "l'ete", [0..<5]),
  ]

  @Test(arguments: needles)
  func needlesAreFoundWhereTheyStand(source: String, needle: String, places: [Range<Int>]) {
    #expect(FoldedText(source).occurrences(of: needle) == places)
  }

  @Test func rolesAreThoseOfTheTokenizer() {
    let roles: [(String, FoldedScalar.Role)] = [
      ("a", .letter), ("É", .letter), ("7", .digit), ("٣", .digit), ("’", .apostrophe),
      ("-", .hyphen), ("\u{2212}", .hyphen), ("!", .punctuation), ("¿", .punctuation),
      ("€", .symbol), ("🍽", .symbol), ("\u{FE0F}", .ignorable), ("\n", .lineBreak),
      ("\u{3000}", .space), ("\u{0}", .space), ("\u{202E}", .ignorable), ("%", .symbol),
    ]
    for (text, role) in roles {
      for scalar in text.unicodeScalars {
        #expect(FoldingTable.shared.fold(scalar.value).role == role, "\(text)")
      }
    }
    #expect(FoldingTable.shared.fold(0xD800).role == .ignorable)
    #expect(FoldingTable.shared.fold(.max).role == .ignorable)
  }
}

@Suite struct CodePointMapTests {
  static let source = "é🍽️\u{301}a\r\n日"

  @Test func bytesAndCodePointsAreTwoWaysToSayThePlace() {
    let map = CodePointMap(Self.source)
    #expect(map.count == Self.source.unicodeScalars.count)
    var byte = 0
    for (index, scalar) in Self.source.unicodeScalars.enumerated() {
      #expect(map.byte(at: index) == byte)
      let width = String(scalar).utf8.count
      for inside in byte..<byte + width { #expect(map.codePoint(atByte: inside) == index) }
      byte += width
    }
    #expect(map.byte(at: map.count) == byte)
    #expect(map.codePoint(atByte: byte) == map.count)
    #expect(map.codePoint(atByte: 10_000) == map.count)
  }

  @Test(arguments: [
    (0..<1, "é"), (1..<3, "🍽️"), (4..<5, "a"), (7..<8, "日"), (0..<0, ""), (7..<99, "日"),
    (50..<60, ""), (-5..<1, "é"),
  ])
  func rangesAreClamped(range: Range<Int>, text: String) {
    #expect(String(CodePointMap(Self.source)[range]) == text)
  }

  @Test func anEmptyTextHasOnePlace() {
    let map = CodePointMap("")
    #expect(map.count == 0 && map.byte(at: 3) == 0 && map.codePoint(atByte: 9) == 0)
  }
}
