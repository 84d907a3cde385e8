/// How much a suggestion deserves attention: a value in 0…1, its interval and what it rests on.
public struct Score: Hashable, Codable, Sendable {
  /// What a score rests on.
  public enum Basis: Hashable, Codable, Sendable {
    /// Rules only, nothing learned: shown as a level of 1…3, never as a percentage.
    case rule(level: Int)
    /// A calibrated probability given by a version of the project's model.
    case probability(model: Int)
  }

  /// The value, 0…1.
  public let value: Double
  /// The lower end of the 80 % interval.
  public let low: Double
  /// The upper end of the 80 % interval.
  public let high: Double
  /// What the value rests on.
  public let basis: Basis

  /// Makes a score; values outside 0…1 are clamped, one that is not a number becomes 0, and the
  /// interval is widened so that it holds the value.
  public init(_ value: Double, low: Double? = nil, high: Double? = nil, basis: Basis) {
    let middle = Self.unit(value)
    self.value = middle
    self.low = min(middle, Self.unit(low ?? middle))
    self.high = max(middle, Self.unit(high ?? middle))
    self.basis = basis
  }

  private static func unit(_ value: Double) -> Double {
    value.isNaN ? 0 : min(1, max(0, value))
  }

  /// The version of the model, or `nil` when the score rests on rules.
  public var model: Int? {
    if case .probability(let model) = basis { return model }
    return nil
  }
}
