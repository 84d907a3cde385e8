import Foundation
import Testing

@testable import Display

@Suite struct ThemeFileTests {
  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "../../Themes").standardized

  private static let names = [
    "colour-blind", "colour-blind-light", "dark", "high-contrast", "light",
  ]

  private static func text(_ name: String) throws -> String? {
    let url = folder.appending(path: name + ".yaml")
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    return try String(contentsOf: url, encoding: .utf8)
  }

  @Test func everyFileIsTested() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(
      files.filter { $0.hasSuffix(".yaml") }.sorted() == Self.names.map { $0 + ".yaml" }.sorted())
  }

  @Test(arguments: names)
  func everyRoleIsReadable(_ name: String) throws {
    let theme = try #require(try ThemeFile.read(named: name, text: Self.text))
    #expect(theme.name == name)
    for role in Role.allCases {
      let needed = Theme.leastContrast(of: role)
      #expect(theme.contrast(of: role) >= needed, "\(role): \(theme.contrast(of: role))")
      #expect(!theme[role].attributes.contains(.dim), "\(role): dim takes contrast away")
      if case .palette = theme[role].foreground { Issue.record("\(role): unknown colour") }
    }
  }

  @Test func highContrastIsHigher() throws {
    let theme = try #require(try ThemeFile.read(named: "high-contrast", text: Self.text))
    for role in Role.allCases { #expect(theme.contrast(of: role) >= 7, "\(role)") }
  }

  @Test func inheritance() throws {
    let texts = [
      "child": "inherits: parent\nname: child\nroles:\n  title: { foreground: red }\n",
      "parent":
        "name: parent\nroles:\n  text: { background: \"#101010\" }\n  title: { attributes: [bold, italic] }\n",
    ]
    let theme = try #require(try ThemeFile.read(named: "child") { texts[$0] })
    #expect(theme.name == "child")
    #expect(theme[.title].foreground == .palette(1))
    #expect(theme[.title].attributes == [.bold, .italic])
    #expect(theme[.title].background == .rgb(RGB(16, 16, 16)))
    #expect(theme[.focus].attributes == .reverse)
    #expect(try ThemeFile.read(named: "nobody") { texts[$0] } == nil)
  }

  @Test func circlesEnd() {
    #expect(throws: ThemeError.self) {
      try ThemeFile.read(named: "a") { _ in "inherits: a" }
    }
  }

  @Test(
    arguments: [
      ("colour: red", 1, "colour", "an unknown key"),
      ("name: x\nroles:\n  titel: {}", 3, "roles.titel", "an unknown role"),
      ("roles:\n  title: { foreground: mauve }", 2, "roles.title.foreground", "mauve"),
      ("roles:\n  title: { weight: 3 }", 2, "roles.title.weight", "an unknown key"),
      (
        "roles:\n  title:\n    attributes: [bold, blinking]", 3, "roles.title.attributes",
        "blinking"
      ),
      ("roles:\n  title: { attributes: bold }", 2, "roles.title.attributes", "bold"),
      ("roles: [a]", 1, "roles", "a list"), ("roles:\n  title: red", 2, "roles.title", "red"),
      ("inherits: nobody", 1, "inherits", "nobody"),
      ("assumes: { background: 3 }", 1, "assumes.background", "3"),
      ("assumes: { middle: \"#000000\" }", 1, "assumes.middle", "an unknown key"),
      ("- a\n- b", 1, "", "no mapping"), ("name: [a]", 1, "name", "no word"),
    ] as [(String, Int, String, String)])
  func errorsNameTheirPlace(_ yaml: String, _ line: Int, _ key: String, _ found: String) throws {
    let error = try #require(throws: ThemeError.self) {
      try ThemeFile.read(yaml, file: "mine.yaml")
    }
    #expect(error.line == line && error.key == key && error.found == found, "\(error)")
    #expect(!error.expected.isEmpty)
    #expect(error.description.hasPrefix("mine.yaml:\(line):"))
  }

  @Test func brokenAndHugeFiles() throws {
    let broken = try #require(throws: ThemeError.self) {
      try ThemeFile.read("name: x\nroles: {", file: "mine.yaml")
    }
    #expect(broken.line != nil && broken.expected == "YAML")
    let huge = String(repeating: "#", count: ThemeFile.maximumBytes + 1)
    #expect(throws: ThemeError.self) { try ThemeFile.read(huge, file: "mine.yaml") }
    #expect(throws: ThemeError.self) { try ThemeFile.read("", file: "mine.yaml") }
  }
}
