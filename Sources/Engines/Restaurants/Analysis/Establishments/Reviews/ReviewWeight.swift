/// How much one review of a place counts, and why less than fully.
struct ReviewWeight: Equatable {
  /// Why a review counts less. Flagged reviews are shown with their flags, never deleted.
  struct Flags: OptionSet, Hashable {
    let rawValue: Int
    /// Another review of the same author within 90 days says more.
    static let repeatedAuthor = Flags(rawValue: 1)
    /// The author has written no other review.
    static let singleReviewAccount = Flags(rawValue: 2)
    /// The text is nearly that of an earlier review of the place.
    static let nearCopy = Flags(rawValue: 4)
    /// Far more reviews came within a week than the place's own rhythm explains.
    static let burst = Flags(rawValue: 8)
    /// Extreme praise just after a streak of bad reviews.
    static let praiseAfterStreak = Flags(rawValue: 16)
  }

  /// The factor, 0…1.
  var value = 1.0
  var flags: Flags = []

  mutating func lower(_ factor: Double, _ flag: Flags) {
    value *= factor
    flags.insert(flag)
  }
}
