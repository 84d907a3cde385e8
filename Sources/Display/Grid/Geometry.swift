/// A place in a grid, from the upper left corner.
public struct Point: Hashable, Sendable {
  /// Columns to the right.
  public var x: Int
  /// Rows down.
  public var y: Int

  /// Makes a point.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A number of columns and rows, never negative.
public struct Size: Hashable, Sendable {
  /// The largest side that is drawn; a terminal that claims more gets this much.
  public static let limit = 2000

  /// Columns.
  public let width: Int
  /// Rows.
  public let height: Int

  /// Makes a size; sides are clamped to 0…2000.
  public init(width: Int, height: Int) {
    self.width = min(Self.limit, max(0, width))
    self.height = min(Self.limit, max(0, height))
  }
}

/// A rectangle of a grid.
public struct Rect: Hashable, Sendable {
  /// The column of its left side.
  public var x: Int
  /// The row of its top.
  public var y: Int
  /// Columns, never negative.
  public var width: Int
  /// Rows, never negative.
  public var height: Int

  /// Makes a rectangle; negative sides become 0.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The rectangle of a whole grid.
  public init(_ size: Size) { self.init(x: 0, y: 0, width: size.width, height: size.height) }

  /// The rectangle without a margin on each side.
  public func inset(_ dx: Int = 1, _ dy: Int = 1) -> Rect {
    Rect(x: x + dx, y: y + dy, width: width - 2 * dx, height: height - 2 * dy)
  }

  /// Whether a point lies inside.
  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < x + width && point.y >= y && point.y < y + height
  }

  /// What two rectangles share.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(x + width, other.x + other.width) - left,
      height: min(y + height, other.y + other.height) - top)
  }
}
