extension Theme {
  /// The default: the terminal's own sixteen colours, so that the agent's palette and contrast
  /// hold. Never blue text: xterm's blue on black has a contrast of 2.2.
  public static let standard = Theme(
    name: "default",
    looks: frames.merging(
      sixteen(red: 9, green: 10, yellow: 11, magenta: 13, cyan: 14), uniquingKeysWith: { $1 }))

  /// The default on a light terminal: the darker half of the sixteen colours.
  public static let standardLight = Theme(
    name: "default-light",
    looks: frames.merging(
      sixteen(red: 1, green: 4, yellow: 5, magenta: 5, cyan: 4), uniquingKeysWith: { $1 }),
    assumedBackground: RGB(255, 255, 255), assumedForeground: RGB(0, 0, 0))

  /// Attributes only, for `NO_COLOR` and terminals without colours.
  public static let mono = Theme(name: "mono", looks: monochrome, usesColours: false)

  /// The built-in theme that suits an environment.
  /// - Parameters:
  ///   - noColour: The value of `NO_COLOR`; any but an empty one forbids colours.
  ///   - colourHint: The value of `COLORFGBG`, by which some terminals tell their background.
  public static func suited(noColour: String?, colourHint: String?) -> Theme {
    if let noColour, !noColour.isEmpty { return .mono }
    let background = colourHint?.split(separator: ";").last.flatMap { Int($0) }
    return background == 7 || background == 15 ? .standardLight : .standard
  }

  /// What needs no colour.
  private static let frames: [Role: Look] = [
    .muted: Look(.standard, .dim), .title: Look(.standard, .bold),
    .border: Look(.standard, .dim), .focus: Look(.standard, .reverse),
    .selection: Look(.standard, [.bold, .underline]), .tab: Look(),
    .tabActive: Look(.standard, [.bold, .reverse]), .statusBar: Look(.standard, .reverse),
    .hint: Look(), .input: Look(.standard, .underline), .overlay: Look(),
    .link: Look(.standard, .underline), .barTrack: Look(.standard, .dim),
  ]

  private static func sixteen(
    red: UInt8, green: UInt8, yellow: UInt8, magenta: UInt8, cyan: UInt8
  ) -> [Role: Look] {
    func look(_ colour: UInt8, _ attributes: Attributes = []) -> Look {
      Look(.palette(colour), attributes)
    }
    return [
      .accent: look(cyan), .borderFocused: look(cyan, .bold), .hintKey: look(cyan, .bold),
      .scoreHigh: look(red, .bold), .scoreMiddle: look(yellow), .scoreLow: look(green),
      .accept: look(green, .bold), .reject: look(red, .bold), .later: look(yellow),
      .warning: look(yellow, .bold), .error: look(red, [.bold, .reverse]),
      .success: look(green), .highlight: Look(.palette(0), on: .palette(11)),
      .positive: look(red), .negative: look(green), .plot1: look(cyan), .plot2: look(yellow),
      .plot3: look(magenta), .plot4: look(green), .plot5: look(red), .plot6: Look(),
    ]
  }

  private static let monochrome: [Role: Look] = {
    var looks = frames
    let bold: [Role] = [
      .accent, .borderFocused, .hintKey, .scoreHigh, .accept, .reject, .warning, .positive, .plot1,
    ]
    for role in bold { looks[role] = Look(.standard, .bold) }
    looks[.error] = Look(.standard, [.bold, .reverse])
    looks[.highlight] = Look(.standard, .reverse)
    looks[.plot3] = Look(.standard, .dim)
    return looks
  }()
}

extension Look {
  fileprivate init(_ foreground: ThemeColour, _ attributes: Attributes) {
    self.init(foreground, on: .standard, attributes)
  }
}
