import Testing

@testable import Display

@Suite struct StyleTests {
  @Test func partsComeBack() {
    for role in Role.allCases {
      let style = Style(role, [.bold, .reverse])
      #expect(style.role == role && style.attributes == [.bold, .reverse])
      #expect(style.foreground == nil && style.background == nil)
    }
    let style = Style(
      foreground: RGB(1, 2, 3), background: RGB(255, 254, 253), role: .plot6, attributes: .italic)
    #expect(style.foreground == RGB(1, 2, 3) && style.background == RGB(255, 254, 253))
    #expect(style.role == .plot6 && style.attributes == .italic)
    #expect(style.adding(.bold).attributes == [.bold, .italic])
    #expect(style.with(role: .muted).foreground == RGB(1, 2, 3))
    #expect(Style(foreground: RGB(0, 0, 0), background: nil).foreground == RGB(0, 0, 0))
  }

  @Test func names() {
    #expect(Style(.focus, [.bold, .underline]).name == "focus+bold+underline")
    #expect(
      Style(foreground: RGB(0, 16, 255), background: RGB(1, 0, 0)).name == "text #0010FF on #010000"
    )
    #expect(Role(name: "scoreHigh") == .scoreHigh)
    #expect(Role(name: "nothing") == nil)
    #expect(Role.plot(-1) == .plot6 && Role.plot(7) == .plot2)
    #expect(Role.score(0.75) == .scoreHigh && Role.score(0.5) == .scoreMiddle)
    #expect(Role.score(.nan) == .scoreLow)
  }
}
