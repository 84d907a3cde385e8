/// Where each series (parameter and station) stands in sorted measurements.
struct SeriesRanges {
  /// The ranges, in the order of the measurements.
  let ranges: [Range<Int>]

  init(_ measurements: [Measurement]) {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in measurements.indices.dropFirst() {
      let left = measurements[index - 1]
      let right = measurements[index]
      if left.station != right.station || left.parameter != right.parameter {
        ranges.append(start..<index)
        start = index
      }
    }
    if !measurements.isEmpty { ranges.append(start..<measurements.count) }
    self.ranges = ranges
  }
}
