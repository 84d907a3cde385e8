import Learning

/// The training lines by their features, to find the nearest ones to an utterance.
struct LineIndex: Sendable {
  private let lists: [Int32: [(line: Int32, value: Float)]]
  private let count: Int

  /// Indexes rows of length one.
  init(_ rows: [SparseRow]) {
    var lists: [Int32: [(line: Int32, value: Float)]] = [:]
    for (line, row) in rows.enumerated() {
      for (column, value) in zip(row.columns, row.values) {
        lists[column, default: []].append((Int32(line), value))
      }
    }
    self.lists = lists
    count = rows.count
  }

  /// The cosine of a row to every line.
  func cosines(_ row: SparseRow) -> [Float] {
    var sums = [Float](repeating: 0, count: count)
    for (column, value) in zip(row.columns, row.values) {
      for entry in lists[column] ?? [] { sums[Int(entry.line)] += entry.value * value }
    }
    return sums
  }
}
