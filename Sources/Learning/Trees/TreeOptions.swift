/// How boosted trees are trained.
public struct TreeOptions: Hashable, Sendable {
  /// Which way the score may move when a column's value rises.
  public enum Direction: Int, Hashable, Sendable {
    /// It may only fall.
    case falling = -1
    /// Either way.
    case free = 0
    /// It may only rise.
    case rising = 1
  }

  /// The number of trees.
  public var rounds: Int
  /// The largest depth of a tree.
  public var depth: Int
  /// How much of each tree is taken.
  public var learningRate: Double
  /// The share of rows drawn for each tree.
  public var rowShare: Double
  /// The share of columns drawn for each tree.
  public var columnShare: Double
  /// The smallest sum of p(1 − p) in a leaf.
  public var leafWeight: Double
  /// The squared penalty on leaves.
  public var squaredPenalty: Double
  /// The absolute penalty on leaves.
  public var absolutePenalty: Double
  /// The smallest gain of a split.
  public var splitGain: Double
  /// The number of bins a column is cut into.
  public var binCount: Int
  /// Which way each column may move the score; all free when empty.
  public var directions: [Direction]
  /// The seed of the draws of rows and columns.
  public var seed: Int32
  /// The number of threads. More than there are idle cores is ten times slower: the library's
  /// threads wait by spinning.
  public var threadCount: Int

  /// Makes options.
  public init(
    rounds: Int = 200, depth: Int = 4, learningRate: Double = 0.05, rowShare: Double = 1,
    columnShare: Double = 1, leafWeight: Double = 1, squaredPenalty: Double = 1,
    absolutePenalty: Double = 0, splitGain: Double = 0, binCount: Int = 256,
    directions: [Direction] = [], seed: Int32 = 1, threadCount: Int = 1
  ) {
    self.rounds = rounds
    self.depth = depth
    self.learningRate = learningRate
    self.rowShare = rowShare
    self.columnShare = columnShare
    self.leafWeight = leafWeight
    self.squaredPenalty = squaredPenalty
    self.absolutePenalty = absolutePenalty
    self.splitGain = splitGain
    self.binCount = binCount
    self.directions = directions
    self.seed = seed
    self.threadCount = threadCount
  }

  /// The options by the library's names.
  var parameters: [(String, String)] {
    var list = [
      ("objective", "binary:logistic"), ("booster", "gbtree"), ("tree_method", "hist"),
      ("verbosity", "0"), ("validate_parameters", "0"), ("seed_per_iteration", "1"),
      ("max_depth", String(depth)), ("eta", String(learningRate)),
      ("subsample", String(rowShare)), ("colsample_bytree", String(columnShare)),
      ("min_child_weight", String(leafWeight)), ("lambda", String(squaredPenalty)),
      ("alpha", String(absolutePenalty)), ("gamma", String(splitGain)),
      ("max_bin", String(binCount)), ("seed", String(seed)),
      ("nthread", String(max(1, threadCount))),
    ]
    if directions.contains(where: { $0 != .free }) {
      let signs = directions.map { String($0.rawValue) }.joined(separator: ",")
      list.append(("monotone_constraints", "(\(signs))"))
    }
    return list
  }
}
