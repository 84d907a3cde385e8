/// A text in one style.
public struct StyledRun: Hashable, Sendable {
  /// What is written.
  public var text: SafeText
  /// How it looks.
  public var style: Style

  /// Makes a run.
  public init(_ text: SafeText, _ style: Style = .text) {
    self.text = text
    self.style = style
  }
}
