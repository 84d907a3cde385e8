/// A safe text with one style.
public struct StyledText: Hashable, Sendable {
  /// The text.
  public var text: SafeText
  /// Its style.
  public var style: Style

  /// Makes a styled text.
  public init(_ text: SafeText, _ style: Style = .text) {
    self.text = text
    self.style = style
  }
}
