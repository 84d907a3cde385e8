import Foundation
import Imagery
import Learning

/// The pictures of one object, with which of their pixels are inside its outline.
struct ObjectPixels {
  /// How near to an outline nothing is drawn, and how far from it nothing is known, in metres.
  private static let near = 1.5
  private static let far = 9.0

  private let pair: PreparedPair
  private let mask: [Bool]

  /// Reads the pictures of a candidate; `nil` when they are not at hand or the outline lies outside.
  ///
  /// - Parameter outline: the outline that an agent gave instead of the engine's.
  /// - Parameter content: the PNG of a name.
  init?(
    _ candidate: Candidate, outline: [GroundPoint]?, content: (String) throws -> Data?
  ) throws {
    func picture(_ name: String) throws -> Picture? {
      try content(name).flatMap { try? PNGReader.picture($0, file: name, limits: .init()) }
    }
    guard let before = try picture(candidate.beforePicture),
      let after = try picture(candidate.afterPicture), before.width == after.width,
      before.height == after.height, candidate.chipMetres > 0
    else { return nil }
    let pair = PreparedPair(
      PicturePair(
        name: candidate.key, before: before, after: after, metres: candidate.chipMetres, world: nil)
    )
    let ring = Self.ring(candidate, outline, before).map {
      PixelPoint(x: $0.x / pair.scale, y: $0.y / pair.scale)
    }
    guard ring.count >= 3 else { return nil }
    let mask = PolygonMask.mask([ring], width: pair.width, height: pair.height)
    guard mask.indices.contains(where: { mask[$0] && pair.isPresent[$0] }) else { return nil }
    self.init(pair, mask)
  }

  init(_ pair: PreparedPair, _ mask: [Bool]) {
    self.pair = pair
    self.mask = mask
  }

  /// The outline in pixels of the chip.
  private static func ring(
    _ candidate: Candidate, _ outline: [GroundPoint]?, _ chip: Picture
  ) -> [PixelPoint] {
    guard let outline else { return candidate.chipOutline }
    // A tile has no outline: its middle is that of the chip.
    let known = candidate.outline.first ?? candidate.centre
    let place =
      candidate.chipOutline.first
      ?? PixelPoint(x: Double(chip.width) / 2, y: Double(chip.height) / 2)
    return outline.map {
      PixelPoint(
        x: place.x + ($0.east - known.east) / candidate.chipMetres,
        y: place.y - ($0.north - known.north) / candidate.chipMetres)
    }
  }

  /// What trees learn from it, drawn by a seed.
  ///
  /// - Parameter measured: the measures of the pictures, when they are known already.
  func object(
    _ key: String, group: Int, isNew: Bool, seed: UInt64, measured: PixelFeatures? = nil
  ) -> DecidedPixels.Object {
    var random = SplitMix64(seed: seed)
    let features = measured ?? PixelFeatures(pair)
    func rows(_ pixels: [Int]) -> [Float] {
      var pixels = pixels
      random.shuffle(&pixels)
      return features.rows(pixels.prefix(DecidedPixels.drawn).sorted())
    }
    let inside = rows(mask.indices.filter { mask[$0] && pair.isPresent[$0] })
    return DecidedPixels.Object(
      key: key, group: group, isNew: isNew, inside: inside, around: isNew ? rows(around) : [],
      columns: features.planes.count)
  }

  private var around: [Int] {
    let plane = Plane(
      width: pair.width, height: pair.height, values: mask.map { $0 ? 1 : 0 })
    let close = plane.boxMean(max(1, Int(Self.near / pair.metres)))
    let wide = plane.boxMean(max(2, Int(Self.far / pair.metres)))
    return mask.indices.filter {
      close.values[$0] < 1e-5 && wide.values[$0] > 1e-5 && pair.isPresent[$0]
    }
  }
}
