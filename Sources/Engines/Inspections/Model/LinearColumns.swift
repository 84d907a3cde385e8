import Learning

/// Prepares columns for the linear half: extreme values are drawn in, missing ones get a mark.
struct LinearColumns: Hashable, Sendable {
  /// The lower and upper bound of each column.
  let lows: [Float]
  let highs: [Float]
  /// The columns that have a mark of being missing.
  let marked: [Int]

  private static let tail = 0.005
  private static let leastShare = 0.01

  /// Learns the bounds on training rows.
  init(_ rows: DenseMatrix) {
    var lows: [Float] = []
    var highs: [Float] = []
    var marked: [Int] = []
    for column in 0..<rows.columnCount {
      var known: [Float] = []
      known.reserveCapacity(rows.rowCount)
      for row in 0..<rows.rowCount where !rows[row, column].isNaN {
        known.append(rows[row, column])
      }
      let missing = Double(rows.rowCount - known.count) / Double(max(1, rows.rowCount))
      if missing > Self.leastShare, missing < 1 - Self.leastShare { marked.append(column) }
      known.sort()
      guard !known.isEmpty else {
        lows.append(0)
        highs.append(0)
        continue
      }
      let cut = Int(Double(known.count) * Self.tail)
      lows.append(known[cut])
      highs.append(known[known.count - 1 - cut])
    }
    self.lows = lows
    self.highs = highs
    self.marked = marked
  }

  init(lows: [Float], highs: [Float], marked: [Int]) {
    self.lows = lows
    self.highs = highs
    self.marked = marked
  }

  /// The number of columns of the linear half.
  var width: Int { lows.count + marked.count }

  /// The column of the features that a column of the linear half comes from.
  func source(_ column: Int) -> Int { column < lows.count ? column : marked[column - lows.count] }

  /// A row prepared.
  func row(_ values: some Collection<Float>) -> [Float] {
    var result: [Float] = []
    result.reserveCapacity(width)
    for (column, value) in values.enumerated() {
      result.append(value.isNaN ? value : min(highs[column], max(lows[column], value)))
    }
    for column in marked { result.append(result[column].isNaN ? 1 : 0) }
    return result
  }

  /// Rows prepared.
  func matrix(_ rows: DenseMatrix) throws(LearningError) -> DenseMatrix {
    var values: [Float] = []
    values.reserveCapacity(rows.rowCount * width)
    for row in 0..<rows.rowCount {
      let range = row * rows.columnCount..<(row + 1) * rows.columnCount
      values += self.row(rows.values[range])
    }
    return try DenseMatrix(values: values, columnCount: width)
  }
}
