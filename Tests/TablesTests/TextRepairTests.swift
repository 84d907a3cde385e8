import Testing

@testable import Tables

@Suite struct TextRepairTests {
  private func isUTF8(_ bytes: [UInt8], isPrefix: Bool = false) -> Bool {
    bytes.withUnsafeBufferPointer { TextRepair.isUTF8($0, isPrefix: isPrefix) }
  }

  @Test(arguments: ["", "abc", "é", "€", "😀", "\u{FFFF}", "\u{10FFFF}", "\u{D7FF}\u{E000}"])
  func takesUTF8(_ text: String) { #expect(isUTF8(Array(text.utf8))) }

  static let invalid: [[UInt8]] = [
    [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80],
    [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE9, 0x20],
    [0xC3], [0xE2, 0x82], [0xFF],
  ]

  @Test(arguments: invalid) func refusesInvalid(_ bytes: [UInt8]) { #expect(!isUTF8(bytes)) }

  @Test func allowsACutCharacterInAPrefix() {
    #expect(isUTF8([0x61, 0xC3], isPrefix: true))
    #expect(isUTF8([0xE2, 0x82], isPrefix: true))
    #expect(!isUTF8([0xE2, 0x20], isPrefix: true))
  }

  @Test func agreesWithTheStandardLibrary() {
    for first in UInt8.min...UInt8.max {
      for second in stride(from: 0, through: 255, by: 1) {
        let bytes = [first, UInt8(second), 0x80]
        let expected = String(validating: bytes, as: UTF8.self) != nil
        #expect(isUTF8(bytes) == expected)
      }
    }
  }

  @Test func readsEveryByteOfWindows1252() {
    let text = String(decoding: TextRepair.utf8((0x80...0xFF).map { UInt8($0) }), as: UTF8.self)
    let scalars = Array(text.unicodeScalars)
    #expect(scalars.count == 128)
    #expect(scalars[0] == "€" && scalars[0x1C] == "œ" && scalars[0x12] == "’")
    #expect(scalars[0x69] == "é" && scalars[0x7F] == "ÿ")
  }
}
