import Foundation
import Review

/// Where inspected establishments are and what was found there, for rates around a place.
///
/// Weights fall as e^(−distance / scale). Points nearer than the reach of the two small scales are
/// summed one by one, the large scale by cells.
struct NeighbourMap {
  /// One inspected establishment.
  struct Point: Equatable {
    var latitude: Float
    var longitude: Float
    var isNonCompliant: Bool
    /// Whether the outcome was below « Très satisfaisant ».
    var isBelowBest: Bool
    /// The place of the point's shares among the expectations.
    var row: Int
    var fold: UInt8
  }

  /// What is found around a place.
  struct Surroundings: Equatable {
    /// ln(observed / expected) of non-compliances at 300, 1,500 and 8,000 m.
    var ratios = SIMD3<Double>(repeating: 0)
    /// The same for outcomes below the best, at 1,500 and 8,000 m (the first is not used).
    var strictness = SIMD3<Double>(repeating: 0)
    /// ln(1 + weighted number of points).
    var densities = SIMD3<Double>(repeating: 0)
  }

  /// The scales in kilometres.
  private static let scales = SIMD3<Float>(0.3, 1.5, 8)
  /// The pseudo-count that draws the ratio of each scale to 1.
  private static let strengths = SIMD3<Float>(0.5, 1, 2)
  /// How many scales away a point still counts.
  private static let reach: Float = 3
  private static let kilometresPerDegree: Float = 111.195
  /// The side of a cell in degrees of latitude (2.2 km) and of longitude (2.3 km at 46°).
  private static let cellHeight: Float = 0.02
  private static let cellWidth: Float = 0.03
  /// No point of a cell is farther from the mean of its points, in kilometres, even at the equator.
  private static let cellDiagonal: Float = 4.1

  /// The points, cell after cell.
  private let points: [Point]
  private let expected: [Float]
  private let expectedBelow: [Float]
  private var cells: [Cell] = []
  private var cellKeys: [Int64] = []

  /// A cell's points and their sums, for each fold left out and for none.
  private struct Cell {
    var range: Range<Int>
    var latitude: Float
    var longitude: Float
    var sums: [Sums]
  }

  /// Observed and expected events, for both kinds, and the weight of the points.
  private struct Sums {
    var events = SIMD4<Float>(repeating: 0)
    var weight: Float = 0

    mutating func add(_ other: Sums, _ factor: Float) {
      events += other.events * factor
      weight += other.weight * factor
    }
  }

  /// Makes a map.
  ///
  /// - Parameters:
  ///   - expected: the share of non-compliances expected of each row's activities, for each fold
  ///     left out and for none: row after row.
  ///   - expectedBelow: the same for outcomes below the best.
  init(_ unsorted: [Point], expected: [Float], expectedBelow: [Float]) {
    self.expected = expected
    self.expectedBelow = expectedBelow
    points = unsorted.enumerated()
      .sorted {
        let (left, right) = (Self.key($0.element), Self.key($1.element))
        return left != right ? left < right : $0.offset < $1.offset
      }
      .map(\.element)
    var start = 0
    while start < points.count {
      let key = Self.key(points[start])
      var end = start
      while end < points.count, Self.key(points[end]) == key { end += 1 }
      cellKeys.append(key)
      cells.append(cell(start..<end))
      start = end
    }
  }

  private func cell(_ range: Range<Int>) -> Cell {
    var sums = [Sums](repeating: Sums(), count: RateTable.foldCount + 1)
    var (latitude, longitude): (Float, Float) = (0, 0)
    for point in points[range] {
      latitude += point.latitude
      longitude += point.longitude
      for left in sums.indices where left != Int(point.fold) {
        sums[left].add(events(point, without: left), 1)
      }
    }
    let count = Float(range.count)
    return Cell(
      range: range, latitude: latitude / count, longitude: longitude / count, sums: sums)
  }

  /// What a point adds, expected as without a fold: else its own outcome would tell through the
  /// rates of its activities.
  @inline(__always)
  private func events(_ point: Point, without fold: Int) -> Sums {
    let place = point.row * (RateTable.foldCount + 1) + fold
    return Sums(
      events: SIMD4(
        point.isNonCompliant ? 1 : 0, expected[place], point.isBelowBest ? 1 : 0,
        expectedBelow[place]), weight: 1)
  }

  private static func row(_ latitude: Float) -> Int64 {
    Int64((latitude / cellHeight).rounded(.down))
  }
  private static func column(_ longitude: Float) -> Int64 {
    Int64((longitude / cellWidth).rounded(.down))
  }
  private static func key(_ row: Int64, _ column: Int64) -> Int64 { row &* 100_000 &+ column }
  private static func key(_ point: Point) -> Int64 {
    key(row(point.latitude), column(point.longitude))
  }

  /// What is found around a place, without the points of a fold.
  func surroundings(_ place: Coordinate, without fold: Int) -> Surroundings {
    let (latitude, longitude) = (Float(place.latitude), Float(place.longitude))
    let eastWest = Self.kilometresPerDegree * max(0.2, cos(latitude * .pi / 180))
    let far = Self.reach * Self.scales[2]
    let near = Self.reach * Self.scales[1]
    let rows = Int64((far / (Self.kilometresPerDegree * Self.cellHeight)).rounded(.up))
    let columns = Int64((far / (eastWest * Self.cellWidth)).rounded(.up))
    let (row, column) = (Self.row(latitude), Self.column(longitude))
    var sums = (Sums(), Sums(), Sums())
    for cellRow in (row - rows)...(row + rows) {
      let last = Self.key(cellRow, column + columns)
      var number = firstCell(from: Self.key(cellRow, column - columns))
      while number < cells.count, cellKeys[number] <= last {
        let cell = cells[number]
        number += 1
        let north = (cell.latitude - latitude) * Self.kilometresPerDegree
        let east = (cell.longitude - longitude) * eastWest
        let distance = (north * north + east * east).squareRoot()
        if distance < far {
          sums.2.add(cell.sums[fold], exp(-distance / Self.scales[2]))
        }
        if distance < near + Self.cellDiagonal {
          addPoints(cell.range, latitude, longitude, eastWest, fold, &sums.0, &sums.1)
        }
      }
    }
    return Self.surroundings(sums)
  }

  /// The number of the first cell whose key is not below one: cells of a row lie side by side.
  private func firstCell(from key: Int64) -> Int {
    var (low, high) = (0, cellKeys.count)
    while low < high {
      let middle = (low + high) / 2
      if cellKeys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func addPoints(
    _ range: Range<Int>, _ latitude: Float, _ longitude: Float, _ eastWest: Float, _ fold: Int,
    _ small: inout Sums, _ middle: inout Sums
  ) {
    for number in range where Int(points[number].fold) != fold {
      let point = points[number]
      let north = (point.latitude - latitude) * Self.kilometresPerDegree
      let east = (point.longitude - longitude) * eastWest
      let distance = (north * north + east * east).squareRoot()
      guard distance < Self.reach * Self.scales[1] else { continue }
      let events = events(point, without: fold)
      middle.add(events, exp(-distance / Self.scales[1]))
      if distance < Self.reach * Self.scales[0] {
        small.add(events, exp(-distance / Self.scales[0]))
      }
    }
  }

  private static func surroundings(_ sums: (Sums, Sums, Sums)) -> Surroundings {
    var result = Surroundings()
    for (scale, sum) in [sums.0, sums.1, sums.2].enumerated() {
      let strength = strengths[scale]
      result.ratios[scale] =
        Double(log((sum.events[0] + strength) / (sum.events[1] + strength)))
      result.strictness[scale] =
        Double(log((sum.events[2] + 2 * strength) / (sum.events[3] + 2 * strength)))
      result.densities[scale] = Double(log1p(sum.weight))
    }
    return result
  }
}
