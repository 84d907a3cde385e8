/// The themes that are built in.
extension Theme {
  /// The terminal's own 16 colours, so that the agent's palette and contrast hold. Never blue text:
  /// xterm's blue on black has a contrast of 2.
  public static let standard = Theme(
    name: "default",
    looks: [
      .text: Look(), .muted: Look(.ansi(7)), .title: Look(isBold: true), .border: Look(.ansi(7)),
      .focusedBorder: Look(.ansi(14), isBold: true), .focus: Look(isReversed: true),
      .marked: Look(.ansi(11), isBold: true), .accent: Look(.ansi(14)),
      .scoreHigh: Look(.ansi(9), isBold: true), .scoreMiddle: Look(.ansi(11)),
      .scoreLow: Look(.ansi(10)), .accept: Look(.ansi(10), isBold: true),
      .reject: Look(.ansi(9), isBold: true), .later: Look(.ansi(11)),
      .highlight: Look(.ansi(0), on: .ansi(11)), .positive: Look(.ansi(9)),
      .negative: Look(.ansi(10)), .warning: Look(.ansi(11), isBold: true),
      .error: Look(.ansi(9), isBold: true), .bar: Look(isReversed: true),
      .key: Look(.ansi(14), isBold: true), .plot1: Look(.ansi(14)), .plot2: Look(.ansi(11)),
      .plot3: Look(.ansi(13)), .plot4: Look(.ansi(10)),
    ])

  /// Attributes only, for `NO_COLOR` and terminals without colours.
  public static let mono = Theme(
    name: "mono",
    looks: [
      .text: Look(), .muted: Look(), .title: Look(isBold: true), .border: Look(),
      .focusedBorder: Look(isBold: true), .focus: Look(isReversed: true),
      .marked: Look(isBold: true), .accent: Look(isBold: true), .scoreHigh: Look(isBold: true),
      .highlight: Look(isBold: true, isUnderlined: true), .warning: Look(isBold: true),
      .error: Look(isBold: true, isReversed: true), .bar: Look(isReversed: true),
      .key: Look(isBold: true), .accept: Look(isBold: true), .reject: Look(isBold: true),
    ], hasColors: false)
}
