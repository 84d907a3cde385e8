import Testing

@testable import Imagery

/// What must hold of colours that are matched and of planes that are resized or smoothed.
@Suite("Colours and planes, drawn")
struct RadiometryPropertyTests {
  /// A picture of patches with grain.
  private static func picture(_ seed: Int, width: Int = 60, height: Int = 44) -> Picture {
    var state = UInt64(seed) &* 0x2545_F491_4F6C_DD1D | 1
    func next(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(count))
    }
    var picture = Picture(width: width, height: height)
    let patches = (0..<40).map { _ in (40 + next(120), 40 + next(120), 40 + next(120)) }
    for y in 0..<height {
      for x in 0..<width {
        let patch = patches[(y / 11 * 6 + x / 10) % patches.count]
        let grain = next(15)
        picture[x, y] = (
          UInt8(patch.0 + grain), UInt8(patch.1 + grain), UInt8(patch.2 + grain)
        )
      }
    }
    return picture
  }

  private static func difference(_ a: Picture, _ b: Picture) -> Double {
    let sum = zip(a.bytes, b.bytes).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    return Double(sum) / Double(a.count * 3)
  }

  @Test(
    "a gain, an offset and a cast are undone, whatever they were",
    arguments: [
      (0.6, 10.0, 0.0), (0.8, 30, 0), (1.2, -20, 0), (1, 0, 25), (0.7, 20, -15), (1.3, -30, 10),
    ])
  func undone(gain: Double, offset: Double, cast: Double) {
    let reference = Self.picture(5)
    var changed = reference
    for pixel in 0..<changed.count {
      for channel in 0..<3 {
        let value = Double(reference.bytes[pixel * 4 + channel]) * gain + offset
        let moved = value + (channel == 2 ? cast : 0)
        changed.bytes[pixel * 4 + channel] = UInt8(max(0, min(255, moved)))
      }
    }
    let matched = HistogramMatching.matched(changed, to: reference)
    #expect(Self.difference(changed, reference) > 4)
    #expect(Self.difference(matched, reference) < 2)
  }

  @Test("a picture matched to itself stays what it is; brighter stays brighter", arguments: 1...8)
  func order(_ seed: Int) {
    let picture = Self.picture(seed)
    #expect(
      Self.difference(HistogramMatching.matched(picture, to: picture), picture) < 0.6)
    let matched = HistogramMatching.matched(picture, to: Self.picture(seed + 50))
    for channel in 0..<3 {
      var becomes = [Int](repeating: -1, count: 256)
      for pixel in 0..<picture.count {
        let value = Int(picture.bytes[pixel * 4 + channel])
        let moved = Int(matched.bytes[pixel * 4 + channel])
        // One value becomes one value.
        #expect(becomes[value] < 0 || becomes[value] == moved)
        becomes[value] = moved
      }
      let order = becomes.filter { $0 >= 0 }
      #expect(zip(order, order.dropFirst()).allSatisfy { $0 <= $1 })
    }
  }

  @Test(
    "averaging keeps the mean; out and back keeps a slope",
    arguments: [(60, 44), (59, 43), (31, 7), (30, 22), (7, 5), (1, 1)])
  func resizing(width: Int, height: Int) {
    let plane = Self.picture(3).plane(1)
    let small = plane.resized(width: width, height: height)
    #expect(small.width == width && small.height == height)
    #expect(abs(small.mean - plane.mean) < 0.05)
    let low = plane.values.min() ?? 0
    let high = plane.values.max() ?? 0
    #expect(small.values.allSatisfy { $0 >= low - 0.01 && $0 <= high + 0.01 })
    let large = small.resized(width: 60, height: 44)
    #expect(large.values.allSatisfy { $0 >= low - 0.01 && $0 <= high + 0.01 })
  }

  @Test(
    "smoothing stays between the least and the most, and evens out", arguments: [1.0, 3, 9, 25])
  func smoothing(_ deviation: Double) {
    let plane = Self.picture(9).plane(0)
    let smooth = plane.smoothed(deviation)
    let low = plane.values.min() ?? 0
    let high = plane.values.max() ?? 0
    #expect(smooth.values.allSatisfy { $0 >= low - 0.01 && $0 <= high + 0.01 })
    func spread(_ plane: Plane) -> Float {
      let mean = plane.mean
      return plane.mapped { ($0 - mean) * ($0 - mean) }.mean
    }
    #expect(spread(smooth) < spread(plane))
    #expect(spread(smooth.smoothed(deviation)) < spread(smooth) + 1e-3)
  }

  @Test("empty and tiny pictures do no harm", arguments: [(0, 0), (1, 1), (1, 9), (9, 1), (2, 2)])
  func tiny(width: Int, height: Int) {
    let picture = Picture(width: width, height: height, red: 9, green: 200, blue: 40)
    #expect(HistogramMatching.matched(picture, to: picture) == picture)
    let plane = picture.plane(1)
    #expect(plane.smoothed(4).values.allSatisfy { abs($0 - 200) < 0.1 })
    #expect(plane.boxMean(3).values.allSatisfy { abs($0 - 200) < 0.1 })
    #expect(Gradient(plane).magnitude.values.allSatisfy { abs($0) < 0.1 })
    #expect(Components(plane.values.map { $0 > 1 }, width: width).count == min(1, width * height))
  }
}
