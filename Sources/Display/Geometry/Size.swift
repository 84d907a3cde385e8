/// A size in cells; never negative and never above `maximum`, so that no resize can ask for
/// unbounded memory.
public struct Size: Hashable, Sendable {
  /// The largest width or height, in cells.
  public static let maximum = 1_000
  /// No cell at all.
  public static let zero = Size(width: 0, height: 0)

  /// Columns, 0…`maximum`.
  public let width: Int
  /// Rows, 0…`maximum`.
  public let height: Int

  /// Makes a size; values outside 0…`maximum` are clamped.
  public init(width: Int, height: Int) {
    self.width = min(max(width, 0), Self.maximum)
    self.height = min(max(height, 0), Self.maximum)
  }

  /// Whether the size holds no cell.
  public var isEmpty: Bool { width == 0 || height == 0 }
}
