import Learning

/// How the model of establishments is trained.
struct EstablishmentOptions: Hashable {
  /// How many sets of trees, of different seeds, are averaged.
  var treeSets = 1
  /// The number of folds of the calibration.
  var folds = 3
  /// The seed.
  var seed: UInt64 = 1
  /// Whether earlier years are learned from too: twice the time, a little better.
  var usesOlderRows = false
  /// The number of trees of a set and how much of each is taken.
  var rounds = 150
  var learningRate = 0.08
  /// How much the loss of the linear model weighs against its penalty.
  var linearCost = 0.15

  /// For an analysis: seconds.
  static let fast = EstablishmentOptions()
  /// For an evaluation and for training at leisure: three sets of slower trees, four folds, earlier
  /// years too.
  static let full = EstablishmentOptions(
    treeSets: 3, folds: 4, usesOlderRows: true, rounds: 300, learningRate: 0.05)

  /// The options of one set of trees: shallow, half the rows and a third of the columns each, and
  /// rates may only raise the risk (chosen by cross-validation grouped by SIRET).
  func trees(_ set: Int) -> TreeOptions {
    TreeOptions(
      rounds: rounds, depth: 3, learningRate: learningRate, rowShare: 0.6, columnShare: 0.3,
      leafWeight: 10, squaredPenalty: 10,
      directions: EstablishmentColumn.treeColumns.map(\.direction),
      seed: Int32(truncatingIfNeeded: seed &+ UInt64(set)))
  }
}
