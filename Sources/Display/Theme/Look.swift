/// How a role looks.
public struct Look: Hashable, Sendable {
  /// The colour of the characters.
  public var foreground: ThemeColour
  /// The colour behind them.
  public var background: ThemeColour
  /// What sets them apart besides colour.
  public var attributes: Attributes

  /// Makes a look.
  public init(
    _ foreground: ThemeColour = .standard, on background: ThemeColour = .standard,
    _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
