/// What a driver presents: the cells, where the cursor sits, and what changed in words.
public struct Frame: Hashable, Sendable {
  /// The cells.
  public var grid: Grid
  /// Where the hardware cursor sits (on the focused row), or `nil` to hide it.
  public var cursor: Point?
  /// What changed, as sentences for the linear driver.
  public var announcement: [SafeText]

  /// Makes a frame.
  public init(grid: Grid, cursor: Point? = nil, announcement: [SafeText] = []) {
    self.grid = grid
    self.cursor = cursor
    self.announcement = announcement
  }
}
