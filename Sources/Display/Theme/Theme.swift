/// How each role looks.
public struct Theme: Hashable, Sendable {
  /// How one role looks.
  public struct Look: Hashable, Sendable {
    /// The colour of the text.
    public var foreground: ThemeColor
    /// The colour behind it.
    public var background: ThemeColor
    /// Whether it is bold.
    public var isBold: Bool
    /// Whether it is underlined.
    public var isUnderlined: Bool
    /// Whether foreground and background change places.
    public var isReversed: Bool
    /// Whether it is dim.
    public var isDim: Bool

    /// Makes a look.
    public init(
      _ foreground: ThemeColor = .standard, on background: ThemeColor = .standard,
      isBold: Bool = false, isUnderlined: Bool = false, isReversed: Bool = false,
      isDim: Bool = false
    ) {
      self.foreground = foreground
      self.background = background
      self.isBold = isBold
      self.isUnderlined = isUnderlined
      self.isReversed = isReversed
      self.isDim = isDim
    }
  }

  /// The theme's name.
  public var name: String
  /// The background a theme is made for, to compute contrast where it leaves the terminal's own.
  public var assumedBackground: Style.RGB
  /// The foreground a theme is made for.
  public var assumedForeground: Style.RGB
  /// Whether colours of pictures are drawn.
  public var hasColors: Bool
  private var looks: [Style.Role: Look]

  /// Makes a theme.
  public init(
    name: String, looks: [Style.Role: Look],
    assumedBackground: Style.RGB = Style.RGB(0, 0, 0),
    assumedForeground: Style.RGB = Style.RGB(229, 229, 229), hasColors: Bool = true
  ) {
    self.name = name
    self.looks = looks
    self.assumedBackground = assumedBackground
    self.assumedForeground = assumedForeground
    self.hasColors = hasColors
  }

  /// How a role looks.
  public subscript(role: Style.Role) -> Look {
    get { looks[role] ?? looks[.text] ?? Look() }
    set { looks[role] = newValue }
  }

  /// The contrast of a role's text against what is behind it.
  public func contrast(_ role: Style.Role) -> Double {
    let look = self[role]
    return Contrast.ratio(
      look.foreground.rgb ?? assumedForeground, look.background.rgb ?? assumedBackground)
  }
}
