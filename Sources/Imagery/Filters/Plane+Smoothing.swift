import Foundation

extension Plane {
  /// The plane with each number replaced by a mean of its neighbourhood: three box filters one
  /// after the other, which come close to a Gaussian.
  ///
  /// Source: Wells, "Efficient synthesis of Gaussian filters by cascaded uniform filters", 1986.
  /// The cost does not depend on the width. Edges are continued by their last pixel.
  ///
  /// - Parameter deviation: the Gaussian's standard deviation, in pixels.
  public func smoothed(_ deviation: Double) -> Plane {
    guard deviation > 0, count > 0 else { return self }
    var result = self
    for radius in Self.radii(deviation) { result = result.boxMean(radius) }
    return result
  }

  /// The radii of three boxes whose variances add up to that of the Gaussian.
  static func radii(_ deviation: Double) -> [Int] {
    let ideal = (12 * deviation * deviation / 3 + 1).squareRoot()
    let lower = Int(ideal) % 2 == 0 ? Int(ideal) - 1 : Int(ideal)
    let low = Double(lower)
    let smaller = (12 * deviation * deviation - 3 * low * low - 12 * low - 9) / (-4 * low - 4)
    return (0..<3).map { ($0 < Int(smaller.rounded()) ? lower : lower + 2) / 2 }
  }

  /// The mean over a square of `2 × radius + 1` pixels.
  public func boxMean(_ radius: Int) -> Plane {
    guard radius > 0, count > 0 else { return self }
    return rowMean(radius).columnMean(radius)
  }

  private func rowMean(_ radius: Int) -> Plane {
    var result = self
    let scale = 1 / Float(2 * radius + 1)
    let last = width - 1
    values.withUnsafeBufferPointer { source in
      result.values.withUnsafeMutableBufferPointer { target in
        for y in 0..<height {
          let start = y * width
          var sum: Float = 0
          for offset in -radius...radius { sum += source[start + max(0, min(last, offset))] }
          for x in 0..<width {
            target[start + x] = sum * scale
            sum += source[start + min(last, x + radius + 1)] - source[start + max(0, x - radius)]
          }
        }
      }
    }
    return result
  }

  private func columnMean(_ radius: Int) -> Plane {
    var result = self
    let scale = 1 / Float(2 * radius + 1)
    let last = height - 1
    var sums = [Float](repeating: 0, count: width)
    values.withUnsafeBufferPointer { source in
      for offset in -radius...radius {
        let row = max(0, min(last, offset)) * width
        for x in 0..<width { sums[x] += source[row + x] }
      }
      result.values.withUnsafeMutableBufferPointer { target in
        for y in 0..<height {
          let enters = min(last, y + radius + 1) * width
          let leaves = max(0, y - radius) * width
          for x in 0..<width {
            target[y * width + x] = sums[x] * scale
            sums[x] += source[enters + x] - source[leaves + x]
          }
        }
      }
    }
    return result
  }

  /// The standard deviation over a square of `2 × radius + 1` pixels.
  public func deviation(_ radius: Int) -> Plane {
    let mean = boxMean(radius)
    let square = mapped { $0 * $0 }.boxMean(radius)
    return square.combined(mean) { max(0, $0 - $1 * $1).squareRoot() }
  }
}
