import Testing

@testable import Terminal

@Suite struct TerminalModesTests {
  @Test func modesEndInReverse() {
    let modes = TerminalModes(CursesOptions(usesMouse: true, reportsFocus: true), isANSI: true)
    #expect(
      String(decoding: modes.entering, as: UTF8.self)
        == "\u{1B}[?2004h\u{1B}[?1004h\u{1B}[?1000h\u{1B}[?1006h")
    #expect(
      String(decoding: modes.leaving, as: UTF8.self)
        == "\u{1B}[?1006l\u{1B}[?1000l\u{1B}[?1004l\u{1B}[?2004l")
    let none = TerminalModes(CursesOptions(), isANSI: false)
    #expect(none.entering.isEmpty && none.leaving.isEmpty)
    let quiet = TerminalModes(CursesOptions(usesMouse: false), isANSI: true)
    #expect(String(decoding: quiet.entering, as: UTF8.self) == "\u{1B}[?2004h")
  }

  @Test func whatADyingProcessWrites() {
    let modes = TerminalModes(CursesOptions(usesMouse: false), isANSI: true)
    let known = ["sgr0": "\u{1B}[m$<2>", "rmcup": "\u{1B}[?1049l", "cnorm": "\u{1B}[?25h"]
    let bytes = modes.restoring { name in known[name].map { Array($0.utf8) } }
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == "\u{1B}[?2004l\u{1B}[m\u{1B}[?25h\u{1B}[?1049l")
  }

  @Test(
    arguments: [
      ("a$<5>b", "ab"), ("$<10/>", ""), ("$<5*/>x$<2>", "x"), ("a$b", "a$b"), ("a$<b", "a$<b"),
      ("", ""),
    ])
  func delaysAreLeftOut(_ capability: String, _ bytes: String) {
    #expect(TerminalModes.unpadded(Array(capability.utf8)) == Array(bytes.utf8))
  }
}
