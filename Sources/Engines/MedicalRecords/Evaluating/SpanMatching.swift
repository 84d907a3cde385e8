import Learning
import Review

/// Counts of spans found, missed and invented, with the F1 that follows.
struct SpanScore: Sendable, Hashable {
  var right = 0
  var predicted = 0
  var expected = 0

  var precision: Double { predicted == 0 ? 0 : Double(right) / Double(predicted) }
  var recall: Double { expected == 0 ? 0 : Double(right) / Double(expected) }
  var f1: Double {
    predicted + expected == 0 ? 0 : 2 * Double(right) / Double(predicted + expected)
  }

  mutating func add(_ other: SpanScore) {
    right += other.right
    predicted += other.predicted
    expected += other.expected
  }

  /// The F1 of all, with a 95 % interval from resampled documents when the positives are few.
  static func interval(
    _ scores: [SpanScore], seed: UInt64, replicates: Int = 400
  ) -> (value: Double, low: Double, high: Double) {
    var all = SpanScore()
    for score in scores { all.add(score) }
    var generator = SplitMix64(seed: seed)
    var values: [Double] = []
    for _ in 0..<replicates where !scores.isEmpty {
      var sample = SpanScore()
      for _ in scores.indices { sample.add(scores[generator.below(scores.count)]) }
      values.append(sample.f1)
    }
    values.sort()
    guard !values.isEmpty else { return (all.f1, all.f1, all.f1) }
    return (
      all.f1, values[values.count * 25 / 1000],
      values[min(values.count - 1, values.count * 975 / 1000)]
    )
  }
}

/// Pairs predicted spans with expected ones.
enum SpanMatching {
  /// The same begin and end.
  static func exact(_ predicted: [Span], _ expected: [Span]) -> SpanScore {
    let both = Set(predicted).intersection(Set(expected)).count
    return SpanScore(right: both, predicted: Set(predicted).count, expected: Set(expected).count)
  }

  /// One to one, greedily in the order of the text, at least one shared code point.
  static func overlap(_ predicted: [Span], _ expected: [Span]) -> SpanScore {
    var free = expected.sorted()
    var right = 0
    for span in predicted.sorted() {
      guard let place = free.firstIndex(where: { $0.overlaps(span) }) else { continue }
      free.remove(at: place)
      right += 1
    }
    return SpanScore(right: right, predicted: predicted.count, expected: expected.count)
  }
}
