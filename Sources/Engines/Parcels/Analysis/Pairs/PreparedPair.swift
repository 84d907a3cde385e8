import Foundation
import Imagery

/// A pair made ready for comparison: one size, laid upon each other, colours matched.
struct PreparedPair: Sendable {
  /// Metres of a pixel at which pictures are compared: finer ones are averaged, since roofs are found
  /// better and seven times faster at half a metre than at 20 cm.
  static let metres = 0.5
  /// The largest shift between the pictures that is believed, in metres.
  static let shiftLimit = 5.0

  /// The earlier picture.
  let before: Picture
  /// The later picture, laid upon the earlier and in its colours.
  let after: Picture
  /// The later picture, laid upon the earlier, in its own colours.
  let laid: Picture
  /// Metres for a pixel.
  let metres: Double
  /// Pixels of the pair as it was read for one pixel here.
  let scale: Double
  /// How the later picture lay on the earlier.
  let registration: Registration
  /// Where both pictures are.
  let isPresent: [Bool]

  var width: Int { before.width }
  var height: Int { before.height }

  init(_ pair: PicturePair) {
    scale = max(1, Self.metres / pair.metres)
    metres = pair.metres * scale
    let width = max(1, Int((Double(pair.before.width) / scale).rounded()))
    let height = max(1, Int((Double(pair.before.height) / scale).rounded()))
    before = pair.before.resized(width: width, height: height)
    let later = pair.after.resized(width: width, height: height)
    registration = Self.register(before, later, metres: metres)
    laid = registration.applied(to: later)
    after = HistogramMatching.matched(laid, to: before)
    isPresent = zip(before.isPresent, laid.isPresent).map { $0 && $1 }
  }

  private static func register(
    _ before: Picture, _ after: Picture, metres: Double
  ) -> Registration {
    func grey(_ picture: Picture) -> Plane {
      picture.plane(0).combined(picture.plane(1), +).combined(picture.plane(2), +)
    }
    let limit = max(2, Int(shiftLimit / metres))
    let found = Registration.between(
      grey(before), grey(after), options: .init(limit: min(limit, 24)))
    let middle = found.displacement(
      x: Double(before.width) / 2, y: Double(before.height) / 2)
    // Less than half a pixel is tolerated by the differences; laying anew would only blur.
    return hypot(middle.x, middle.y) < 0.5 ? .identity : found
  }
}
