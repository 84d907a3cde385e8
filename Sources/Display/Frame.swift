/// What a driver presents: cells for those who see them, sentences for those who hear them.
public struct Frame: Sendable {
  /// The cells.
  public var grid: Grid
  /// Where the terminal's own cursor sits: on the focused row, so that braille displays, screen
  /// readers and magnifiers follow it; hidden when there is none.
  public var cursor: Point?
  /// How roles look.
  public var theme: Theme
  /// The pictures of cells that are places of pictures, by number.
  public var pictures: [UInt32: PlacedPicture] = [:]
  /// What the linear driver says: what is focused, what has changed.
  public var announcement: [SafeText]

  /// Makes a frame.
  public init(
    grid: Grid, cursor: Point? = nil, theme: Theme = .standard, announcement: [SafeText] = []
  ) {
    self.grid = grid
    self.cursor = cursor
    self.theme = theme
    self.announcement = announcement
  }
}
