/// A rectangle of cells; its sides are never negative and its arithmetic never overflows.
public struct Rect: Hashable, Sendable {
  /// The farthest coordinate a rectangle may have, in cells.
  public static let limit = 1_000_000
  /// No cell at all.
  public static let zero = Rect(x: 0, y: 0, width: 0, height: 0)

  /// The left column.
  public let x: Int
  /// The upper row.
  public let y: Int
  /// Columns, at least 0.
  public let width: Int
  /// Rows, at least 0.
  public let height: Int

  /// Makes a rectangle; coordinates and sides are clamped to `limit`.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = min(max(x, -Self.limit), Self.limit)
    self.y = min(max(y, -Self.limit), Self.limit)
    self.width = min(max(width, 0), Self.limit)
    self.height = min(max(height, 0), Self.limit)
  }

  /// Makes the rectangle of a whole grid of this size.
  public init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  /// The column just right of the rectangle.
  public var maxX: Int { x + width }
  /// The row just below the rectangle.
  public var maxY: Int { y + height }
  /// Whether the rectangle holds no cell.
  public var isEmpty: Bool { width == 0 || height == 0 }
  /// The upper left corner.
  public var origin: Point { Point(x: x, y: y) }
  /// The sides, as a size.
  public var size: Size { Size(width: width, height: height) }

  /// Whether a point lies inside.
  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// The cells both rectangles hold; empty when they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top,
      width: min(maxX, other.maxX) - left,
      height: min(maxY, other.maxY) - top)
  }

  /// The rectangle without so many cells on each side; empty when nothing remains.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      x: x + left, y: y + top, width: width - left - right, height: height - top - bottom)
  }

  /// The rectangle without so many cells on every side.
  public func inset(by cells: Int) -> Rect {
    inset(left: cells, top: cells, right: cells, bottom: cells)
  }

  /// The row at this offset from the top, clipped to the rectangle.
  public func row(_ offset: Int) -> Rect {
    intersection(Rect(x: x, y: y + offset, width: width, height: 1))
  }
}
