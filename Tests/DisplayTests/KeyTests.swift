import Testing

@testable import Display

@Suite struct KeyTests {
  @Test(
    arguments: [
      "j", "G", "/", "?", ":", "é", "C-d", "A-x", "C-A-x", "S-Tab", "Enter", "Esc", "F1", "F12",
      "PageDown", "Space", "C-Space", "C-Up", "C-A-S-Left", "-", "C--", "A", "C", "S", "F",
    ])
  func notationComesBack(_ notation: String) {
    #expect(Key(notation: notation)?.notation == notation)
  }

  @Test(arguments: ["", "xx", "F0", "F25", "F1x", "C-", "D-x", "Enterr", "\u{1B}", "C-C-"])
  func whatIsNoNotation(_ notation: String) {
    #expect(Key(notation: notation) == nil)
  }

  @Test func oneKeyHasOneForm() {
    #expect(Key.character(" ") == .named(.space))
    #expect(Key.character("A", .shift) == "A")
    #expect(Key(notation: "S-a") == "a")
    #expect(Set<Key>(["j", Key(.character("j"))]).count == 1)
  }

  @Test func typedCharacters() {
    #expect(Key.character("é").typed == "é")
    #expect(Key.named(.space).typed == " ")
    #expect(Key.character("d", .control).typed == nil)
    #expect(Key.named(.enter).typed == nil)
  }

  @Test func exitStatus() {
    #expect(InputEvent.hangup(signal: 15).exitStatus == 143)
    #expect(InputEvent.wake.exitStatus == 0)
  }
}
