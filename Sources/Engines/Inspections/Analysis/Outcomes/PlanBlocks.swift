/// Until when outcomes are known to whoever plans: a plan is made for weeks to come, so that its last
/// inspection is chosen without what its first ones found.
///
/// Probabilities are fitted on rows described that way. Were they fitted on rows described with all that
/// was found until the day before, they would fall short: recent rates tell more then than they do on
/// the day a plan is made.
struct PlanBlocks: Hashable, Sendable {
  /// The first day of a block.
  let anchor: Int32
  /// The days of a block.
  let length: Int32

  /// The days that a plan looks ahead.
  static let usual: Int32 = 60

  init(anchor: Int32, length: Int32 = usual) {
    self.anchor = anchor
    self.length = max(1, length)
  }

  /// The blocks that end with the last of some rows.
  init(endingWith rows: [Control]) {
    self.init(anchor: (rows.map(\.day).max() ?? 0) + 1)
  }

  /// The first day of the block of a day: what was found from then on is not known.
  func start(of day: Int32) -> Int32 {
    let ahead = day - anchor
    let blocks = ahead >= 0 ? ahead / length : -((-ahead + length - 1) / length)
    return anchor + blocks * length
  }
}
