import Foundation
import Learning

/// How uncertain calibrated log-odds are, by the level of the score: the sampling error of the
/// share of non-compliances among training rows of like score, out of fold.
struct CalibrationError: Equatable {
  /// The number of levels, of equal count.
  static let binCount = 20

  /// The lowest score of each level but the first.
  let edges: [Double]
  /// The standard error in log-odds of each level.
  let errors: [Double]

  init(scores: [Double], labels: [Bool]) {
    let order = scores.indices.sorted { (scores[$0], $0) < (scores[$1], $1) }
    let count = max(1, min(Self.binCount, order.count / 10))
    var edges: [Double] = []
    var errors: [Double] = []
    for bin in 0..<count {
      let rows = order[bin * order.count / count..<(bin + 1) * order.count / count]
      if bin > 0, let first = rows.first { edges.append(scores[first]) }
      // Half a success and half a failure more (Jeffreys), so that empty bins stay uncertain.
      let positives = Double(rows.count { labels[$0] }) + 0.5
      let negatives = Double(rows.count) + 1 - positives
      errors.append((1 / positives + 1 / negatives).squareRoot())
    }
    self.edges = edges
    self.errors = errors
  }

  /// The standard error at a score.
  func error(at score: Double) -> Double {
    errors.isEmpty ? 1 : errors[edges.firstIndex { score < $0 } ?? edges.count]
  }

  func write(to writer: inout ByteWriter) {
    writer.write(edges)
    writer.write(errors)
  }

  init(from reader: inout ByteReader) throws(LearningError) {
    edges = try reader.doubles()
    errors = try reader.doubles()
    guard errors.count == edges.count + 1 else { throw .damaged(what: "errors of calibration") }
  }
}
