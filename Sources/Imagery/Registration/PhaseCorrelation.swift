import Foundation

/// Finds by how much one square patch is shifted against another.
///
/// Source: Kuglin, Hines, "The phase correlation image alignment method", 1975; the place of the peak
/// between pixels comes from a parabola through its neighbours.
public struct PhaseCorrelation {
  /// A shift and how sure it is.
  public struct Shift: Hashable, Sendable {
    /// Pixels to the right by which the second patch lies against the first.
    public var x: Double
    /// Pixels down.
    public var y: Double
    /// The peak beside the mean of the map: above 8 or so, the patches show the same thing.
    public var strength: Double
  }

  private let transform: FourierTransform
  private let window: [Float]

  /// Prepares patches of a side, a power of two.
  public init(side: Int) {
    transform = FourierTransform(side: side)
    let hann = (0..<side).map {
      Float(0.5 - 0.5 * cos(2 * .pi * (Double($0) + 0.5) / Double(side)))
    }
    window = hann.flatMap { row in hann.map { row * $0 } }
  }

  /// The side of the patches.
  public var side: Int { transform.side }

  /// The shift of the second patch against the first, at most `limit` pixels each way.
  public func shift(_ first: Plane, _ second: Plane, limit: Int) -> Shift {
    var (real, imaginary) = spectrum(first)
    let (otherReal, otherImaginary) = spectrum(second)
    for index in real.indices {
      let product = real[index] * otherReal[index] + imaginary[index] * otherImaginary[index]
      let turned = real[index] * otherImaginary[index] - imaginary[index] * otherReal[index]
      let size = (product * product + turned * turned).squareRoot()
      real[index] = size > 1e-12 ? product / size : 0
      imaginary[index] = size > 1e-12 ? turned / size : 0
    }
    transform.transform(&real, &imaginary, isInverse: true)
    return peak(real, limit: min(limit, side / 2 - 1))
  }

  private func spectrum(_ patch: Plane) -> ([Float], [Float]) {
    let mean = patch.mean
    var real = zip(patch.values, window).map { ($0 - mean) * $1 }
    var imaginary = [Float](repeating: 0, count: real.count)
    transform.transform(&real, &imaginary)
    return (real, imaginary)
  }

  private func peak(_ map: [Float], limit: Int) -> Shift {
    func value(_ x: Int, _ y: Int) -> Double {
      Double(map[((y % side + side) % side) * side + (x % side + side) % side])
    }
    var best = (x: 0, y: 0, value: -Double.infinity)
    for y in -limit...limit {
      for x in -limit...limit where value(x, y) > best.value { best = (x, y, value(x, y)) }
    }
    let mean = map.reduce(0.0) { $0 + Double(abs($1)) } / Double(map.count)
    func part(_ low: Double, _ high: Double) -> Double {
      let bend = low - 2 * best.value + high
      return abs(bend) > 1e-12 ? max(-0.5, min(0.5, (low - high) / (2 * bend))) : 0
    }
    return Shift(
      x: Double(best.x) + part(value(best.x - 1, best.y), value(best.x + 1, best.y)),
      y: Double(best.y) + part(value(best.x, best.y - 1), value(best.x, best.y + 1)),
      strength: mean > 0 ? best.value / mean : 0)
  }
}
