import Foundation

/// A sum and a weight that lose half of themselves in each half-life: what was known just before a
/// day.
struct DecayedTally: Sendable {
  private(set) var sum = 0.0
  private(set) var weight = 0.0
  private var day: Int32 = 0

  /// How much is left after some days.
  static func share(days: Int32, halfLife: Double) -> Double {
    days <= 0 ? 1 : exp2(-Double(days) / halfLife)
  }

  /// Sum and weight on a day.
  func at(_ now: Int32, halfLife: Double) -> (sum: Double, weight: Double) {
    guard weight > 0 else { return (0, 0) }
    let share = Self.share(days: now - day, halfLife: halfLife)
    return (sum * share, weight * share)
  }

  /// The mean on a day, drawn towards `prior` as if `strength` rows had had it.
  func mean(_ now: Int32, halfLife: Double, prior: Double, strength: Double) -> Double {
    let (sum, weight) = at(now, halfLife: halfLife)
    return (sum + strength * prior) / (weight + strength)
  }

  /// Adds a value of a day; days may not go back.
  mutating func add(_ value: Double, day now: Int32, halfLife: Double) {
    let (sum, weight) = at(now, halfLife: halfLife)
    self.sum = sum + value
    self.weight = weight + 1
    day = now
  }
}
