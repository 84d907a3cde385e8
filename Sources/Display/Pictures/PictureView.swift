/// A picture shown in cells, two pixels a cell one above the other, with outlines over it.
public struct PictureView: Sendable {
  /// With which colours a picture is shown.
  public enum Colours: Hashable, Sendable {
    /// 24 bits.
    case direct
    /// The 216 colours of xterm's cube, by ordered dither.
    case palette
    /// No colour: shades from light to dark.
    case shades
    /// The terminal shows the picture itself, in its own pixels, over cells kept free for it.
    case placed
  }

  /// A place in the picture, in pixels from its upper left corner.
  public struct Corner: Hashable, Sendable {
    /// To the right.
    public let x: Double
    /// Down.
    public let y: Double

    /// Makes a place.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// The picture.
  public let raster: Raster
  /// The part of it that is shown, in pixels; all of it when none is given.
  public var window: Rect
  /// The outlines, closed.
  public var outlines: [[Corner]]
  /// Their colour.
  public var outlineColour: RGB
  /// With which colours.
  public var colours: Colours

  /// Makes a view.
  public init(
    _ raster: Raster, window: Rect? = nil, outlines: [[Corner]] = [],
    outlineColour: RGB = RGB(255, 255, 0), colours: Colours = .direct
  ) {
    self.raster = raster
    let whole = Rect(x: 0, y: 0, width: raster.width, height: raster.height)
    self.window = window.map { $0.intersection(whole) } ?? whole
    self.outlines = outlines
    self.outlineColour = outlineColour
    self.colours = colours
  }

  /// The cells the view takes in a rectangle: as large as it can be without being stretched, in the
  /// middle.
  public func placement(in rect: Rect) -> Rect {
    guard !window.isEmpty, !rect.isEmpty else { return .zero }
    let across = Double(window.width) / Double(rect.width)
    let down = Double(window.height) / Double(rect.height * 2)
    let step = max(across, down)
    let width = min(rect.width, max(1, Int((Double(window.width) / step).rounded())))
    let height = min(rect.height, max(1, Int((Double(window.height) / step / 2).rounded(.up))))
    return Rect(
      x: rect.x + (rect.width - width) / 2, y: rect.y + (rect.height - height) / 2,
      width: width, height: height)
  }
}
