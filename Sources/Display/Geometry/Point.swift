/// A place on a grid, in cells from the upper left corner; may lie outside any grid.
public struct Point: Hashable, Sendable {
  /// The upper left corner.
  public static let zero = Point(x: 0, y: 0)

  /// The column, from 0.
  public var x: Int
  /// The row, from 0.
  public var y: Int

  /// Makes a point.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}
