import Foundation
import Imagery

/// A thing that stands in a scene at one date or at both.
public struct SceneObject: Codable, Hashable, Sendable {
  /// At which of the two dates it is there.
  public enum Presence: String, Codable, Sendable {
    /// Nothing changed.
    case both
    /// It went away.
    case before
    /// It is new.
    case after
  }

  /// How it is covered.
  public enum Cover: String, Codable, Sendable {
    /// Two slopes of tiles or slate.
    case gable
    /// Four slopes.
    case hip
    /// One level.
    case flat
    /// Sheets of metal with seams.
    case metal
    /// Dark panels in rows.
    case solar
    /// Glass: a greenhouse.
    case glass
    /// No roof: a heap, water, earth.
    case open
  }

  /// What it is.
  public var kind: ObjectKind
  /// When it is there.
  public var presence: Presence
  /// Its middle, in metres from the upper left corner of the scene.
  public var x: Double
  /// Metres down.
  public var y: Double
  /// Its longer side, in metres.
  public var length: Double
  /// Its shorter side, in metres.
  public var width: Double
  /// The direction of the longer side, in radians.
  public var angle: Double
  /// Its height, in metres.
  public var height: Double
  /// How it is covered.
  public var cover: Cover
  /// The colour before the light falls on it, 0…255.
  public var colour: SIMD3<Double>
  /// The colour at the later date, when it was covered anew.
  public var laterColour: SIMD3<Double>?
  /// How it is covered at the later date, when panels were laid on it.
  public var laterCover: Cover?
  /// A number of its own, by which details differ.
  var detail = 0

  /// Its corners on the ground, moved by a lean (metres for each metre of height).
  public func corners(lean: SIMD2<Double> = .zero, margin: Double = 0) -> [PixelPoint] {
    let (cosine, sine) = (cos(angle), sin(angle))
    let (half, side) = (length / 2 + margin, width / 2 + margin)
    return [(-half, -side), (half, -side), (half, side), (-half, side)].map {
      PixelPoint(
        x: x + lean.x * height + $0.0 * cosine - $0.1 * sine,
        y: y + lean.y * height + $0.0 * sine + $0.1 * cosine)
    }
  }

  /// Whether it is there at a date.
  public func isPresent(later: Bool) -> Bool { presence.holds(later: later) }

  /// Whether both, each grown by half a clearance, have ground in common.
  func touches(_ other: SceneObject, clearance: Double) -> Bool {
    let mine = corners(margin: clearance / 2)
    let theirs = other.corners(margin: clearance / 2)
    // Two rectangles are apart when a side of one of them parts them.
    for angle in [angle, angle + .pi / 2, other.angle, other.angle + .pi / 2] {
      func reach(_ corners: [PixelPoint]) -> (low: Double, high: Double) {
        let values = corners.map { $0.x * cos(angle) + $0.y * sin(angle) }
        return (values.min() ?? 0, values.max() ?? 0)
      }
      let (one, two) = (reach(mine), reach(theirs))
      if one.high < two.low || two.high < one.low { return false }
    }
    return true
  }
}

extension SceneObject.Presence {
  /// Whether a thing of this presence is there at a date.
  func holds(later: Bool) -> Bool {
    switch self {
    case .both: true
    case .before: !later
    case .after: later
    }
  }
}
