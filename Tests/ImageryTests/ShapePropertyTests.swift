import Foundation
import Testing

@testable import Imagery

/// What holds for any shape, tried on shapes drawn from a seed.
@Suite("Shapes of pixels, drawn")
struct ShapePropertyTests {
  private static let side = 24

  /// A mask of blots: some connected, some with holes, some at the edge.
  private static func mask(_ seed: UInt64) -> [Bool] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ count: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(count))
    }
    var mask = [Bool](repeating: false, count: side * side)
    for _ in 0..<3 + next(4) {
      let (x, y) = (next(side), next(side))
      let (width, height) = (1 + next(9), 1 + next(9))
      let isHole = next(4) == 0
      for row in y..<min(side, y + height) {
        for column in x..<min(side, x + width) { mask[row * side + column] = !isHole }
      }
    }
    for _ in 0..<10 { mask[next(side * side)].toggle() }
    return mask
  }

  /// Components by another way: the smallest number among neighbours, until nothing moves.
  private static func labels(_ mask: [Bool]) -> [Int] {
    var labels = mask.indices.map { mask[$0] ? $0 : -1 }
    var isMoving = true
    while isMoving {
      isMoving = false
      for pixel in mask.indices where mask[pixel] {
        for near in neighbours(pixel) where mask[near] && labels[near] < labels[pixel] {
          labels[pixel] = labels[near]
          isMoving = true
        }
      }
    }
    return labels
  }

  private static func neighbours(_ pixel: Int) -> [Int] {
    let (x, y) = (pixel % side, pixel / side)
    return (max(0, y - 1)...min(side - 1, y + 1)).flatMap { row in
      (max(0, x - 1)...min(side - 1, x + 1)).map { row * side + $0 }
    }
  }

  @Test("components are those that another way of counting finds", arguments: 1...40)
  func components(_ seed: Int) {
    let mask = Self.mask(UInt64(seed))
    let found = Components(mask, width: Self.side)
    let expected = Dictionary(
      grouping: mask.indices.filter { mask[$0] }, by: { Self.labels(mask)[$0] })
    #expect(found.count == expected.count)
    #expect(found.pixels.allSatisfy { expected[$0[0]] == $0 })
    for (number, pixels) in found.pixels.enumerated() {
      #expect(pixels.allSatisfy { found.labels[$0] == Int32(number) })
      let bounds = found.bounds(number)
      let isInside = pixels.allSatisfy {
        (bounds.x..<bounds.maxX).contains($0 % Self.side)
          && (bounds.y..<bounds.maxY).contains($0 / Self.side)
      }
      #expect(isInside)
    }
  }

  @Test("an outline encloses its pixels and, but for holes, nothing else", arguments: 1...40)
  func outlines(_ seed: Int) {
    let mask = Self.mask(UInt64(seed))
    for pixels in Components(mask, width: Self.side).pixels {
      let corners = Contour.corners(pixels, width: Self.side)
      // Twice the area by the corners: a whole number, as edges of pixels are.
      var area = 0.0
      for (one, next) in zip(corners, corners.dropFirst() + corners.prefix(1)) {
        area += one.x * next.y - next.x * one.y
        #expect(one.x == next.x || one.y == next.y)
      }
      let filled = PolygonMask.mask([corners], width: Self.side, height: Self.side)
      #expect(pixels.allSatisfy { filled[$0] })
      #expect(Int((abs(area) / 2).rounded()) == filled.count { $0 })
      let members = Set(pixels)
      // What was filled beside the pixels cannot be reached from outside.
      for pixel in filled.indices where filled[pixel] && !members.contains(pixel) {
        let (x, y) = (pixel % Self.side, pixel / Self.side)
        #expect(x > 0 && y > 0 && x < Self.side - 1 && y < Self.side - 1)
      }
    }
  }

  @Test(
    "the smallest rectangle holds all points and is no larger than the upright one",
    arguments: 1...40)
  func rectangles(_ seed: Int) throws {
    let mask = Self.mask(UInt64(seed))
    for (number, pixels) in Components(mask, width: Self.side).pixels.enumerated() {
      let components = Components(mask, width: Self.side)
      let corners = Contour.corners(pixels, width: Self.side)
      let found = try #require(MinimumRectangle(corners))
      let bounds = components.bounds(number)
      #expect(found.area <= Double(bounds.width * bounds.height) + 1e-6)
      #expect(found.area >= Double(pixels.count) - 1e-6 && found.length >= found.width)
      #expect((0..<Double.pi + 1e-9).contains(found.angle))
      let (cosine, sine) = (cos(found.angle), sin(found.angle))
      let middle = found.corners.reduce((0.0, 0.0)) { ($0.0 + $1.x / 4, $0.1 + $1.y / 4) }
      for point in corners {
        let (x, y) = (point.x - middle.0, point.y - middle.1)
        #expect(abs(x * cosine + y * sine) <= found.length / 2 + 1e-6)
        #expect(abs(y * cosine - x * sine) <= found.width / 2 + 1e-6)
      }
    }
  }

  @Test("a simplified outline strays no further than allowed", arguments: 1...20)
  func simplifying(_ seed: Int) {
    let mask = Self.mask(UInt64(seed))
    for pixels in Components(mask, width: Self.side).pixels {
      let corners = Contour.corners(pixels, width: Self.side)
      let fewer = Contour.simplified(corners, tolerance: 0.8)
      #expect(fewer.count <= corners.count && Set(fewer).isSubset(of: Set(corners)))
      for corner in corners {
        let away = zip(fewer, fewer.dropFirst() + fewer.prefix(1)).map {
          Self.distance(corner, $0, $1)
        }.min()
        #expect((away ?? 9) <= 0.8 + 1e-9 || fewer.count < 3)
      }
    }
  }

  /// From a point to a line between two others, or to its ends.
  private static func distance(_ p: PixelPoint, _ a: PixelPoint, _ b: PixelPoint) -> Double {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    let square = dx * dx + dy * dy
    let part = square > 0 ? max(0, min(1, ((p.x - a.x) * dx + (p.y - a.y) * dy) / square)) : 0
    return hypot(p.x - a.x - part * dx, p.y - a.y - part * dy)
  }
}
