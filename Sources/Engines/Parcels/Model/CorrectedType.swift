import Foundation

/// A region whose type an agent corrected.
struct CorrectedType: Hashable, Sendable {
  /// The most corrections kept, the latest ones.
  static let limit = 500
  /// The distance, for each measure, over which a correction speaks for its like.
  private static let reach = 0.55
  /// What one correction weighs beside what scenes taught.
  private static let weight = 1.5

  var type: ObjectType
  /// The standardised measures.
  var measures: [Double]

  /// How much the corrections speak for each type, by likeness of the measures.
  static func votes(
    _ corrected: [CorrectedType], for measures: [Double]
  ) -> [ObjectType: Double] {
    var votes: [ObjectType: Double] = [:]
    for one in corrected {
      let distance = zip(one.measures, measures).reduce(0.0) {
        $0 + min(9, ($1.0 - $1.1) * ($1.0 - $1.1))
      }
      let mean = distance / Double(max(1, measures.count))
      votes[one.type, default: 0] += weight * exp(-mean / (2 * reach * reach))
    }
    return votes
  }
}
