import Review

/// Collects measurements in columns of numbers, counts what is repeated or mixed up.
///
/// Ten millions of measurements take about 200 MB here: names are kept once.
struct MeasurementRegister: Sendable {
  /// The greatest number of measurements that are kept.
  static let limit = 20_000_000

  /// The codes of the stations, by number.
  private(set) var stations: [String] = []
  /// The measurements, in the order of reading.
  private(set) var measurements: [Measurement] = []
  /// How many rows said again what an earlier one had said.
  private(set) var repeated = 0
  /// How many rows carried a unit that is not the parameter's own: converted, by « parameter unit ».
  private(set) var converted: [String: Int] = [:]
  /// How many rows name another substance in their unit: kept as they stand, by « parameter unit ».
  private(set) var slips: [String: Int] = [:]
  private var numbers: [String: Int32] = [:]

  /// Whether nothing was read.
  var isEmpty: Bool { measurements.isEmpty }

  /// The codes as the first row wrote them (without the zeros that a spreadsheet took), by number.
  private(set) var written: [String] = []
  /// Station and day of rows that are to be predicted: their result is not there.
  private(set) var blanks: [(station: Int32, parameter: Int32, day: Int32)] = []

  /// Takes a row without a result.
  mutating func addBlank(station: Int32, parameter: Int32, day: Int32) {
    if blanks.count < Self.limit { blanks.append((station, parameter, day)) }
  }

  /// The number of a station.
  mutating func number(of station: String, written: String? = nil) -> Int32 {
    if let known = numbers[station] { return known }
    let number = Int32(stations.count)
    stations.append(station)
    self.written.append(written ?? station)
    numbers[station] = number
    return number
  }

  /// Takes a measurement.
  mutating func add(_ measurement: Measurement) { measurements.append(measurement) }

  /// Counts a value that came in another unit.
  mutating func countConversion(_ parameter: Int32, unit: String) {
    let key = "\(parameter) \(unit)"
    guard converted[key] != nil || converted.count < 200 else { return }
    converted[key, default: 0] += 1
  }

  /// Counts a value whose unit names another substance.
  mutating func countSlip(_ parameter: Int32, unit: String) {
    let key = "\(parameter) \(unit)"
    guard slips[key] != nil || slips.count < 200 else { return }
    slips[key, default: 0] += 1
  }

  /// Sorts by parameter, station and day, and drops what is there twice (the same value of the same
  /// day: exports repeat samples under several networks).
  mutating func settle() {
    measurements.sort { left, right in
      if left.parameter != right.parameter { return left.parameter < right.parameter }
      if left.station != right.station { return left.station < right.station }
      if left.day != right.day { return left.day < right.day }
      if left.value != right.value { return left.value > right.value }
      return left.censoring.rawValue < right.censoring.rawValue
    }
    var kept = 0
    for index in measurements.indices {
      if kept > 0, measurements[kept - 1] == measurements[index] {
        repeated += 1
        continue
      }
      measurements[kept] = measurements[index]
      kept += 1
    }
    measurements.removeLast(measurements.count - kept)
  }
}
