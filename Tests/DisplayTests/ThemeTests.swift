import Testing

@testable import Display

@Suite struct ThemeTests {
  @Test(
    arguments: [
      ("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#0000ee", "#000000", 2.2),
      ("#0072b2", "#000000", 4.0), ("#f0e442", "#000000", 15.9), ("#e69f00", "#000000", 9.3),
      ("#56b4e9", "#000000", 9.1), ("#0072b2", "#ffffff", 5.2),
    ])
  func contrasts(_ one: String, _ other: String, _ expected: Double) throws {
    let ratio = Contrast.ratio(try rgb(one), try rgb(other))
    #expect((ratio - expected).magnitude < 0.06, "\(ratio)")
  }

  private func rgb(_ notation: String) throws -> RGB {
    guard case .rgb(let rgb) = try #require(ThemeColour(notation: notation)) else {
      throw ThemeError(file: "", line: nil, key: "", found: notation, expected: "a colour")
    }
    return rgb
  }

  @Test func colourNotation() {
    #expect(ThemeColour(notation: "default") == .standard)
    #expect(ThemeColour(notation: "bright-cyan") == .palette(14))
    #expect(ThemeColour(notation: "200") == .palette(200))
    #expect(ThemeColour(notation: "#Ff8000") == .rgb(RGB(255, 128, 0)))
    for wrong in ["", "256", "-1", "#12345", "#12345g", "#+12345", "mauve", "#1234567"] {
      #expect(ThemeColour(notation: wrong) == nil, "\(wrong)")
    }
  }

  @Test func nearestColours() {
    #expect(Palette.nearest(to: RGB(255, 255, 255), of: 256) == 231)
    #expect(Palette.nearest(to: RGB(0, 0, 0), of: 256) == 16)
    #expect(Palette.nearest(to: RGB(120, 121, 119), of: 256) == 243)
    #expect(Palette.nearest(to: RGB(250, 10, 10), of: 16) == 9)
    #expect(Palette.nearest(to: RGB(200, 10, 10), of: 8) == 1)
    for index in UInt8(16)...255 {
      let nearest = Palette.nearest(to: Palette.rgb(index), of: 256)
      #expect(Palette.rgb(nearest) == Palette.rgb(index), "\(index)")
    }
  }

  /// Blue of the sixteen is unreadable on dark; the default has none, nor any colour of its own.
  @Test func theDefaultKeepsToTheSixteenColoursWithoutBlue() {
    for role in Role.allCases {
      for colour in [Theme.standard[role].foreground, Theme.standard[role].background] {
        guard case .palette(let index) = colour else {
          #expect(colour == .standard)
          continue
        }
        #expect(index < 16 && index != 4 && index != 12, "\(role)")
      }
    }
    #expect(Theme.standard.weakRoles.isEmpty)
    #expect(Theme.standardLight.weakRoles.isEmpty)
  }

  @Test func monoHasNoColour() {
    for role in Role.allCases {
      #expect(Theme.mono[role].foreground == .standard)
      #expect(Theme.mono[role].background == .standard)
    }
    let picture = Style(foreground: RGB(1, 2, 3), background: RGB(4, 5, 6))
    #expect(Theme.mono.look(of: picture).foreground == .standard)
    #expect(Theme.standard.look(of: picture).background == .rgb(RGB(4, 5, 6)))
  }

  /// What an agent acts on is told apart without colour.
  @Test(arguments: [Theme.standard, .standardLight, .mono])
  func focusNeedsNoColour(_ theme: Theme) {
    for role in [Role.focus, .selection, .tabActive, .statusBar, .error] {
      #expect(!theme[role].attributes.isEmpty, "\(role) in \(theme.name)")
    }
  }

  @Test func attributesAddUp() {
    let look = Theme.standard.look(of: Style(.title, .underline))
    #expect(look.attributes == [.bold, .underline])
  }

  @Test(
    arguments: [
      (nil, nil, "default"), ("1", nil, "mono"), ("", nil, "default"),
      (nil, "0;15", "default-light"),
      (nil, "15;0", "default"), (nil, "12;default;7", "default-light"), (nil, "x", "default"),
      ("1", "0;15", "mono"),
    ] as [(String?, String?, String)])
  func whatSuitsTheEnvironment(_ noColour: String?, _ hint: String?, _ name: String) {
    #expect(Theme.suited(noColour: noColour, colourHint: hint).name == name)
  }
}
