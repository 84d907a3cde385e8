/// The 256 colours of xterm, to choose the nearest one and to estimate contrasts.
public enum Palette {
  private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
  private static let named: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]

  /// The colour xterm gives an index; the first sixteen may be changed by the agent.
  public static func rgb(_ index: UInt8) -> RGB {
    let value = Int(index)
    if value < 16 { return RGB(packed: named[value]) }
    if value >= 232 {
      let grey = UInt8(8 + (value - 232) * 10)
      return RGB(grey, grey, grey)
    }
    let cube = value - 16
    return RGB(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
  }

  /// The nearest colour among those a terminal has: 256, 16 or 8. Of 256, the first sixteen are
  /// left out because their real colours are unknown.
  public static func nearest(to colour: RGB, of count: Int) -> UInt8 {
    guard count >= 256 else {
      let candidates = UInt8(count >= 16 ? 16 : 8)
      return (0..<candidates).min { distance(rgb($0), colour) < distance(rgb($1), colour) } ?? 0
    }
    let red = level(colour.red)
    let green = level(colour.green)
    let blue = level(colour.blue)
    let cube = UInt8(16 + 36 * red + 6 * green + blue)
    let mean = (Int(colour.red) + Int(colour.green) + Int(colour.blue)) / 3
    let grey = UInt8(232 + min(max((mean - 3) / 10, 0), 23))
    return distance(rgb(grey), colour) < distance(rgb(cube), colour) ? grey : cube
  }

  private static func level(_ value: UInt8) -> Int {
    value < 48 ? 0 : value < 115 ? 1 : (Int(value) - 35) / 40
  }

  private static func distance(_ one: RGB, _ other: RGB) -> Int {
    let red = Int(one.red) - Int(other.red)
    let green = Int(one.green) - Int(other.green)
    let blue = Int(one.blue) - Int(other.blue)
    return 2 * red * red + 4 * green * green + 3 * blue * blue
  }
}
