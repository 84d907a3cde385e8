import Imagery
import Learning

/// More pairs out of few: what changed in one pair is laid on the ground of another, at one of its
/// dates, with a shadow of its own.
///
/// Source of the idea: Ghiasi and others, "Simple copy-paste is a strong data augmentation method",
/// CVPR 2021.
struct PastedRoofs {
  /// An object cut out at the date at which it stands.
  private struct Roof {
    var width: Int
    var height: Int
    /// Its colours, and nothing beside it.
    var pixels: [SIMD3<UInt8>?]
  }

  /// The sizes of what is cut out, in pixels, and its longest side.
  private static let sizes = 60...6000
  private static let longest = 110
  /// The most laid on one pair.
  private static let most = 3
  private static let attempts = 12

  private let examples: [NetworkExample]
  private let roofs: [Roof]

  /// Cuts out what changed in pairs.
  init(_ examples: [NetworkExample]) {
    self.examples = examples
    roofs = examples.flatMap(Self.roofs)
  }

  /// So many new pairs.
  func examples(_ count: Int, seed: UInt64) -> [NetworkExample] {
    guard !roofs.isEmpty else { return [] }
    var random = SplitMix64(seed: seed)
    return (0..<count).map { number in
      var example = examples[number % examples.count]
      for _ in 0...random.below(Self.most) {
        paste(roofs[random.below(roofs.count)], on: &example, &random)
      }
      return example
    }
  }

  // MARK: Cutting out

  private static func roofs(_ example: NetworkExample) -> [Roof] {
    guard let truth = example.truth.first ?? nil else { return [] }
    let width = example.before.width
    let edges = [example.before, example.after].map { picture in
      Gradient(
        picture.plane(0).combined(picture.plane(1), +).combined(picture.plane(2), +)
      ).magnitude
    }
    return Components(truth, width: width).pixels.compactMap { pixels in
      guard sizes.contains(pixels.count) else { return nil }
      // It stands at the date at which its edge is the sharper one.
      let inside = Set(pixels)
      let edge = pixels.filter { !inside.contains($0 + 1) || !inside.contains($0 - 1) }
      let sharpness = edges.map { plane in edge.reduce(Float(0)) { $0 + plane.values[$1] } }
      return roof(pixels, sharpness[1] >= sharpness[0] ? example.after : example.before)
    }
  }

  private static func roof(_ pixels: [Int], _ picture: Picture) -> Roof? {
    let columns = pixels.map { $0 % picture.width }
    guard let left = columns.min(), let right = columns.max(), let first = pixels.first,
      let last = pixels.last
    else { return nil }
    let top = first / picture.width
    let (width, height) = (right - left + 1, last / picture.width - top + 1)
    guard max(width, height) <= longest else { return nil }
    var roof = Roof(
      width: width, height: height, pixels: Array(repeating: nil, count: width * height))
    for pixel in pixels {
      let (x, y) = (pixel % picture.width, pixel / picture.width)
      let colour = picture[x, y]
      roof.pixels[(y - top) * width + x - left] = SIMD3(colour.red, colour.green, colour.blue)
    }
    return roof
  }

  // MARK: Laying down

  private func paste(_ roof: Roof, on example: inout NetworkExample, _ random: inout SplitMix64) {
    guard var truth = example.truth.first ?? nil else { return }
    let (width, height) = (example.before.width, example.before.height)
    let turn = random.below(8)
    let isTurned = turn & 4 != 0
    let size = isTurned ? (roof.height, roof.width) : (roof.width, roof.height)
    guard size.0 < width, size.1 < height else { return }
    for _ in 0..<Self.attempts {
      let (left, top) = (random.below(width - size.0), random.below(height - size.1))
      var places: [(pixel: Int, colour: SIMD3<UInt8>)] = []
      for y in 0..<size.1 {
        for x in 0..<size.0 {
          var (row, column) = isTurned ? (x, y) : (y, x)
          if turn & 1 != 0 { row = roof.height - 1 - row }
          if turn & 2 != 0 { column = roof.width - 1 - column }
          guard let colour = roof.pixels[row * roof.width + column] else { continue }
          places.append(((top + y) * width + left + x, colour))
        }
      }
      guard places.allSatisfy({ !truth[$0.pixel] }) else { continue }
      for place in places { truth[place.pixel] = true }
      let shadow = (random.below(9) - 4, random.below(9) - 4)
      if random.below(2) == 0 {
        Self.lay(places, shadow, on: &example.before)
      } else {
        Self.lay(places, shadow, on: &example.after)
      }
      example.truth[0] = truth
      return
    }
  }

  private static func lay(
    _ places: [(pixel: Int, colour: SIMD3<UInt8>)], _ shadow: (Int, Int),
    on picture: inout Picture
  ) {
    var shaded: Set<Int> = []
    for place in places {
      let x = place.pixel % picture.width + shadow.0
      let y = place.pixel / picture.width + shadow.1
      if x >= 0, y >= 0, x < picture.width, y < picture.height {
        shaded.insert(y * picture.width + x)
      }
    }
    for pixel in shaded {
      for channel in 0..<3 {
        picture.bytes[pixel * 4 + channel] = UInt8(Int(picture.bytes[pixel * 4 + channel]) * 5 / 9)
      }
    }
    for place in places {
      for channel in 0..<3 { picture.bytes[place.pixel * 4 + channel] = place.colour[channel] }
    }
  }
}
