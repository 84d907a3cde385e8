import Foundation

/// Ranks passages by BM25 (Robertson et al., TREC-3, 1994), counted by stems.
struct PassageRanking {
  private static let saturation: Float = 1.2
  private static let lengthShare: Float = 0.75
  /// The number of steps into which scores are sorted at first.
  private static let stepCount = 1_024

  let postings: WordPostings
  let meanLength: Double

  /// The score of every passage for a set of words.
  func scores(_ words: Set<Int>) -> [Float] {
    let count = postings.lengths.count
    var scores = [Float](repeating: 0, count: count)
    var counts = [UInt16](repeating: 0, count: count)
    let stems = Dictionary(grouping: words.sorted()) { postings.stems[$0] }
    for (stem, words) in stems.sorted(by: { $0.key < $1.key }) {
      var touched: [Int] = []
      for word in words {
        postings.forEachPosting(of: word) { posting in
          if counts[posting.passage] == 0 { touched.append(posting.passage) }
          counts[posting.passage] = min(9_999, counts[posting.passage] + UInt16(posting.count))
        }
      }
      let known = Float(postings.frequencies[Int(stem)])
      let rarity = log(1 + (Float(count) - known + 0.5) / (known + 0.5))
      for passage in touched {
        let share = Float(postings.lengths[passage]) / Float(meanLength)
        let norm = Self.saturation * (1 - Self.lengthShare + Self.lengthShare * share)
        let own = Float(counts[passage])
        scores[passage] += rarity * own * (Self.saturation + 1) / (own + norm)
        counts[passage] = 0
      }
    }
    return scores
  }

  /// The best of the passages, best first; ties in the order of the passages.
  ///
  /// What surely lies behind the limit is left out before sorting: a frequent word answers with a
  /// quarter of all passages.
  static func best(_ places: [Int], _ scores: [Float], limit: Int) -> [Int] {
    guard places.count > limit else { return sorted(places, scores) }
    let largest = places.reduce(Float(0)) { max($0, scores[$1]) }
    guard largest > 0 else { return Array(places.prefix(limit)) }
    func step(_ place: Int) -> Int {
      min(stepCount - 1, Int(scores[place] / largest * Float(stepCount)))
    }
    var counts = [Int](repeating: 0, count: stepCount)
    for place in places { counts[step(place)] += 1 }
    var lowest = stepCount - 1
    var kept = counts[lowest]
    while kept < limit, lowest > 0 {
      lowest -= 1
      kept += counts[lowest]
    }
    let near = places.filter { step($0) >= lowest }
    return Array(sorted(near, scores).prefix(limit))
  }

  private static func sorted(_ places: [Int], _ scores: [Float]) -> [Int] {
    places.sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
  }
}
