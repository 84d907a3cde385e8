/// A colour as a theme names it.
public enum ThemeColor: Hashable, Sendable {
  /// The terminal's own colour.
  case standard
  /// One of the terminal's 16 colours, 0…15.
  case ansi(UInt8)
  /// One of the 256 indexed colours.
  case indexed(UInt8)
  /// 24 bits.
  case rgb(Style.RGB)

  private static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]

  /// Reads `default`, `red`, `bright-red`, `0`…`255` or `#rrggbb`; `nil` when it is none.
  public init?(_ text: String) {
    if text == "default" {
      self = .standard
    } else if let index = Self.names.firstIndex(of: text) {
      self = .ansi(UInt8(index))
    } else if text.hasPrefix("bright-"),
      let index = Self.names.firstIndex(of: String(text.dropFirst(7)))
    {
      self = .ansi(UInt8(index + 8))
    } else if let index = UInt8(text) {
      self = .indexed(index)
    } else if text.hasPrefix("#"), text.utf8.count == 7,
      let value = UInt32(text.dropFirst(), radix: 16)
    {
      self = .rgb(
        Style.RGB(UInt8(value >> 16), UInt8(value >> 8 & 255), UInt8(value & 255)))
    } else {
      return nil
    }
  }

  /// The colour that xterm shows, or `nil` for the terminal's own.
  public var rgb: Style.RGB? {
    switch self {
    case .standard: nil
    case .rgb(let color): color
    case .ansi(let index): Self.palette(Int(index))
    case .indexed(let index): Self.palette(Int(index))
    }
  }

  /// xterm's palette.
  private static func palette(_ index: Int) -> Style.RGB {
    let base: [(UInt8, UInt8, UInt8)] = [
      (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205),
      (0, 205, 205), (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0),
      (92, 92, 255), (255, 0, 255), (0, 255, 255), (255, 255, 255),
    ]
    if index < 16 { return Style.RGB(base[index].0, base[index].1, base[index].2) }
    if index >= 232 {
      let grey = UInt8(8 + (index - 232) * 10)
      return Style.RGB(grey, grey, grey)
    }
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    let cube = index - 16
    return Style.RGB(steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
  }
}
