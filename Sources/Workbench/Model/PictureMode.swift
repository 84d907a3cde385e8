/// How pairs of pictures are shown: which of both, how near, with or without the outline.
public struct PictureMode: Hashable, Sendable {
  /// Which pictures are shown.
  public enum Shown: Hashable, Sendable, CaseIterable {
    /// Both, side by side.
    case both
    /// The earlier one, larger; the later one takes its place: the eye sees what flickers.
    case before
    /// The later one, larger.
    case after
  }

  /// How often a picture can be enlarged to twice its size.
  public static let zoomLimit = 2

  /// Which pictures are shown.
  public var shown = Shown.both
  /// How often the middle is enlarged to twice its size.
  public var zoom = 0
  /// Whether the outline is drawn.
  public var hasOutline = true

  /// Both pictures, whole, with the outline.
  public init() {}

  /// Goes on: both, the later, the earlier, the later… and back to both by `Esc` or a zoom of none.
  mutating func flip() {
    switch shown {
    case .both, .before: shown = .after
    case .after: shown = .before
    }
  }
}
