import Language
import Learning

/// Why an utterance was understood so: words that spoke for the intent against its rival, and the
/// training lines nearest to it.
struct IntentReasons {
  /// A word and what it adds to the difference of the two scores, in log-odds.
  struct WordReason: Hashable {
    var word: String
    var value: Double
    var span: Int
  }

  let model: IntentModel
  let understanding: Understanding

  /// The words, strongest first; with the biases they sum to the difference between the best intent
  /// and its rival.
  func words() -> [WordReason] {
    let scorer = model.scorer
    guard let best = scorer.classes.firstIndex(of: understanding.intent),
      let rival = scorer.classes.firstIndex(of: understanding.runnerUp)
    else { return [] }
    let features = FeatureExtractor().features(understanding.utterance)
    let row = scorer.space.row(features)
    let values = Dictionary(uniqueKeysWithValues: zip(row.columns, row.values))
    var occurrences: [Int32: Int] = [:]
    for feature in features {
      if let column = scorer.space.column(feature) { occurrences[column, default: 0] += 1 }
    }
    var sums = [Double](repeating: 0, count: understanding.utterance.words.count)
    for feature in features {
      guard let column = scorer.space.column(feature), let value = values[column] else { continue }
      let weight =
        Double(scorer.models[best].weights[Int(column)])
        - Double(scorer.models[rival].weights[Int(column)])
      sums[feature.word] += weight * Double(value) / Double(occurrences[column] ?? 1)
    }
    return sums.enumerated().map { place, value in
      WordReason(word: understanding.utterance.words[place].text, value: value, span: place)
    }.sorted { (abs($0.value), $1.span) > (abs($1.value), $0.span) }
  }

  /// The nearest training lines, each with its cosine.
  func nearest(_ count: Int) -> [(line: TrainingLine, cosine: Double)] {
    let row = model.scorer.space.row(FeatureExtractor().features(understanding.utterance))
    let cosines = model.index.cosines(row)
    return cosines.indices.filter { cosines[$0] > 0 }
      .sorted { (cosines[$0], $1) > (cosines[$1], $0) }.prefix(count)
      .map { (model.lines[$0], Double(cosines[$0])) }
  }
}
