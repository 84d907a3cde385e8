/// A colour as themes name it.
public enum ThemeColour: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// A colour of the terminal's palette: 0…15 are the agent's own, 16…255 xterm's.
  case palette(UInt8)
  /// A colour of 24 bits; shown by the nearest one where the terminal has fewer.
  case rgb(RGB)

  /// The names of the first sixteen colours of the palette, in order.
  public static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "bright-black", "bright-red", "bright-green", "bright-yellow",
    "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
  ]

  /// Reads `default`, a name of the sixteen, an index 0…255 or `#rrggbb`.
  public init?(notation: some StringProtocol) {
    if notation == "default" {
      self = .standard
    } else if let index = Self.names.firstIndex(of: String(notation)) {
      self = .palette(UInt8(index))
    } else if notation.first != "+", let index = UInt8(notation) {
      self = .palette(index)
    } else if notation.utf8.count == 7, notation.first == "#",
      notation.dropFirst().allSatisfy(\.isHexDigit),
      let packed = UInt32(notation.dropFirst(), radix: 16)
    {
      self = .rgb(RGB(packed: packed))
    } else {
      return nil
    }
  }
}
