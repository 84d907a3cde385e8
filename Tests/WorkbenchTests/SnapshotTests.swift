import Display
import Foundation
import Review
import Testing

@testable import Workbench

/// Screens as text and as styles, compared with the ones kept in `Snapshots`. `VIGIE_RECORD=1`
/// writes them anew.
@Suite struct SnapshotTests {
  static let sizes = [(80, 24), (120, 40), (40, 12)]

  static func folder() -> URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Snapshots")
  }

  static func check(_ state: State, _ name: String) throws {
    let grid = render(state).grid
    let text = (grid.textPlane + ["---"] + grid.stylePlane).joined(separator: "\n") + "\n"
    let url = folder().appendingPathComponent(name + ".txt")
    if ProcessInfo.processInfo.environment["VIGIE_RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder(), withIntermediateDirectories: true)
      try text.write(to: url, atomically: true, encoding: .utf8)
      return
    }
    let kept = try String(contentsOf: url, encoding: .utf8)
    #expect(text == kept, "\(name) differs; VIGIE_RECORD=1 writes it anew")
  }

  static let scenes: [(String, [String])] = [
    ("list", []), ("detail", ["Enter"]), ("reasons", ["r"]), ("note", ["n", "o", "k"]),
    ("filter", ["/", "1"]), ("help", ["?"]), ("palette", [":"]), ("explain", ["e"]),
    ("document", ["Enter", "Enter"]), ("marks", ["Space", "Space", "a"]), ("search", ["s", "m"]),
    ("statuses", ["v"]), ("form", ["P"]), ("table", ["t", "Enter"]), ("supervision", ["7"]),
    ("conversation", ["y", "o", "u", "i", "Enter", "n", "o"]),
  ]

  @Test(arguments: InterfaceLanguage.allCases)
  func everyScreenIsAsKept(language: InterfaceLanguage) throws {
    for (width, height) in Self.sizes {
      for (name, keys) in Self.scenes {
        var (fixture, state) = RobotTests.started(Size(width: width, height: height), language)
        for key in keys { fixture.press(key, on: &state) }
        try Self.check(state, "\(name)-\(width)x\(height)-\(language.rawValue)")
      }
    }
  }

  @Test func asciiHasNoOtherSignsInItsFrames() {
    var (_, state) = RobotTests.started()
    state.glyphs = .ascii
    let text = render(state).grid.textPlane.joined()
    #expect(!text.contains("│") && !text.contains("┌") && !text.contains("▌"))
  }

  @Test func hostileTitlesAreShownSafely() {
    var fixture = WorkbenchFixture(count: 1)
    fixture.suggestions[0].title = "a\u{1B}]0;x\u{07}\u{202E}b"
    var state = WorkbenchFixture.state()
    fixture.send(.start, to: &state)
    let text = render(state).grid.textPlane.joined()
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    #expect(text.contains("‹U+202E›"))
  }
}
