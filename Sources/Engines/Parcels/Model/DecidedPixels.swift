import Foundation
import Imagery
import Learning
import Review

/// Pixels to learn from, out of the pictures of what agents decided: inside an accepted outline,
/// around it, and inside a rejected one.
struct DecidedPixels {
  /// The most decisions whose pictures are measured, the latest ones: a few seconds of work.
  static let limit = 300
  /// The fewest real objects and false alarms.
  static let fewest = 8
  /// The pixels drawn of each kind from one object.
  static let drawn = 80
  /// How near to an outline nothing is drawn, and how far from it nothing is known, in metres.
  private static let near = 1.5
  private static let far = 9.0

  private var values: [Float] = []
  private var labels: [Bool] = []
  private var columns = 0
  private var objects = (real: 0, false: 0)
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Takes a decision into account; objects whose pictures are not at hand are passed over.
  mutating func add(
    _ candidate: Candidate, outline: [GroundPoint]?, isNew: Bool, records: any RecordSource
  ) throws {
    func picture(_ name: String) throws -> Picture? {
      let record = try records.record(
        project: .parcels, kind: Candidate.pictureKind, key: name)
      return record.flatMap { try? PNGReader.picture($0.content, file: name, limits: .init()) }
    }
    guard let before = try picture(candidate.beforePicture),
      let after = try picture(candidate.afterPicture), before.width == after.width,
      before.height == after.height, candidate.chipMetres > 0
    else { return }
    let pair = PreparedPair(
      PicturePair(
        name: candidate.key, before: before, after: after, metres: candidate.chipMetres, world: nil)
    )
    let ring = Self.ring(candidate, outline, before).map {
      PixelPoint(x: $0.x / pair.scale, y: $0.y / pair.scale)
    }
    guard ring.count >= 3 else { return }
    let mask = PolygonMask.mask([ring], width: pair.width, height: pair.height)
    draw(pair, mask, isNew: isNew)
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

  private mutating func draw(_ pair: PreparedPair, _ mask: [Bool], isNew: Bool) {
    let inside = mask.indices.filter { mask[$0] && pair.isPresent[$0] }
    guard !inside.isEmpty else { return }
    let features = PixelFeatures(pair)
    columns = features.planes.count
    add(features, inside, isNew)
    // What surrounds a real object is what it must be told apart from.
    if isNew { add(features, Self.ring(mask, pair), false) }
    if isNew { objects.real += 1 } else { objects.false += 1 }
  }

  /// The pixels around an object, not too near to its outline.
  static func ring(_ mask: [Bool], _ pair: PreparedPair) -> [Int] {
    let plane = Plane(
      width: pair.width, height: pair.height, values: mask.map { $0 ? 1 : 0 })
    let close = plane.boxMean(max(1, Int(near / pair.metres)))
    let around = plane.boxMean(max(2, Int(far / pair.metres)))
    return mask.indices.filter {
      close.values[$0] < 1e-5 && around.values[$0] > 1e-5 && pair.isPresent[$0]
    }
  }

  private mutating func add(_ features: PixelFeatures, _ pixels: [Int], _ label: Bool) {
    var pixels = pixels
    random.shuffle(&pixels)
    let chosen = Array(pixels.prefix(Self.drawn))
    values += features.rows(chosen)
    labels += [Bool](repeating: label, count: chosen.count)
  }

  /// The model, once there are enough of both kinds.
  var model: PixelModel? {
    guard objects.real >= Self.fewest, objects.false >= Self.fewest else { return nil }
    return try? PixelModel.train(
      values, columns: columns, labels: labels,
      weights: [Double](repeating: 1, count: labels.count))
  }
}
