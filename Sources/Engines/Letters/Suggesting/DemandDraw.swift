import Language
import Review

/// Draws a share of the demands at random into the upper half of the list.
///
/// Whoever reads only what stands on top never learns what the ranking misses. The draw depends on the
/// demand's own identifier and on the store, so that it stays when letters are added; its probability
/// is kept with the suggestion, which makes precision and recall honestly estimable
/// (Horvitz–Thompson, see Oversight).
struct DemandDraw: Sendable {
  /// The share that is drawn.
  static let share = 0.05
  /// From how many demands on something is drawn: a short list is read whole.
  static let fewest = 40

  /// Whether anything is drawn.
  let isUsed: Bool
  /// What makes the draw the store's own.
  let salt: String

  init(count: Int, salt: String) {
    isUsed = count >= Self.fewest
    self.salt = salt
  }

  /// How a demand comes into the list, and what it is ranked by.
  func place(_ id: String, score: Double) -> (selection: Selection, priority: Double) {
    let unit = Double(StableHash.mix(StableHash.of(salt + "\u{1F}" + id)) >> 11) / 0x1p53
    guard isUsed, unit < Self.share else { return (Selection(.best), score) }
    // Where it stands says nothing about it: anywhere in the upper half.
    let height = 0.5 + 0.5 * unit / Self.share
    return (Selection(.random, probability: Self.share), height)
  }
}
