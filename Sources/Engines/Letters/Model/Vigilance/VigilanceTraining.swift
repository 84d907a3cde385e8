import Language
import Learning
import Review

/// Trains the vigilance model on judged passages and on sentences nobody judged.
struct VigilanceTraining: Sendable {
  /// How the parts are trained; the values were chosen by grouped cross-validation.
  struct Options: Sendable {
    /// The pull of the cues' shipped weights.
    var cueStrength = 2.0
    /// The weight of the loss of the words' model against its squared weights.
    var wordCost = 3.0
    /// How much a sentence labelled by the cues counts.
    var weakWeight = 0.2
    /// How much a judged sentence counts.
    var judgedWeight = 5.0
    /// The pull towards 0 of the stack's two weights.
    var stackStrength = 1.0
    /// The number of folds for the stack.
    var folds = 5
    /// The largest number of sentences that are labelled weakly.
    var poolLimit = 6_000
  }

  /// A passage ready to be learned from.
  struct Row: Sendable {
    var passage: JudgedPassage
    var text: TokenizedText
    var reading: PassageReading
  }

  /// The fewest judged passages of each class to learn from.
  static let fewestOfClass = 5

  var options = Options()
  var seed: UInt64

  /// Reads judged passages on all cores.
  static func rows(_ passages: [JudgedPassage], reader: PassageReader) -> [Row] {
    Parallel.map(passages) { passage in
      let text = TokenizedText(passage.text)
      return Row(passage: passage, text: text, reading: reader.reading(text))
    }
  }

  /// Trains a model; the shipped one when there are too few judged passages.
  ///
  /// - Parameter pool: texts without a judgement; none of the passages to be predicted.
  func train(
    _ rows: [Row], pool: [Row]
  ) throws(LearningError) -> VigilanceModel {
    try trainMeasured(rows, pool: pool).model
  }

  /// A model with what it would have said of each row, had it not seen the row's group.
  struct Measured: Sendable {
    var model: VigilanceModel
    var probabilities: [Double] = []
    var labels: [Bool] = []
  }

  /// Trains a model and keeps the probabilities out of fold.
  func trainMeasured(
    _ rows: [Row], pool: [Row]
  ) throws(LearningError) -> Measured {
    guard Self.suffices(rows) else {
      return Measured(model: .shipped)
    }
    let pool = Array(pool.prefix(options.poolLimit))
    let vectors = TextVectors(learning: (pool + rows).map(\.text))
    let poolVectors = Parallel.map(pool) { vectors.vector($0.text) }
    let rowVectors = Parallel.map(rows) { vectors.vector($0.text) }
    let stackRows = try outOfFold(rows, rowVectors, pool, poolVectors)
    let cues = try cueModel(rows)
    let words = try wordModel(rows, rowVectors, cues: cues, pool, poolVectors)
    let stack = try DenseLogistic.train(
      stackRows, labels: rows.map(\.passage.isVigilant), weights: rows.map(\.passage.weight),
      options: DenseLogisticOptions(
        strength: options.stackStrength, priors: [0.8, 0.4], isNonNegative: [true, true],
        isRaw: [true, true]))
    return Measured(
      model: VigilanceModel(cues: cues, vectors: vectors, words: words, stack: stack),
      probabilities: stack.scores(stackRows).map { Logistic.sigmoid($0) },
      labels: rows.map(\.passage.isVigilant))
  }

  static func suffices(_ rows: [Row]) -> Bool {
    let positives = rows.count { $0.passage.isVigilant }
    return positives >= fewestOfClass && rows.count - positives >= fewestOfClass
  }

  /// The two log-odds of each row, from models that did not see its group.
  private func outOfFold(
    _ rows: [Row], _ vectors: [SparseRow], _ pool: [Row], _ poolVectors: [SparseRow]
  ) throws(LearningError) -> DenseMatrix {
    let folds = Folds.stratifiedByGroup(
      rows.map(\.passage.group), labels: rows.map(\.passage.isVigilant), folds: options.folds,
      seed: seed)
    var scores = [[Float]](repeating: [0, 0], count: rows.count)
    for fold in 0..<options.folds {
      let inside = rows.indices.filter { folds[$0] == fold }
      let outside = rows.indices.filter { folds[$0] != fold }
      guard !inside.isEmpty, Self.suffices(outside.map { rows[$0] }) else { continue }
      let cues = try cueModel(outside.map { rows[$0] })
      let words = try wordModel(
        outside.map { rows[$0] }, outside.map { vectors[$0] }, cues: cues, pool, poolVectors)
      for row in inside {
        scores[row] = [
          Float(cues.score(rows[row].reading.features)), Float(words.score(vectors[row])),
        ]
      }
    }
    return try DenseMatrix(rows: scores)
  }

  /// The model of cues, pulled towards the shipped weights.
  private func cueModel(_ rows: [Row]) throws(LearningError) -> DenseLogistic {
    let count = PassageReading.featureCount
    return try DenseLogistic.train(
      try DenseMatrix(rows: rows.map(\.reading.features)), labels: rows.map(\.passage.isVigilant),
      weights: rows.map(\.passage.weight),
      options: DenseLogisticOptions(
        strength: options.cueStrength, priors: VigilanceWeights.ordered,
        isRaw: [Bool](repeating: true, count: count)))
  }

  /// The model of words: each sentence of the pool stands once as positive and once as negative,
  /// weighted by the probability that the cues give it.
  private func wordModel(
    _ rows: [Row], _ vectors: [SparseRow], cues: DenseLogistic, _ pool: [Row],
    _ poolVectors: [SparseRow]
  ) throws(LearningError) -> LinearModel {
    var matrix = SparseMatrix(columnCount: TextVectors.columnCount)
    var labels: [Bool] = []
    var weights: [Double] = []
    for (row, vector) in zip(rows, vectors) {
      matrix.append(vector)
      labels.append(row.passage.isVigilant)
      weights.append(options.judgedWeight * row.passage.weight)
    }
    for (row, vector) in zip(pool, poolVectors) {
      let probability = Logistic.sigmoid(cues.score(row.reading.features))
      for (label, share) in [(true, probability), (false, 1 - probability)] where share > 0.02 {
        matrix.append(vector)
        labels.append(label)
        weights.append(options.weakWeight * share)
      }
    }
    return try LinearModel.train(
      matrix, labels: labels, weights: weights,
      options: LinearOptions(cost: options.wordCost, seed: seed))
  }
}
