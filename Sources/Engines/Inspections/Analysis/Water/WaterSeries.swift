import Review

/// One parameter at one station, day after day.
struct WaterSeries: Sendable {
  /// The station's code.
  let station: String
  /// The SANDRE code.
  let parameter: Int32
  /// The days, rising, each once.
  let points: [WaterPoint]

  /// The number of points strictly before a day.
  func count(before day: Int32) -> Int { points.partitionPoint { $0.day < day } }

  /// The series of a register.
  static func all(_ register: MeasurementRegister) -> [WaterSeries] {
    let rows = register.measurements
    return SeriesRanges(rows).ranges.map { range in
      var points: [WaterPoint] = []
      points.reserveCapacity(range.count)
      // Within a day the highest comes first.
      for row in rows[range] where points.last?.day != row.day {
        points.append(WaterPoint(day: row.day, value: row.value, isBelow: row.censoring.isBelow))
      }
      return WaterSeries(
        station: register.stations[Int(rows[range.lowerBound].station)],
        parameter: rows[range.lowerBound].parameter, points: points)
    }
  }
}
