import Foundation
import Imagery
import Review

/// Two picture files of one place with their dates and places: what an analysis reads row by row.
struct PairSource: Sendable {
  /// The name of the pair, as in its files.
  var name: String
  /// The earlier picture.
  var before: URL
  /// The later picture.
  var after: URL
  /// The day of the earlier picture: the object was not there yet.
  var beforeDate: CalendarDate
  /// The day of the later picture: the object is there.
  var afterDate: CalendarDate
  /// The commune, when the list of pairs names it.
  var commune: String
  /// Where the part that both pictures show lies.
  var world: WorldFile
  /// The part of the earlier picture that both show.
  var beforeRect: PixelRect
  /// The part of the later picture that both show, of the same size.
  var afterRect: PixelRect
  /// SHA-256 of the later picture.
  var sha256: String

  var metres: Double { world.pixelWidth }
  var width: Int { beforeRect.width }
  var height: Int { beforeRect.height }
}
