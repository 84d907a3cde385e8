import Display
import Review
import Testing

@testable import Workbench

@Suite struct TextInputTests {
  static func typed(_ keys: [String], from text: String = "", multiline: Bool = false) -> TextInput
  {
    var input = TextInput(text, isMultiline: multiline)
    for key in keys {
      if let key = Key(notation: key) { _ = TextKeys.apply(key, to: &input) }
    }
    return input
  }

  @Test(arguments: [
    (["a", "b"], "ab", 2), (["a", "b", "Left", "c"], "acb", 2), (["a", "Backspace"], "", 0),
    (["a", "b", "Home", "Delete"], "b", 0), (["a", "b", "Home", "x", "End", "y"], "xaby", 4),
    (["Backspace", "Delete", "Left", "Left"], "", 0), (["a", "Right", "Right", "b"], "ab", 2),
    (["a", "b", "c", "C-u", "d"], "d", 1), (["Space", "é"], " é", 2),
  ])
  func keysEditAtTheCursor(keys: [String], text: String, cursor: Int) {
    let input = Self.typed(keys)
    #expect(input.text == text && input.cursor == cursor)
  }

  @Test(arguments: ["Tab", "Enter", "Esc", "F1", "PageDown", "Up", "C-a", "A-x"])
  func otherKeysDoNotType(notation: String) throws {
    var input = TextInput("x")
    let key = try #require(Key(notation: notation))
    #expect(!TextKeys.apply(key, to: &input))
    #expect(input.text == "x")
  }

  @Test func lineEndsAreKeptOnlyWhereThereAreLines() {
    var line = TextInput("a")
    line.insert("b\r\nc\nd")
    #expect(line.text == "ab c d")
    var lines = TextInput("a", isMultiline: true)
    lines.insert("b\r\nc")
    #expect(lines.text == "ab\nc" && lines.cursor == 4)
  }

  @Test func pastesAreBounded() {
    var input = TextInput(String(repeating: "x", count: 20_000))
    #expect(input.scalars.count == TextInput.limit)
    input.insert("y")
    #expect(input.scalars.count == TextInput.limit && !input.text.contains("y"))
    var pasted = TextInput()
    pasted.insert(String(repeating: "é", count: 30_000))
    #expect(pasted.scalars.count == TextInput.limit && pasted.cursor == TextInput.limit)
  }

  /// Whatever keys come, the cursor stays in the text.
  @Test func theCursorNeverLeavesTheText() {
    var random = PropertyTests.Lehmer(state: 3)
    let keys = ["a", "Left", "Right", "Home", "End", "Backspace", "Delete", "é", "Space", "C-u"]
    var input = TextInput("depart")
    for _ in 0..<3000 {
      if let key = Key(notation: keys[random.next(keys.count)]) {
        _ = TextKeys.apply(key, to: &input)
      }
      if random.next(20) == 0 { input.insert("collé\n🍽️") }
      #expect((0...input.scalars.count).contains(input.cursor))
    }
  }
}

@Suite struct KeyMapTests {
  @Test func noKeyMeansTwoThings() {
    let keys = KeyMap.bindings.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
    #expect(Set(KeyMap.bindings.map(\.command)).count == KeyMap.bindings.count)
  }

  @Test func everyKeyLeadsToItsCommand() {
    for binding in KeyMap.bindings {
      #expect(!binding.title.fr.isEmpty && !binding.title.en.isEmpty)
      for key in binding.keys {
        #expect(KeyMap.command(key, panel: nil) == binding.command)
        #expect(Key(notation: key.notation) == key)
      }
    }
  }

  @Test func aPanelsActionsComeAfterTheCommonKeys() throws {
    let plan = try #require(Key(notation: "P"))
    #expect(KeyMap.command(plan, panel: nil) == nil)
    #expect(KeyMap.command(plan, panel: WorkbenchFixture.panel) == .action("plan"))
    #expect(KeyMap.command("a", panel: WorkbenchFixture.panel) == .accept)
    // The keys of pictures are a panel's own when it wants them.
    var panel = WorkbenchFixture.panel
    for key in ["b", "B", "z", "o", "a"] {
      panel.actions = [
        ActionDescription(
          name: "own", title: LocalizedText(same: "own"), help: LocalizedText(same: "own"),
          key: key, scope: .panel)
      ]
      let pressed = try #require(Key(notation: key))
      #expect((KeyMap.command(pressed, panel: panel) == .action("own")) == (key != "a"))
    }
  }
}
