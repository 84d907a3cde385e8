/// How a small logistic regression over dense rows is trained.
public struct DenseLogisticOptions: Hashable, Sendable {
  /// The strength of the squared penalty on each standardised coefficient (one value for all when
  /// it has one element): the loss is Σ weight · log-loss + ½ Σ strength · (coefficient − prior)².
  public var strengths: [Double]
  /// The values that the penalty pulls towards, per standard deviation of the column; zero when
  /// empty. Expert weights enter here: they hold until data speak against them.
  public var priors: [Double]
  /// Columns whose coefficient may not be negative; none when empty.
  public var isNonNegative: [Bool]
  /// Columns taken as they are, without standardisation (indicators); none when empty.
  public var isRaw: [Bool]
  /// When to stop: the largest change of a coefficient in one step.
  public var tolerance: Double
  /// The largest number of Newton steps.
  public var stepLimit: Int

  /// Makes options.
  public init(
    strength: Double = 1, strengths: [Double] = [], priors: [Double] = [],
    isNonNegative: [Bool] = [], isRaw: [Bool] = [], tolerance: Double = 1e-8, stepLimit: Int = 50
  ) {
    self.strengths = strengths.isEmpty ? [strength] : strengths
    self.priors = priors
    self.isNonNegative = isNonNegative
    self.isRaw = isRaw
    self.tolerance = tolerance
    self.stepLimit = stepLimit
  }
}
