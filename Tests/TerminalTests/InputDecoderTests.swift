import Display
import Testing

@testable import Terminal

@Suite struct InputDecoderTests {
  private func events(_ text: String) -> [InputEvent] {
    var decoder = InputDecoder()
    return decoder.feed(Array(text.utf8)) + decoder.flush()
  }

  @Test(
    arguments: [
      ("j", "j"), ("é", "é"), ("漢", "漢"), ("👍", "👍"), (" ", "Space"), ("\r", "Enter"),
      ("\n", "Enter"), ("\t", "Tab"), ("\u{7F}", "Backspace"), ("\u{08}", "Backspace"),
      ("\u{04}", "C-d"), ("\u{00}", "C-Space"), ("\u{1C}", "C-\\"), ("\u{1F}", "C-_"),
      ("\u{1B}", "Esc"), ("\u{1B}x", "A-x"), ("\u{1B}é", "A-é"), ("\u{1B}\r", "A-Enter"),
      ("\u{1B}[", "A-["), ("\u{1B}O", "A-O"), ("\u{1B}\u{1B}[A", "A-Up"),
      ("\u{1B}[A", "Up"), ("\u{1B}OA", "Up"), ("\u{1B}[1;2A", "S-Up"), ("\u{1B}[1;5D", "C-Left"),
      ("\u{1B}[1;8C", "C-A-S-Right"), ("\u{1B}[1;9A", "A-Up"), ("\u{1B}[H", "Home"),
      ("\u{1B}[F", "End"), ("\u{1B}[1~", "Home"), ("\u{1B}[8~", "End"), ("\u{1B}[2~", "Insert"),
      ("\u{1B}[3~", "Delete"), ("\u{1B}[3;5~", "C-Delete"), ("\u{1B}[5~", "PageUp"),
      ("\u{1B}[6~", "PageDown"), ("\u{1B}[Z", "S-Tab"), ("\u{1B}OP", "F1"), ("\u{1B}[11~", "F1"),
      ("\u{1B}[[A", "F1"), ("\u{1B}[1;2P", "S-F1"), ("\u{1B}[15~", "F5"), ("\u{1B}[[E", "F5"),
      ("\u{1B}[17~", "F6"), ("\u{1B}[21~", "F10"), ("\u{1B}[24~", "F12"), ("\u{1B}[34~", "F20"),
      ("\u{1B}[a", "S-Up"), ("\u{1B}Oa", "C-Up"), ("\u{1B}[3^", "C-Delete"),
      ("\u{1B}[3$", "S-Delete"), ("\u{1B}[7@", "C-S-Home"), ("\u{1B}[97;5u", "C-a"),
      ("\u{1B}[27;6;9~", "C-S-Tab"), ("\u{1B}[13;2u", "S-Enter"), ("\u{1B}OM", "Enter"),
      ("\u{1B}Oj", "*"),
    ])
  func keys(_ bytes: String, _ notation: String) {
    #expect(events(bytes) == [.key(Key(notation: notation) ?? .named(.insert))])
  }

  @Test(
    arguments: [
      ("\u{1B}[<0;1;1M", MouseEvent(.press(.left), at: .zero)),
      ("\u{1B}[<2;10;5M", MouseEvent(.press(.right), at: Point(x: 9, y: 4))),
      ("\u{1B}[<0;10;5m", MouseEvent(.release, at: Point(x: 9, y: 4))),
      ("\u{1B}[<32;3;3M", MouseEvent(.drag(.left), at: Point(x: 2, y: 2))),
      ("\u{1B}[<64;3;3M", MouseEvent(.wheelUp, at: Point(x: 2, y: 2))),
      ("\u{1B}[<81;3;3M", MouseEvent(.wheelDown, at: Point(x: 2, y: 2), modifiers: .control)),
      ("\u{1B}[<4;99999;1M", MouseEvent(.press(.left), at: Point(x: 999, y: 0), modifiers: .shift)),
    ] as [(String, MouseEvent)])
  func mouse(_ bytes: String, _ event: MouseEvent) {
    #expect(events(bytes) == [.mouse(event)])
  }

  @Test(
    arguments: [
      "\u{1B}[<0;0;0M", "\u{1B}[<0;1M", "\u{1B}[<3;1;1M", "\u{1B}[999~", "\u{1B}[x",
      "\u{1B}[99999999999999999999~", "\u{1B}[1;99999999999999999999x", "\u{1B}[[Z",
    ])
  func whatMeansNothingIsDropped(_ bytes: String) {
    #expect(events(bytes + "j") == [.key("j")])
  }

  @Test func focus() {
    #expect(events("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)])
  }

  @Test func pastedTextPressesNoKey() {
    #expect(
      events("a\u{1B}[200~q\r\u{1B}[Ad\r\n\u{1B}[201\u{1B}[201~b")
        == [.key("a"), .paste("q\n\u{1B}[Ad\n\u{1B}[201"), .key("b")])
    #expect(events("\u{1B}[200~\u{1B}[201~") == [.paste("")])
  }

  @Test func pastesAreBounded() {
    let text = String(repeating: "x", count: InputDecoder.maximumPaste + 1_000)
    let events = events("\u{1B}[200~" + text + "\u{1B}[201~j")
    guard case .paste(let kept) = events.first else {
      Issue.record("no paste")
      return
    }
    #expect(kept.utf8.count == InputDecoder.maximumPaste)
    #expect(events.last == .key("j"))
  }

  @Test func aPasteWaitsForItsEnd() {
    var decoder = InputDecoder()
    #expect(decoder.feed(Array("\u{1B}[200~half".utf8)).isEmpty)
    #expect(!decoder.isWaiting)
    #expect(decoder.flush().isEmpty)
    #expect(decoder.feed(Array(" whole\u{1B}[201~".utf8)) == [.paste("half whole")])
  }

  @Test func brokenCharactersAreDropped() {
    var decoder = InputDecoder()
    #expect(decoder.feed([0xFF, 0xC3, 0x6A]) == [.key("j")])
    #expect(decoder.feed([0xE6, 0xBC]).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.flush().isEmpty)
    #expect(decoder.feed([0x6A]) == [.key("j")])
  }

  @Test func keysOfTheirOwn() {
    var decoder = InputDecoder(ownKeys: [Array("\u{1B}q".utf8): "F3", [0x1B, 0x5B, 0x41]: "Up"])
    #expect(decoder.feed(Array("\u{1B}q\u{1B}[Bx".utf8)) == [.key("F3"), .key("Down"), .key("x")])
  }

  /// Bytes may come in any pieces; what they mean does not depend on it.
  @Test func piecesDoNotMatter() {
    let bytes = Array(
      "jé\u{1B}[1;5A\u{1B}[200~a\u{1B}b\u{1B}[201~\u{1B}[<0;5;6M漢\u{1B}OPk".utf8)
    var whole = InputDecoder()
    let expected = whole.feed(bytes)
    #expect(expected.count == 8)
    for size in 1...7 {
      var decoder = InputDecoder()
      var events: [InputEvent] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        events += decoder.feed(bytes[start..<min(start + size, bytes.count)])
      }
      #expect(events == expected)
    }
  }

  @Test func anyBytes() {
    var state: UInt64 = 42
    for _ in 0..<2_000 {
      var decoder = InputDecoder()
      var bytes: [UInt8] = []
      for _ in 0..<200 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let byte = UInt8(truncatingIfNeeded: state >> 56)
        bytes.append(byte % 5 == 0 ? 0x1B : byte % 7 == 0 ? 0x5B : byte)
      }
      _ = decoder.feed(bytes)
      _ = decoder.flush()
      #expect(!decoder.isWaiting)
    }
  }

  @Test func endlessSequencesAreDropped() {
    var decoder = InputDecoder()
    #expect(decoder.feed(Array(("\u{1B}[" + String(repeating: "1", count: 62)).utf8)).isEmpty)
    _ = decoder.feed(Array("1".utf8))
    #expect(!decoder.isWaiting)
  }
}
