import Foundation
import Learning
import Review

/// Describes a station on a day by what was measured strictly before.
struct ExceedanceFeatures: Sendable {
  let network: WaterNetwork
  /// The mean share of exceedances that is believed before anything is seen.
  private static let prior: Float = 0.15

  init(_ network: WaterNetwork) { self.network = network }

  /// One row to describe.
  struct Target: Hashable, Sendable {
    var series: Int
    var day: Int32
  }

  /// The features of rows; a series without an earlier point gives not-a-number throughout.
  func matrix(_ targets: [Target]) throws -> DenseMatrix {
    let width = ExceedanceSpec.columns.count
    let chunks = stride(from: 0, to: targets.count, by: 500).map {
      Array(targets[$0..<min($0 + 500, targets.count)])
    }
    let parts = Parallel.map(chunks) { chunk in
      var values: [Float] = []
      values.reserveCapacity(chunk.count * width)
      for target in chunk { values += describe(target) }
      return values
    }
    guard !targets.isEmpty else { return DenseMatrix(columnCount: width) }
    return try DenseMatrix(values: parts.flatMap { $0 }, columnCount: width)
  }

  private func describe(_ target: Target) -> [Float] {
    let own = Own(network, target)
    let around = Around(network, target, mean: own.mean)
    var values = own.levels
    values.append(
      own.expected + 0.6 * own.recentResidual + 0.6 * around.middle - Self.thresholdLevel)
    values += own.exceedances + own.timing + own.residuals + around.values
    values += season(target) + place(target)
    return values
  }

  private static let thresholdLevel: Float = log1p(25)

  private func season(_ target: Target) -> [Float] {
    let day = CalendarDate(daysSinceEpoch: target.day).dayOfYear
    let angle = 2 * Float.pi * Float(day) / WaterNetwork.year
    return [sin(angle), cos(angle), sin(2 * angle), cos(2 * angle)]
  }

  private func place(_ target: Target) -> [Float] {
    let station = network.places[target.series].station
    return [
      station?.location.map { Float($0.longitude) } ?? .nan,
      station?.location.map { Float($0.latitude) } ?? .nan,
      station?.altitude.map { Float($0) } ?? .nan,
    ]
  }

  // MARK: The station's own past

  private struct Own {
    var levels: [Float] = []
    var exceedances: [Float] = []
    var timing: [Float] = []
    var residuals: [Float] = []
    var expected: Float = .nan
    var recentResidual: Float = 0
    let mean: Float

    init(_ network: WaterNetwork, _ target: Target) {
      mean = network.meanLevel(before: target.day)
      let all = network.series[target.series].points
      let count = network.series[target.series].count(before: target.day)
      guard count > 0 else {
        levels = [Float](repeating: .nan, count: 13)
        exceedances = [Float](repeating: .nan, count: 6)
        timing = [Float](repeating: .nan, count: 4)
        residuals = [Float](repeating: .nan, count: 4)
        return
      }
      let past = Array(all[max(0, count - 600)..<count])
      let logs = Array(network.levels[target.series][max(0, count - 600)..<count])
      let misses = Array(network.residuals[target.series][max(0, count - 600)..<count])
      let scale = Float(network.threshold)
      let ratios = past.map { ($0.isBelow ? min($0.value, scale) : $0.value) / scale }
      let ages = past.map { Float(target.day - $0.day) }
      let season = Int16(CalendarDate(daysSinceEpoch: target.day).dayOfYear)
      let seasons = past.map { Int16($0.date.dayOfYear) }
      var tally = SeasonTally()
      for index in past.indices {
        tally.add(logs[index], day: past[index].day, dayOfYear: seasons[index])
      }
      let expectation = tally.expectation(target.day, dayOfYear: season, mean: mean)
      expected = expectation.level
      setLevels(ratios, ages, seasons, season, expectation.usual, misses)
      setExceedances(ratios, ages, seasons, season)
      setTiming(past, logs, ratios, ages, count)
      setResiduals(misses, ratios, ages)
    }

    private static func weighted(_ values: [Float], _ ages: [Float], halfLife: Float) -> Float {
      var (sum, weight): (Float, Float) = (0, 0)
      for (value, age) in zip(values, ages) {
        let share = exp2(-age / halfLife)
        sum += share * value
        weight += share
      }
      return sum / max(weight, 1e-20)
    }

    private mutating func setLevels(
      _ ratios: [Float], _ ages: [Float], _ seasons: [Int16], _ season: Int16, _ usual: Float,
      _ misses: [Float]
    ) {
      let count = ratios.count
      let last = ratios[count - 1]
      let five = ratios.suffix(5)
      let year = zip(ratios, ages).filter { $0.1 <= 400 }.map(\.0)
      levels = [
        last, count > 1 ? ratios[count - 2] : .nan, five.reduce(0, +) / Float(five.count),
        five.max() ?? .nan, ratios.max() ?? .nan, year.max() ?? .nan,
        Self.weighted(ratios, ages, halfLife: 365), Self.weighted(ratios, ages, halfLife: 60),
      ]
      for width: Float in [15, 30] {
        var (sum, weight): (Float, Float) = (0, 0)
        for index in ratios.indices {
          let distance = WaterNetwork.seasonDistance(seasons[index], season)
          let kernel = exp2(-ages[index] / 1500) * exp(-distance * distance / (2 * width * width))
          sum += kernel * ratios[index]
          weight += kernel
        }
        levels.append(weight > 0.05 ? sum / weight : .nan)
      }
      levels += [expected, usual]
      // What the last measurement still tells.
      let miss = misses[count - 1] * exp(-ages[count - 1] / 60)
      levels.append(expected + miss - ExceedanceFeatures.thresholdLevel)
      var (sum, weight): (Float, Float) = (0, 0.5)
      for index in misses.indices {
        let share = exp(-ages[index] / 60)
        sum += share * misses[index]
        weight += share
      }
      recentResidual = sum / weight
    }

    private mutating func setExceedances(
      _ ratios: [Float], _ ages: [Float], _ seasons: [Int16], _ season: Int16
    ) {
      let count = Float(ratios.count)
      func share(_ cut: Float) -> Float { Float(ratios.count { $0 > cut }) / count }
      var (sum, weight): (Float, Float) = (2 * ExceedanceFeatures.prior, 2)
      for (ratio, age) in zip(ratios, ages) {
        let part = exp2(-age / 1500)
        weight += part
        if ratio > 1 { sum += part }
      }
      exceedances = [share(1), sum / weight, share(0.5), share(2)]
      for width: Float in [15, 30] {
        var (above, all): (Float, Float) = (0.5 * ExceedanceFeatures.prior, 0.5)
        for index in ratios.indices {
          let distance = WaterNetwork.seasonDistance(seasons[index], season)
          let kernel = exp2(-ages[index] / 1500) * exp(-distance * distance / (2 * width * width))
          all += kernel
          if ratios[index] > 1 { above += kernel }
        }
        exceedances.append(above / all)
      }
    }

    private mutating func setTiming(
      _ past: [WaterPoint], _ logs: [Float], _ ratios: [Float], _ ages: [Float], _ count: Int
    ) {
      timing = [min(ages[ages.count - 1], 2000), Float(count)]
      timing.append(TheilSen.slope(past.suffix(20).map(\.day), Array(logs.suffix(20))) * 365)
      timing.append(
        ratios.count > 1 ? ratios[ratios.count - 1] - ratios[ratios.count - 2] : .nan)
    }

    private mutating func setResiduals(_ misses: [Float], _ ratios: [Float], _ ages: [Float]) {
      let count = misses.count
      var spread = Float.nan
      if count > 3 {
        let mean = misses.reduce(0, +) / Float(count)
        spread = (misses.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(count)).squareRoot()
      }
      let nearest = ages.indices.min { abs(ages[$0] - 365) < abs(ages[$1] - 365) } ?? 0
      residuals = [
        misses[count - 1] * exp(-ages[count - 1] / 90), recentResidual, spread,
        abs(ages[nearest] - 365) < 45 ? ratios[nearest] : .nan,
      ]
    }
  }

  // MARK: The other stations

  private struct Around {
    var values: [Float] = []
    /// How others are against what was expected, within 25 km and 45 days.
    var middle: Float = 0

    init(_ network: WaterNetwork, _ target: Target, mean: Float) {
      let end = network.count(before: target.day)
      let here = network.places[target.series]
      for days in ExceedanceSpec.windows {
        let window = network.count(before: target.day - days)..<end
        let part = Self.recent(network, target, here, window, Float(days) / 2)
        values += part
        if days == 45 { middle = part[1].isNaN ? 0 : part[1] }
      }
      let year = network.count(before: target.day - 365)..<end
      values += Self.year(network, target, here, year, mean)
      values += Self.kin(network, target, here, end)
    }

    /// At most so many points of a window are looked at, evenly spread: a national network would cost
    /// the square of its size.
    private static let windowLimit = 3000

    private static func sampled(_ window: Range<Int>) -> StrideTo<Int> {
      stride(
        from: window.lowerBound, to: window.upperBound,
        by: max(1, (window.count + windowLimit - 1) / windowLimit))
    }

    private static func recent(
      _ network: WaterNetwork, _ target: Target, _ here: WaterNetwork.Place, _ window: Range<Int>,
      _ fade: Float
    ) -> [Float] {
      var sums = [Float](repeating: 0, count: ExceedanceSpec.widths.count)
      var weights = [Float](repeating: 0.3, count: ExceedanceSpec.widths.count)
      var (above, all): (Float, Float) = (ExceedanceFeatures.prior, 1)
      var (basin, basinWeight): (Float, Float) = (0, 0.3)
      var isAny = false
      network.events.withUnsafeBufferPointer { events in
        for index in Around.sampled(window) where Int(events[index].series) != target.series {
          let event = events[index]
          let place = network.places[Int(event.series)]
          isAny = true
          let share = exp(-Float(target.day - event.day) / fade)
          if here.basin >= 0, place.basin == here.basin {
            basin += share * event.trust * event.residual
            basinWeight += share * event.trust
          }
          guard here.isPlaced, place.isPlaced else { continue }
          let square =
            (place.x - here.x) * (place.x - here.x) + (place.y - here.y) * (place.y - here.y)
          for (number, width) in ExceedanceSpec.widths.enumerated() where square < 9 * width * width
          {
            let kernel = exp(-square / (2 * width * width)) * share * event.trust
            sums[number] += kernel * event.residual
            weights[number] += kernel
          }
          let far = exp(-square / 20_000) * share
          all += far
          if event.isAbove { above += far }
        }
      }
      guard isAny else { return [Float](repeating: .nan, count: sums.count + 2) }
      return zip(sums, weights).map { $0 / $1 } + [above / all, basin / basinWeight]
    }

    private static func year(
      _ network: WaterNetwork, _ target: Target, _ here: WaterNetwork.Place, _ window: Range<Int>,
      _ mean: Float
    ) -> [Float] {
      guard here.isPlaced else { return [Float](repeating: .nan, count: 6) }
      let season = Int16(CalendarDate(daysSinceEpoch: target.day).dayOfYear)
      let widths: [Float] = [5, 10]
      var sums = widths.map { _ in (level: 0.3 * mean, above: 0.3 * ExceedanceFeatures.prior) }
      var weights = [Float](repeating: 0.3, count: 2)
      var seasonal = [Float](repeating: 0.3 * mean, count: 2)
      var seasonalWeights = [Float](repeating: 0.3, count: 2)
      network.events.withUnsafeBufferPointer { events in
        for index in Around.sampled(window) where Int(events[index].series) != target.series {
          let event = events[index]
          let place = network.places[Int(event.series)]
          guard place.isPlaced else { continue }
          let square =
            (place.x - here.x) * (place.x - here.x) + (place.y - here.y) * (place.y - here.y)
          guard square < 900 else { continue }
          let distance = WaterNetwork.seasonDistance(event.dayOfYear, season)
          let near = exp(-distance * distance / 4050)
          for number in widths.indices {
            let kernel = exp(-square / (2 * widths[number] * widths[number]))
            sums[number].level += kernel * event.level
            if event.isAbove { sums[number].above += kernel }
            weights[number] += kernel
            seasonal[number] += kernel * near * event.level
            seasonalWeights[number] += kernel * near
          }
        }
      }
      return widths.indices.flatMap { number in
        [
          sums[number].level / weights[number], sums[number].above / weights[number],
          seasonal[number] / seasonalWeights[number],
        ]
      }
    }

    /// The last thirty points of the same course and of the same water body.
    private static func kin(
      _ network: WaterNetwork, _ target: Target, _ here: WaterNetwork.Place, _ end: Int
    ) -> [Float] {
      func latest(_ events: [Int32]?) -> [WaterNetwork.Event] {
        guard let events else { return [] }
        var found: [WaterNetwork.Event] = []
        var place = events.partitionPoint { Int($0) < end } - 1
        while place >= 0, found.count < 30 {
          let event = network.events[Int(events[place])]
          if Int(event.series) != target.series { found.append(event) }
          place -= 1
        }
        return found
      }
      func mean(_ events: [WaterNetwork.Event]) -> Float {
        events.isEmpty ? .nan : events.reduce(0) { $0 + $1.level } / Float(events.count)
      }
      let course = latest(here.course >= 0 ? network.byCourse[here.course] : nil)
      let body = latest(here.body >= 0 ? network.byBody[here.body] : nil)
      let above =
        course.isEmpty ? Float.nan : Float(course.count { $0.isAbove }) / Float(course.count)
      return [mean(course), above, mean(body)]
    }
  }
}
