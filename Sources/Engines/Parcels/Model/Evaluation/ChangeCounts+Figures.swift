/// The figures of pooled counts.
extension ChangeCounts {
  private static func share(_ part: Int, _ whole: Int) -> Double {
    whole > 0 ? Double(part) / Double(whole) : 0
  }

  /// Twice the right ones over the found and the true ones.
  var pixelF1: Double { Self.share(2 * truePixels, 2 * truePixels + falsePixels + missedPixels) }
  /// The right ones over those found or true.
  var pixelIoU: Double { Self.share(truePixels, truePixels + falsePixels + missedPixels) }
  /// The same F1 for objects.
  var objectF1: Double { Self.share(2 * matched, candidates.count + objects) }
  /// The share of true objects that are covered to 30 %.
  var looseRecall: Double { Self.share(loose, objects) }

  /// The mean over true objects of the precision at each matched candidate, in descending score.
  var averagePrecision: Double {
    guard objects > 0 else { return 0 }
    let ranked = candidates.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }
    var right = 0
    var sum = 0.0
    for (place, one) in ranked.enumerated() where one.element.isRight {
      right += 1
      sum += Double(right) / Double(place + 1)
    }
    return sum / Double(objects)
  }
}
