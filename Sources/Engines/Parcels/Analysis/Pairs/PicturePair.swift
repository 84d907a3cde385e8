import Imagery
import Review

/// Two pictures of one place, as they were read.
struct PicturePair: Sendable {
  /// What names the pair (a folder, a tile).
  var name: String
  /// The earlier picture.
  var before: Picture
  /// The later picture.
  var after: Picture
  /// Metres on the ground for a pixel.
  var metres: Double
  /// Where the pictures lie, if that is known.
  var world: WorldFile?
}
