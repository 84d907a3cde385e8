/// How a cell looks: a role that the theme colours, attributes, and colours of its own for pictures.
public struct Style: Hashable, Sendable {
  /// What a text is for; the theme says how it looks.
  public enum Role: String, CaseIterable, Sendable {
    /// Plain text.
    case text
    /// Less important text.
    case muted
    /// A title.
    case title
    /// A border.
    case border
    /// The border of the part that has the focus.
    case focusedBorder
    /// The focused row.
    case focus
    /// A marked row.
    case marked
    /// Something that stands out.
    case accent
    /// A high score.
    case scoreHigh
    /// A middling score.
    case scoreMiddle
    /// A low score.
    case scoreLow
    /// An acceptance.
    case accept
    /// A rejection.
    case reject
    /// A postponement.
    case later
    /// A highlighted passage.
    case highlight
    /// A reason that speaks for.
    case positive
    /// A reason that speaks against.
    case negative
    /// A warning.
    case warning
    /// An error.
    case error
    /// The line at the top or the bottom.
    case bar
    /// A key in a hint.
    case key
    /// The first colour of charts and maps.
    case plot1
    /// The second colour of charts and maps.
    case plot2
    /// The third colour of charts and maps.
    case plot3
    /// The fourth colour of charts and maps.
    case plot4
  }

  /// A colour of its own, 24 bits, for pictures.
  public struct RGB: Hashable, Sendable {
    /// Red, 0…255.
    public var red: UInt8
    /// Green, 0…255.
    public var green: UInt8
    /// Blue, 0…255.
    public var blue: UInt8

    /// Makes a colour.
    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
      self.red = red
      self.green = green
      self.blue = blue
    }
  }

  /// What the text is for.
  public var role: Role
  /// Whether it is bold whatever the theme says.
  public var isBold: Bool
  /// Whether foreground and background change places.
  public var isReversed: Bool
  /// Whether it is underlined.
  public var isUnderlined: Bool
  /// A foreground of its own.
  public var foreground: RGB?
  /// A background of its own.
  public var background: RGB?

  /// Makes a style.
  public init(
    _ role: Role, isBold: Bool = false, isReversed: Bool = false, isUnderlined: Bool = false,
    foreground: RGB? = nil, background: RGB? = nil
  ) {
    self.role = role
    self.isBold = isBold
    self.isReversed = isReversed
    self.isUnderlined = isUnderlined
    self.foreground = foreground
    self.background = background
  }

  /// The style of plain text.
  public static let text = Style(.text)
  /// The style of less important text.
  public static let muted = Style(.muted)
  /// The style of titles.
  public static let title = Style(.title)
}
