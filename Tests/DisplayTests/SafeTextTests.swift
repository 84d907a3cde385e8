import Testing

@testable import Display

@Suite struct SafeTextTests {
  @Test(arguments: hostileTexts)
  func nothingDangerousSurvives(_ hostile: (kind: String, text: String)) {
    for surroundings in ["", "é漢", "plain "] {
      let safe = SafeText(surroundings + hostile.text + surroundings)
      #expect(!safe.content.unicodeScalars.contains(where: isDangerous), "\(hostile.kind)")
      #expect(safe.wasAltered, "\(hostile.kind) is not told")
    }
  }

  @Test(arguments: hostileTexts)
  func linesAreAsSafe(_ hostile: (kind: String, text: String)) {
    let lines = SafeText.lines("first\n" + hostile.text + "\nlast")
    #expect(lines.allSatisfy { !$0.content.unicodeScalars.contains(where: isDangerous) })
    // Separators of lines and paragraphs do what they are for; they hide nothing there.
    #expect(lines.contains(where: \.wasAltered) || hostile.kind.hasPrefix("line and paragraph"))
  }

  /// Every character there is, alone and between letters: none that could act comes through, and
  /// the width that is told is the width of what is shown.
  @Test func everyCharacter() {
    var failures: [UInt32] = []
    for value in UInt32(0)...0x10FFFF {
      if value > 0x30000 && value < 0xE0000 && value % 251 != 0 { continue }
      if value > 0xE1000 && value % 4099 != 0 && value < 0x10FFF0 { continue }
      guard let scalar = Unicode.Scalar(value) else { continue }
      let safe = SafeText("a" + String(scalar) + "b")
      let isSafe = !safe.content.unicodeScalars.contains(where: isDangerous)
      let isTold = !isDangerous(scalar) || safe.wasAltered || value == 0x09 || value == 0x0A
      if !isSafe || !isTold || safe.width != SafeText.columns(of: safe.content) {
        failures.append(value)
      }
    }
    #expect(failures.isEmpty, "\(failures.prefix(20))")
  }

  @Test(
    arguments: [
      ("\u{1B}[31m", "␛[31m", 1), ("a\u{202E}b", "a‹U+202E›b", 1), ("\u{7F}", "␡", 1),
      ("a\rb", "a␍b", 1), ("a\u{9B}b", "a‹U+009B›b", 1), ("\u{E0041}", "‹U+E0041›", 1),
      ("\u{301}a", "◌\u{301}a", 1), ("été — « oui »", "été — « oui »", 0),
      ("a\r\nb\tc\nd", "a b c d", 0), ("e\u{301}", "e\u{301}", 0), ("\u{FFFD}", "\u{FFFD}", 1),
    ] as [(String, String, Int)])
  func marks(_ hostile: String, _ shown: String, _ alterations: Int) {
    let safe = SafeText(hostile)
    #expect(Array(safe.content.unicodeScalars) == Array(shown.unicodeScalars))
    #expect(safe.alterations == alterations)
  }

  @Test func surplusMarksAreCounted() {
    let safe = SafeText("e" + String(repeating: "\u{301}", count: 300) + "x")
    #expect(safe.content.unicodeScalars.filter { $0 == "\u{301}" }.count == 4)
    #expect(safe.content.hasSuffix("‹+296›x"))
    #expect(safe.alterations == 296)
  }

  @Test(arguments: ["👨‍👩‍👧", "❤️", "👍🏽", "👩🏽‍⚕️", "🇫🇷", "🏴‍☠️", "1️⃣"])
  func knownEmojiSequencesAreKept(_ emoji: String) {
    let safe = SafeText("a" + emoji + "b")
    #expect(!safe.wasAltered)
    #expect(Array(safe.content.unicodeScalars) == Array(("a" + emoji + "b").unicodeScalars))
  }

  @Test func brokenBytesAreTold() {
    let safe = SafeText(bytes: [0x63, 0x9B, 0x33, 0x31, 0x6D, 0xFF, 0xC3])
    #expect(!safe.content.unicodeScalars.contains(where: isDangerous))
    #expect(safe.alterations == 3)
    #expect(SafeText(bytes: Array("été".utf8)).content == "été")
  }

  @Test func literalsAndSums() {
    let sum: SafeText = "score " + SafeText(93) + " %"
    #expect(sum.content == "score 93 %")
    #expect(sum.width == 10)
    #expect(
      ["a", "b", "c"].map { (letter: SafeText) in letter }.joined(by: ", ").content == "a, b, c")
    #expect(SafeText("ab").repeated(3).content == "ababab")
    #expect(SafeText("ab").repeated(-1).isEmpty)
    #expect(SafeText("ab").repeated(.max).width <= Rect.limit)
  }

  @Test(
    arguments: [
      (1.31, 2, true, "+1.31"), (-0.38, 2, true, "−0.38"), (0.005, 2, false, "0.01"),
      (-0.001, 2, false, "0.00"), (12, 0, false, "12"), (.nan, 1, false, "–"),
      (.infinity, 1, false, "–"), (1e300, 0, false, "–"), (0.5, 0, false, "1"),
      (3.14159, 99, false, "3.141590000"),
    ] as [(Double, Int, Bool, String)])
  func numbers(_ value: Double, _ decimals: Int, _ isSigned: Bool, _ shown: String) {
    #expect(SafeText(value, decimals: decimals, isSigned: isSigned).content == shown)
  }

  @Test func frenchDecimals() {
    #expect(SafeText(0.93, decimals: 2, separator: ",").content == "0,93")
  }
}
