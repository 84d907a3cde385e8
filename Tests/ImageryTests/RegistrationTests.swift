import Foundation
import Testing

@testable import Imagery

@Suite("Registration and radiometry")
struct RegistrationTests {
  /// Smooth noise, the same each time.
  static func texture(_ width: Int, _ height: Int, seed: UInt64 = 7) -> Plane {
    var state = seed
    var plane = Plane(width: width, height: height)
    for index in plane.values.indices {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      plane.values[index] = Float(state >> 40) / 65536
    }
    return plane.smoothed(1.2).mapped { max(0, min(255, ($0 - 128) * 4 + 128)) }
  }

  @Test("the transform of a transform is the picture again")
  func inverse() {
    let transform = FourierTransform(side: 16)
    let plane = Self.texture(16, 16)
    var real = plane.values
    var imaginary = [Float](repeating: 0, count: 256)
    transform.transform(&real, &imaginary)
    transform.transform(&real, &imaginary, isInverse: true)
    #expect(zip(real, plane.values).allSatisfy { abs($0 / 256 - $1) < 1e-2 })
  }

  @Test("a shift is found", arguments: [(0, 0), (3, -2), (-7, 5), (9, 9)])
  func shift(_ x: Int, _ y: Int) {
    let large = Self.texture(160, 160)
    let first = large.cut(16, 16, 128)
    let second = large.cut(16 - x, 16 - y, 128)
    let shift = PhaseCorrelation(side: 128).shift(first, second, limit: 12)
    #expect(abs(shift.x - Double(x)) < 0.3 && abs(shift.y - Double(y)) < 0.3)
    #expect(shift.strength > 12)
  }

  @Test("a shifted picture is laid back, an unrelated one is left alone")
  func registration() {
    let large = Self.texture(300, 300)
    let first = large.cut(20, 20, 256)
    let second = large.cut(16, 23, 256)
    let found = Registration.between(first, second)
    let move = found.displacement(x: 128, y: 128)
    #expect(abs(move.x - 4) < 0.3 && abs(move.y + 3) < 0.3)
    #expect(found.residual < 0.4 && found.patchCount >= 6)
    let picture = Picture(red: second, green: second, blue: second)
    let laid = found.applied(to: picture)
    let reference = Picture(red: first, green: first, blue: first)
    var difference = 0
    for y in 20..<236 {
      for x in 20..<236 { difference += abs(Int(laid[x, y].red) - Int(reference[x, y].red)) }
    }
    #expect(Double(difference) / (216 * 216) < 6)
    #expect(laid.isPresent.contains(false))
    let other = Self.texture(256, 256, seed: 99)
    #expect(Registration.between(first, other) == .identity)
    #expect(
      Registration.between(Plane(width: 8, height: 8), Plane(width: 8, height: 8)) == .identity)
  }

  @Test("colours that were only brightened match again; what changed does not spoil it")
  func matching() {
    let base = Self.texture(64, 64)
    let reference = Picture(red: base, green: base, blue: base)
    let bright = base.mapped { $0 * 0.7 + 40 }
    var picture = Picture(red: bright, green: bright, blue: bright)
    for y in 0..<12 { for x in 0..<12 { picture[x, y] = (255, 0, 0) } }
    let matched = HistogramMatching.matched(picture, to: reference)
    var error = 0
    for y in 20..<64 {
      for x in 20..<64 { error += abs(Int(matched[x, y].green) - Int(reference[x, y].green)) }
    }
    #expect(Double(error) / (44 * 44) < 8)
    #expect(HistogramMatching.matched(reference, to: reference).bytes == reference.bytes)
  }

  @Test("what is new and brighter than all that was there stays brighter")
  func newWhite() {
    let base = Self.texture(64, 64).mapped { 60 + $0 * 0.2 }
    let reference = Picture(red: base, green: base, blue: base)
    let darker = base.mapped { $0 * 0.8 }
    var picture = Picture(red: darker, green: darker, blue: darker)
    for y in 20..<26 { for x in 20..<30 { picture[x, y] = (230, 230, 230) } }
    let matched = HistogramMatching.matched(picture, to: reference)
    let brightest = reference.bytes.enumerated().filter { $0.offset % 4 == 0 }.map(\.element).max()
    #expect(matched[24, 22].red > (brightest ?? 0) + 60)
    #expect(abs(Int(matched[5, 5].red) - Int(reference[5, 5].red)) < 6)
  }

  @Test("a picture of one value does not divide by nothing")
  func flat() {
    let flat = Picture(width: 40, height: 40, red: 90, green: 90, blue: 90)
    let other = Picture(width: 40, height: 40, red: 120, green: 100, blue: 90)
    #expect(HistogramMatching.matched(flat, to: other)[3, 3] == (120, 100, 90))
  }

  @Test("too few common pixels leave the picture as it is")
  func absent() {
    var picture = Picture(width: 10, height: 10, red: 3)
    for pixel in 0..<100 { picture.bytes[pixel * 4 + 3] = 0 }
    let other = Picture(width: 10, height: 10, red: 200)
    #expect(HistogramMatching.matched(picture, to: other) == picture)
  }
}
