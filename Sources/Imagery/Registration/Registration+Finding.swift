import Foundation

extension Registration {
  /// How patches are compared.
  public struct Options: Hashable, Sendable {
    /// The side of a patch, a power of two.
    public var side: Int
    /// The largest shift believed, in pixels.
    public var limit: Int
    /// The weakest peak believed.
    public var strength: Double
    /// How far a patch may disagree with the others, in pixels.
    public var tolerance: Double

    /// Makes options.
    public init(
      side: Int = 128, limit: Int = 10, strength: Double = 12, tolerance: Double = 0.8
    ) {
      self.side = side
      self.limit = limit
      self.strength = strength
      self.tolerance = tolerance
    }
  }

  private struct Vote {
    var x: Double
    var y: Double
    var shift: PhaseCorrelation.Shift
  }

  /// Compares patches of both pictures, half overlapping, and takes what most of them agree on: an
  /// affine displacement when enough do, a plain shift when fewer do, nothing when none does.
  ///
  /// Source of the vote: Fischler, Bolles, "Random sample consensus", 1981; all triples are drawn in
  /// a fixed order, so that the result is the same each time.
  public static func between(
    _ first: Plane, _ second: Plane, options: Options = Options()
  ) -> Registration {
    let votes = votes(first, second, options)
    guard votes.count >= 2 else { return .identity }
    let east = median(votes.map(\.shift.x))
    let south = median(votes.map(\.shift.y))
    let agreeing = votes.filter {
      hypot($0.shift.x - east, $0.shift.y - south) <= options.tolerance * 2
    }
    guard agreeing.count * 2 > votes.count else { return .identity }
    if agreeing.count >= 8, let fitted = affine(agreeing, options) { return fitted }
    let residual = rms(agreeing) { _ in (east, south) }
    return Registration(
      east: [east, 0, 0], south: [south, 0, 0], residual: residual, patchCount: agreeing.count)
  }

  private static func votes(_ first: Plane, _ second: Plane, _ options: Options) -> [Vote] {
    var side = options.side
    while side > 32, side > min(first.width, first.height) { side /= 2 }
    guard min(first.width, first.height) >= side else { return [] }
    let correlation = PhaseCorrelation(side: side)
    let edges = (Gradient(first).magnitude, Gradient(second).magnitude)
    var votes: [Vote] = []
    for y in stride(from: 0, through: first.height - side, by: side / 2) {
      for x in stride(from: 0, through: first.width - side, by: side / 2) {
        let shift = correlation.shift(
          edges.0.cut(x, y, side), edges.1.cut(x, y, side), limit: options.limit)
        guard shift.strength >= options.strength else { continue }
        votes.append(
          Vote(x: Double(x) + Double(side) / 2, y: Double(y) + Double(side) / 2, shift: shift))
      }
    }
    return votes
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  private static func rms(
    _ votes: [Vote], _ model: (Vote) -> (x: Double, y: Double)
  ) -> Double {
    let sum = votes.reduce(0.0) { sum, vote in
      let move = model(vote)
      let (x, y) = (vote.shift.x - move.x, vote.shift.y - move.y)
      return sum + x * x + y * y
    }
    return (sum / Double(max(1, votes.count))).squareRoot()
  }

  private static func affine(_ votes: [Vote], _ options: Options) -> Registration? {
    var best: [Vote] = []
    let step = max(1, votes.count / 12)
    let seeds = stride(from: 0, to: votes.count, by: step).map { votes[$0] }
    for first in seeds.indices {
      for second in seeds.indices where second > first {
        for third in seeds.indices where third > second {
          guard let model = fit([seeds[first], seeds[second], seeds[third]]) else { continue }
          let inliers = votes.filter { vote in
            let move = model.displacement(x: vote.x, y: vote.y)
            return hypot(vote.shift.x - move.x, vote.shift.y - move.y) <= options.tolerance
          }
          if inliers.count > best.count { best = inliers }
        }
      }
    }
    guard best.count >= 6, var model = fit(best) else { return nil }
    // An aerial picture is not stretched by more than a few thousandths.
    guard (model.east.dropFirst() + model.south.dropFirst()).allSatisfy({ abs($0) < 0.005 })
    else { return nil }
    model.residual = rms(best) { model.displacement(x: $0.x, y: $0.y) }
    model.patchCount = best.count
    return model
  }

  /// Least squares by normal equations.
  private static func fit(_ votes: [Vote]) -> Registration? {
    var matrix = [[Double]](repeating: [0, 0, 0], count: 3)
    var right = [[Double]](repeating: [0, 0], count: 3)
    for vote in votes {
      let row = [1, vote.x, vote.y]
      for i in 0..<3 {
        for j in 0..<3 { matrix[i][j] += row[i] * row[j] }
        right[i][0] += row[i] * vote.shift.x
        right[i][1] += row[i] * vote.shift.y
      }
    }
    for pivot in 0..<3 {
      let best = (pivot..<3).max { abs(matrix[$0][pivot]) < abs(matrix[$1][pivot]) } ?? pivot
      matrix.swapAt(pivot, best)
      right.swapAt(pivot, best)
      guard abs(matrix[pivot][pivot]) > 1e-6 else { return nil }
      for row in 0..<3 where row != pivot {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        for column in pivot..<3 { matrix[row][column] -= factor * matrix[pivot][column] }
        for side in 0..<2 { right[row][side] -= factor * right[pivot][side] }
      }
    }
    return Registration(
      east: (0..<3).map { right[$0][0] / matrix[$0][$0] },
      south: (0..<3).map { right[$0][1] / matrix[$0][$0] }, residual: 0, patchCount: votes.count)
  }
}

extension Plane {
  /// A square part.
  func cut(_ x: Int, _ y: Int, _ side: Int) -> Plane {
    var part = Plane(width: side, height: side)
    for row in 0..<side {
      let start = (y + row) * width + x
      part.values.replaceSubrange(
        row * side..<(row + 1) * side, with: values[start..<start + side])
    }
    return part
  }
}
