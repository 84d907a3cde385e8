import Testing

@testable import Imagery

@Suite("Filters of planes")
struct FilterTests {
  private func ramp(_ width: Int, _ height: Int, _ body: (Int, Int) -> Float) -> Plane {
    var plane = Plane(width: width, height: height)
    for y in 0..<height { for x in 0..<width { plane[x, y] = body(x, y) } }
    return plane
  }

  @Test("a mean keeps a constant and a sum", arguments: [1.0, 2, 4, 8, 20])
  func constant(_ deviation: Double) {
    let flat = Plane(width: 17, height: 9, value: 3.5)
    #expect(flat.smoothed(deviation).values.allSatisfy { abs($0 - 3.5) < 1e-4 })
    var point = Plane(width: 201, height: 201)
    point[100, 100] = 1
    let smooth = point.smoothed(min(deviation, 20))
    #expect(abs(smooth.values.reduce(0, +) - 1) < 1e-3)
    // The variance is that of the Gaussian, within what whole radii allow.
    let variance = (0..<201).reduce(0.0) { sum, x in
      sum + (0..<201).reduce(0.0) { $0 + Double(smooth[x, $1]) * Double((x - 100) * (x - 100)) }
    }
    #expect(abs(variance.squareRoot() - deviation) < 0.35 + 0.05 * deviation)
  }

  @Test("a box mean against sums taken one by one")
  func box() {
    let plane = ramp(11, 7) { Float(($0 * 7 + $1 * 13) % 10) }
    let mean = plane.boxMean(2)
    for (x, y) in [(0, 0), (5, 3), (10, 6), (1, 5)] {
      var sum: Float = 0
      for dy in -2...2 {
        for dx in -2...2 { sum += plane[max(0, min(10, x + dx)), max(0, min(6, y + dy))] }
      }
      #expect(abs(mean[x, y] - sum / 25) < 1e-4)
    }
  }

  @Test("the deviation of a checkerboard is half its step")
  func deviation() {
    let board = ramp(20, 20) { ($0 + $1).isMultiple(of: 2) ? 0 : 10 }
    #expect(abs(board.deviation(3)[10, 10] - 5) < 0.05)
    #expect(Plane(width: 5, height: 5, value: 2).deviation(1)[2, 2] < 1e-3)
  }

  @Test("the gradient of a slope, and the coherence of rows")
  func gradient() {
    let slope = ramp(9, 9) { Float(3 * $0 + 4 * $1) }
    #expect(abs(Gradient(slope).magnitude[4, 4] - 5) < 1e-4)
    let rows = ramp(40, 40) { x, _ in Float(x % 4) * 10 }
    let (strength, coherence) = Gradient(rows).structure(3)
    #expect(strength[20, 20] > 1 && coherence[20, 20] > 0.95)
    let board = ramp(40, 40) { Float((($0 / 2) + ($1 / 2)) % 2) * 20 }
    #expect(Gradient(board).structure(3).coherence[20, 20] < 0.3)
    #expect(Gradient(Plane(width: 8, height: 8, value: 1)).structure(2).coherence[4, 4] == 0)
  }

  @Test("shrinking keeps the mean, growing keeps a slope")
  func resizing() {
    let plane = ramp(512, 512) { Float(($0 * 31 + $1 * 17) % 97) }
    let small = plane.resized(width: 205, height: 205)
    #expect(abs(small.mean - plane.mean) < 0.2)
    let slope = ramp(10, 10) { x, _ in Float(x) }
    let large = slope.resized(width: 30, height: 30)
    #expect(abs(large[15, 15] - (15.5 / 3 - 0.5)) < 1e-4)
    #expect(plane.resized(width: 512, height: 512) == plane)
    #expect(plane.resized(width: 0, height: 5).count == 0)
  }

  @Test("a picture cut at its edge is absent outside")
  func cutting() {
    let picture = Picture(width: 4, height: 4, red: 9)
    let part = picture.cut(PixelRect(x: -1, y: -1, width: 3, height: 3))
    #expect(part.isPresent == [false, false, false, false, true, true, false, true, true])
    #expect(part[1, 1].red == 9)
    #expect(
      picture.cut(PixelRect(x: 10, y: 10, width: 2, height: 2)).isPresent == [
        false, false, false, false,
      ])
  }
}
