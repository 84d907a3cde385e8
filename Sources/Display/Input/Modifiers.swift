/// Keys held while another is pressed.
public struct Modifiers: OptionSet, Hashable, Sendable {
  /// The bits, as xterm counts them: shift 1, alt 2, control 4.
  public let rawValue: UInt8

  /// Makes a set from its bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue & 7
  }

  /// The shift key; never given with a character, which is capital by itself.
  public static let shift = Modifiers(rawValue: 1)
  /// The alt or meta key.
  public static let alt = Modifiers(rawValue: 2)
  /// The control key.
  public static let control = Modifiers(rawValue: 4)
}
