/// How a linear model is trained.
public struct LinearOptions: Hashable, Sendable {
  /// The loss and the method that minimises it.
  public enum Solver: Hashable, Sendable {
    /// L2-regularised logistic regression by our own dual coordinate descent (Yu, Huang, Lin,
    /// "Dual coordinate descent methods for logistic regression and maximum entropy models",
    /// Machine Learning 85, 2011): weights of instances, no global state.
    case logisticDual
    /// L2-regularised logistic regression by LIBLINEAR's trust-region Newton method.
    case logisticPrimal
    /// L2-regularised support vectors with squared hinge loss by LIBLINEAR's dual coordinate
    /// descent; scores are margins, not log-odds.
    case supportVectors
  }

  /// The loss and the method.
  public var solver: Solver
  /// How much the loss weighs against the squared weights (LIBLINEAR's and scikit-learn's C).
  public var cost: Double
  /// How much rows of the positive class count.
  public var positiveWeight: Double
  /// How much rows of the negative class count.
  public var negativeWeight: Double
  /// Whether the two class weights are multiplied by n / (2 · rows of the class).
  public var isBalanced: Bool
  /// The value of the constant column whose weight is the bias; none when `nil`. Larger values
  /// regularise the bias less.
  public var biasValue: Double?
  /// When to stop: the tolerance on the gradient (0.01 suits texts; smaller is slower).
  public var tolerance: Double
  /// The largest number of passes over the rows.
  public var passLimit: Int
  /// The seed of the order in which rows are visited.
  public var seed: UInt64

  /// Makes options; the defaults suit texts.
  public init(
    solver: Solver = .logisticDual, cost: Double = 1, positiveWeight: Double = 1,
    negativeWeight: Double = 1, isBalanced: Bool = false, biasValue: Double? = 1,
    tolerance: Double = 0.01, passLimit: Int = 200, seed: UInt64 = 1
  ) {
    self.solver = solver
    self.cost = cost
    self.positiveWeight = positiveWeight
    self.negativeWeight = negativeWeight
    self.isBalanced = isBalanced
    self.biasValue = biasValue
    self.tolerance = tolerance
    self.passLimit = passLimit
    self.seed = seed
  }
}
