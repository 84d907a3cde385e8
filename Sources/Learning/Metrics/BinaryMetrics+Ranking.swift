extension BinaryMetrics {
  func averagePrecision(_ weights: [Double]) -> Double {
    var (above, hits, sum) = (0.0, 0.0, 0.0)
    for row in 0..<count where weights[row] > 0 {
      above += weights[row]
      guard labels[row] else { continue }
      hits += weights[row]
      sum += weights[row] * hits / above
    }
    return sum / hits
  }

  func auc(_ weights: [Double]) -> Double {
    var (positives, negatives, pairs) = (0.0, 0.0, 0.0)
    var row = 0
    while row < count {
      var (tiedPositives, tiedNegatives) = (0.0, 0.0)
      let score = scores[row]
      while row < count, scores[row] == score {
        if labels[row] { tiedPositives += weights[row] } else { tiedNegatives += weights[row] }
        row += 1
      }
      pairs += tiedNegatives * (positives + tiedPositives / 2)
      positives += tiedPositives
      negatives += tiedNegatives
    }
    return pairs / (positives * negatives)
  }

  /// With weights, rows are taken until a tenth of the weight is reached; the last one in part.
  func topTenth(_ weights: [Double]) -> Double {
    let total = weights.reduce(0, +)
    let wanted = total == Double(count) ? (total / 10).rounded(.up) : total / 10
    var (taken, hits) = (0.0, 0.0)
    for row in 0..<count where weights[row] > 0 {
      let part = min(weights[row], wanted - taken)
      taken += part
      if labels[row] { hits += part }
      if taken >= wanted { break }
    }
    return hits / taken
  }

  /// Bins as even as whole rows allow, the longer ones first.
  func calibrationError(_ weights: [Double]) -> Double {
    let total = weights.reduce(0, +)
    var sum = 0.0
    for bin in calibrationBins() {
      var (weight, predicted, observed) = (0.0, 0.0, 0.0)
      for row in bin {
        weight += weights[row]
        predicted += weights[row] * scores[row]
        if labels[row] { observed += weights[row] }
      }
      sum += abs(predicted - observed) / total
    }
    return sum
  }

  /// The ranges of rows, in descending score, of the ten bins.
  func calibrationBins() -> [Range<Int>] {
    let binCount = Swift.min(10, count)
    var start = 0
    return (0..<binCount).map { bin in
      let size = count / binCount + (bin < count % binCount ? 1 : 0)
      defer { start += size }
      return start..<start + size
    }
  }
}
