/// How each role looks.
public struct Theme: Hashable, Sendable {
  /// The theme's name.
  public let name: String
  /// The background contrasts are counted on where a role keeps the terminal's own.
  public var assumedBackground: RGB
  /// The foreground contrasts are counted with where a role keeps the terminal's own.
  public var assumedForeground: RGB
  /// Whether colours may be used at all, those of pictures included.
  public var usesColours: Bool
  /// The looks, by the roles' raw values.
  private var looks: [Look]

  /// Makes a theme; roles that are not named look like plain text.
  public init(
    name: String, looks: [Role: Look], assumedBackground: RGB = RGB(0, 0, 0),
    assumedForeground: RGB = RGB(229, 229, 229), usesColours: Bool = true
  ) {
    self.name = name
    self.assumedBackground = assumedBackground
    self.assumedForeground = assumedForeground
    self.usesColours = usesColours
    self.looks = Role.allCases.map { looks[$0] ?? looks[.text] ?? Look() }
  }

  /// The look of a role.
  public subscript(role: Role) -> Look {
    get { looks[Int(role.rawValue)] }
    set { looks[Int(role.rawValue)] = newValue }
  }

  /// The look of a style: its role's look, with the attributes and colours of its own.
  public func look(of style: Style) -> Look {
    var look = self[style.role]
    look.attributes.formUnion(style.attributes)
    if usesColours {
      if let foreground = style.foreground { look.foreground = .rgb(foreground) }
      if let background = style.background { look.background = .rgb(background) }
    }
    return look
  }

  /// The same looks under another name.
  public func renamed(_ name: String) -> Theme {
    var looks: [Role: Look] = [:]
    for role in Role.allCases { looks[role] = self[role] }
    return Theme(
      name: name, looks: looks, assumedBackground: assumedBackground,
      assumedForeground: assumedForeground, usesColours: usesColours)
  }
}
