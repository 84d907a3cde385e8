import Foundation
import Testing

@testable import Imagery

@Suite("Shapes of pixels")
struct ShapeTests {
  private func mask(_ rows: [String]) -> ([Bool], Int) {
    (rows.flatMap { $0.map { $0 == "#" } }, rows[0].count)
  }

  @Test("components touch by corners, in the order of their first pixels")
  func components() {
    let (bits, width) = mask(["##...", "..#.#", ".....", "#...."])
    let components = Components(bits, width: width)
    #expect(components.count == 3)
    #expect(components.pixels == [[0, 1, 7], [9], [15]])
    #expect(components.bounds(0) == PixelRect(x: 0, y: 0, width: 3, height: 2))
    #expect(components.labels[2] == -1)
    #expect(Components([], width: 0).count == 0)
  }

  @Test(
    "the contour of shapes encloses as many pixels as they have",
    arguments: [
      ["###", "###"], ["#..", "##.", "###"], ["#.", ".#"], ["#"], ["####", "#..#", "####"],
      ["#.#", "###"], [".#.", "###", ".#."],
    ])
  func contour(_ rows: [String]) {
    let (bits, width) = mask(rows)
    let pixels = bits.indices.filter { bits[$0] }
    let corners = Contour.corners(pixels, width: width)
    let filled = PolygonMask.mask([corners], width: width, height: rows.count)
    // Holes are filled by an outer contour; everything that was lit stays lit.
    #expect(pixels.allSatisfy { filled[$0] })
    let holes = rows == ["####", "#..#", "####"] ? 2 : 0
    #expect(filled.count { $0 } == pixels.count + holes)
  }

  @Test("simplifying keeps the corners of a rectangle")
  func simplified() {
    let corners = [(0, 0), (5, 0), (10, 0), (10, 4), (10, 8), (5, 8), (0, 8), (0, 3)].map {
      PixelPoint(x: Double($0.0), y: Double($0.1))
    }
    #expect(Contour.simplified(corners, tolerance: 0.5).count == 4)
  }

  @Test("the rectangle of a turned caravan", arguments: [0.0, 0.3, 0.9, 1.5, 2.4])
  func rectangle(_ angle: Double) throws {
    let corners = [(-3.5, -1.25), (3.5, -1.25), (3.5, 1.25), (-3.5, 1.25), (0, 0)].map {
      PixelPoint(
        x: 20 + $0.0 * cos(angle) - $0.1 * sin(angle),
        y: 20 + $0.0 * sin(angle) + $0.1 * cos(angle))
    }
    let found = try #require(MinimumRectangle(corners))
    #expect(abs(found.length - 7) < 1e-6 && abs(found.width - 2.5) < 1e-6)
    let turn = abs(found.angle - angle)
    #expect(min(turn, abs(turn - .pi)) < 1e-6)
    #expect(MinimumRectangle([PixelPoint(x: 1, y: 1), PixelPoint(x: 2, y: 2)]) == nil)
  }

  @Test("a hole is a hole, and what lies outside the picture is cut")
  func polygon() {
    func square(_ low: Double, _ high: Double) -> [PixelPoint] {
      [(low, low), (high, low), (high, high), (low, high)].map { PixelPoint(x: $0.0, y: $0.1) }
    }
    #expect(PolygonMask.mask([square(1, 5), square(2, 4)], width: 8, height: 8).count { $0 } == 12)
    #expect(PolygonMask.mask([square(-100, 100)], width: 4, height: 3).count { $0 } == 12)
    #expect(PolygonMask.mask([square(-1e18, 1e18)], width: 4, height: 3).count { $0 } == 12)
    #expect(PolygonMask.mask([[PixelPoint(x: .nan, y: 0)]], width: 4, height: 3).count { $0 } == 0)
    #expect(PolygonMask.mask([], width: 4, height: 3).count { $0 } == 0)
  }
}
