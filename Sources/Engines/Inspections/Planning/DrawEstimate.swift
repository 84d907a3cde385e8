import Foundation
import Review

/// The share of non-conformities over all sites, estimated from the inspections that were drawn: each
/// counts 1 / its probability (Horvitz–Thompson, in Hájek's form).
struct DrawEstimate: Hashable, Sendable {
  /// The estimate.
  let share: Double
  /// Its standard error.
  let error: Double
  /// How many drawn inspections have an outcome.
  let count: Int

  /// `nil` when no drawn inspection has an outcome.
  init?(_ outcomes: [(probability: Double, isBad: Bool)]) {
    let known = outcomes.filter { $0.probability > 0 }
    guard !known.isEmpty else { return nil }
    let total = known.reduce(0) { $0 + 1 / $1.probability }
    let bad = known.reduce(0) { $0 + ($1.isBad ? 1 / $1.probability : 0) }
    let share = bad / total
    let squares = known.reduce(0) { sum, row in
      let part = ((row.isBad ? 1 : 0) - share) / row.probability
      return sum + part * part
    }
    self.share = share
    error = squares.squareRoot() / total
    count = known.count
  }
}
