import Foundation
import Imagery
import Review

/// A place that may be shown to an agent, with everything needed to rank and show it again when the
/// pictures are no longer at hand.
struct Candidate: Codable, Hashable, Sendable {
  /// A parcel and how much of the object lies in it.
  struct Share: Codable, Hashable, Sendable {
    var parcel: String
    var section: String
    var number: String
    var share: Double
  }

  /// A zone the object lies in.
  struct InZone: Codable, Hashable, Sendable {
    var category: String
    var code: String
    var name: String
  }

  /// The natural key: the pair, its dates and the place, rounded so that analysing again updates.
  var key: String
  var pair: String
  var file: String
  var sha256: String
  var commune: String
  var beforeDate: CalendarDate
  var afterDate: CalendarDate
  /// The measures of the region; empty for a tile drawn at random.
  var measures: [Float]
  /// The outline on the ground.
  var outline: [GroundPoint]
  var centre: GroundPoint
  var length: Double
  var width: Double
  var area: Double
  /// Metres by which the pictures still disagree.
  var residual: Double
  /// Metres for a pixel of the source.
  var metres: Double
  /// The names of the pictures in the store.
  var beforePicture: String
  var afterPicture: String
  /// The outline in pixels of these pictures.
  var chipOutline: [PixelPoint]
  /// Metres for a pixel of these pictures.
  var chipMetres: Double
  var shares: [Share] = []
  var zones: [InZone] = []
  var permits: [String] = []
  /// Whether a register of permits was there to be asked.
  var knowsPermits = false
  /// The parcels around, for the plan.
  var around: [Parcel] = []
  /// The probability with which a tile was drawn, or `nil` for a find.
  var drawn: Double?
  /// Whether an agent drew it by hand.
  var isMiss = false

  static let kind = "candidate"
  static let pictureKind = "picture"

  var isTile: Bool { drawn != nil }
}
