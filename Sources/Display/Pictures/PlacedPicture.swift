/// A picture that the terminal itself shows over cells kept free for it.
public struct PlacedPicture: Hashable, Sendable {
  /// What the cells call it, 24 bits: the same picture in the same size has the same number.
  public let number: UInt32
  /// The picture.
  public let view: PictureView
  /// The cells it takes when all of it is seen.
  public let size: Size

  /// Makes one of a view drawn in so many cells.
  public init(_ view: PictureView, size: Size) {
    self.view = view
    self.size = size
    number = view.number(size)
  }

  /// Pictures of one number are one picture.
  public static func == (left: PlacedPicture, right: PlacedPicture) -> Bool {
    left.number == right.number && left.size == right.size
  }

  /// The number stands for the picture.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(number)
  }
}

extension PictureView {
  /// The most bytes of a picture that its number is made of.
  private static let sampledBytes = 2048
  /// The longer side, in pixels, that a picture given to the terminal has about.
  private static let placedSide = 360

  /// A number that tells this view in this size from others (FNV-1a, folded to 24 bits).
  func number(_ size: Size) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    func add(_ value: Int) {
      hash = (hash ^ UInt32(truncatingIfNeeded: value)) &* 0x0100_0193
    }
    for value in [
      raster.width, raster.height, window.x, window.y, window.width, window.height, size.width,
      size.height, outlines.count,
    ] { add(value) }
    for corner in outlines.joined() {
      add(Int(max(-1e6, min(1e6, corner.x * 10))))
      add(Int(max(-1e6, min(1e6, corner.y * 10))))
    }
    let step = max(1, raster.bytes.count / Self.sampledBytes) | 1
    for index in stride(from: 0, to: raster.bytes.count, by: step) {
      add(Int(raster.bytes[index]))
    }
    return max(1, (hash >> 24 ^ hash) & 0xFF_FFFF)
  }

  /// Keeps the cells of an area free for the picture.
  func place(in area: Rect, _ grid: inout Grid) {
    let number = number(area.size)
    for y in 0..<area.height {
      for x in 0..<area.width {
        grid.write(
          " ", at: Point(x: area.x + x, y: area.y + y),
          style: Style(picture: number, column: x, row: y))
      }
    }
  }

  /// The window as pixels of red, green and blue, with the outlines on them, at a size that suits a
  /// terminal's own pixels.
  public var image: Raster {
    let longer = max(window.width, window.height, 1)
    let factor = max(1, min(4, Self.placedSide / longer))
    let shrink = max(1, (longer + Self.placedSide - 1) / Self.placedSide)
    let width = max(1, window.width * factor / shrink)
    let height = max(1, window.height * factor / shrink)
    let colours = pixels(width: width, height: height)
    let outline = outlinePixels(width: width, height: height)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(width * height * 3)
    for index in colours.indices {
      let colour = outline[index] ? outlineColour : colours[index] ?? RGB(0, 0, 0)
      bytes += [colour.red, colour.green, colour.blue]
    }
    return Raster(width: width, height: height, bytes: bytes) ?? raster
  }
}
