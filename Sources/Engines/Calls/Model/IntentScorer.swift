import Foundation
import Learning
import Review

/// One linear model for each class over the features of utterances.
struct IntentScorer: Sendable {
  /// The cost of the logistic loss against the squared weights (scikit-learn's C).
  static let cost = 10.0

  let space: FeatureSpace
  /// The classes, sorted; `none` among them when there are lines of it.
  let classes: [String]
  let models: [LinearModel]

  /// Learns from lines.
  ///
  /// - Throws: `LearningError.oneClass` when fewer than two classes are there.
  init(_ lines: [TrainingLine], features: [[FeatureExtractor.Feature]], seed: UInt64)
    throws(LearningError)
  {
    let space = FeatureSpace(features)
    let names = Set(lines.map(\.label)).sorted()
    guard names.count > 1 else { throw .oneClass }
    var matrix = SparseMatrix(columnCount: space.count)
    for line in features { matrix.append(space.row(line)) }
    let rows = matrix
    let weights = lines.map(\.weight)
    let options = LinearOptions(cost: Self.cost, tolerance: 0.05, passLimit: 40, seed: seed)
    let trained: [LinearModel?] = Parallel.map(names) { name in
      try? LinearModel.train(
        rows, labels: lines.map { $0.label == name }, weights: weights, options: options)
    }
    let models = trained.compactMap { $0 }
    guard models.count == names.count else { throw .oneClass }
    self.space = space
    self.classes = names
    self.models = models
  }

  init(space: FeatureSpace, classes: [String], models: [LinearModel]) {
    self.space = space
    self.classes = classes
    self.models = models
  }

  /// The score of each class, in log-odds.
  func scores(_ row: SparseRow) -> [Double] { models.map { $0.score(row) } }
}
