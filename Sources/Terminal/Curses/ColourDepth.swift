import Display

/// The colours a terminal has, and how a theme's colours become theirs.
public enum ColourDepth: Hashable, Sendable {
  /// None.
  case none
  /// So many of a palette: 8, 16, 88 or 256.
  case palette(Int)
  /// 24 bits.
  case direct

  /// The number of a colour; -1 for the terminal's own, and whether the character must be bold to
  /// be bright.
  func number(_ colour: ThemeColour) -> (number: Int32, isBright: Bool) {
    switch (self, colour) {
    case (.none, _), (_, .standard): return (-1, false)
    case (.direct, .rgb(let rgb)):
      // The first eight numbers mean the palette even here.
      return (Int32(max(rgb.packed, 8)), false)
    case (.direct, .palette(let index)):
      return (index < 8 ? Int32(index) : Int32(max(Palette.rgb(index).packed, 8)), false)
    case (.palette(let count), .rgb(let rgb)):
      return reduced(Palette.nearest(to: rgb, of: count), count)
    case (.palette(let count), .palette(let index)):
      if Int(index) < count || index < 16 { return reduced(index, count) }
      return reduced(Palette.nearest(to: Palette.rgb(index), of: count), count)
    }
  }

  private func reduced(_ index: UInt8, _ count: Int) -> (number: Int32, isBright: Bool) {
    index >= 8 && index < 16 && count < 16
      ? (Int32(index) - 8, true) : (Int32(index), false)
  }

  /// With which colours pictures are best drawn.
  public var pictureColours: PictureView.Colours {
    switch self {
    case .direct: .direct
    case .palette(let count): count >= 256 ? .palette : .shades
    case .none: .shades
    }
  }
}
