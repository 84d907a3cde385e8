/// How a plane changes from pixel to pixel, and in which direction.
public struct Gradient: Sendable {
  /// The change to the right, for a pixel.
  public let across: Plane
  /// The change downwards, for a pixel.
  public let down: Plane

  /// Takes the differences of neighbours on both sides.
  public init(_ plane: Plane) {
    let (width, height) = (plane.width, plane.height)
    var across = Plane(width: width, height: height)
    var down = across
    plane.values.withUnsafeBufferPointer { source in
      for y in 0..<height {
        let above = max(0, y - 1) * width
        let below = min(height - 1, y + 1) * width
        let row = y * width
        for x in 0..<width {
          let left = source[row + max(0, x - 1)]
          let right = source[row + min(width - 1, x + 1)]
          across.values[row + x] = (right - left) / 2
          down.values[row + x] = (source[below + x] - source[above + x]) / 2
        }
      }
    }
    self.across = across
    self.down = down
  }

  /// The steepness.
  public var magnitude: Plane { across.combined(down) { ($0 * $0 + $1 * $1).squareRoot() } }

  /// Strength and coherence of the directions around each pixel: strength is the mean steepness,
  /// coherence is 1 where all directions agree (a field's rows, an edge) and 0 where none does.
  ///
  /// Source: Bigün, Granlund, "Optimal orientation detection of linear symmetry", ICCV 1987.
  public func structure(_ deviation: Double) -> (strength: Plane, coherence: Plane) {
    let xx = across.mapped { $0 * $0 }.smoothed(deviation)
    let yy = down.mapped { $0 * $0 }.smoothed(deviation)
    let xy = across.combined(down, *).smoothed(deviation)
    var strength = xx
    var coherence = xx
    for index in xx.values.indices {
      let trace = xx.values[index] + yy.values[index]
      let split = xx.values[index] - yy.values[index]
      let turn = 2 * xy.values[index]
      strength.values[index] = max(0, trace).squareRoot()
      coherence.values[index] =
        trace > 1e-3 ? min(1, (split * split + turn * turn).squareRoot() / trace) : 0
    }
    return (strength, coherence)
  }
}
