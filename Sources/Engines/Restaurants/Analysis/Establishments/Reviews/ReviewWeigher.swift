import Review

/// Gives each review of one place its weight: one voice per author and 90 days, half a voice for
/// accounts with a single review, and less for what looks arranged.
struct ReviewWeigher {
  /// One author has one voice within so many days.
  static let voiceDays = 90
  /// The weight of an account with a single review.
  static let singleAccountWeight = 0.5
  /// From this similarity on a text counts as a copy.
  static let copySimilarity = 0.6
  /// The weight of a copy.
  static let copyWeight = 0.25
  /// The weight of reviews in a burst and of praise after a bad streak.
  static let suspectWeight = 0.5
  /// A burst has at least so many reviews within a week …
  static let burstCount = 5
  /// … and so many times the place's usual number.
  static let burstFactor = 4.0
  /// How many of the smallest hashes two texts must share one of to be compared.
  private static let probeCount = 8
  /// How many of the latest texts that share a hash are compared: runs that every text has would
  /// otherwise make all pairs.
  private static let holderLimit = 12

  /// The weights of reviews, in their order.
  static func weights(_ reviews: [ScoredReview]) -> [ReviewWeight] {
    var weights = reviews.map { review in
      var weight = ReviewWeight()
      if review.contributions == 1 { weight.lower(singleAccountWeight, .singleReviewAccount) }
      return weight
    }
    let order = reviews.indices.sorted {
      (day(reviews[$0]), $0) < (day(reviews[$1]), $1)
    }
    lowerRepeated(reviews, order, &weights)
    lowerCopies(reviews, order, &weights)
    lowerBursts(reviews, order, &weights)
    lowerPraise(reviews, order, &weights)
    return weights
  }

  private static func day(_ review: ScoredReview) -> Int32 {
    review.date?.daysSinceEpoch ?? .min
  }

  /// Of an author's reviews within 90 days of the first, the one that most likely reports a problem
  /// keeps its voice.
  private static func lowerRepeated(
    _ reviews: [ScoredReview], _ order: [Int], _ weights: inout [ReviewWeight]
  ) {
    var voices: [String: (start: Int32, speaker: Int)] = [:]
    for place in order where !reviews[place].author.isEmpty {
      let author = reviews[place].author
      let today = day(reviews[place])
      guard let voice = voices[author], Int(today) - Int(voice.start) < voiceDays else {
        voices[author] = (today, place)
        continue
      }
      let isStronger = reviews[place].sanitary > reviews[voice.speaker].sanitary
      weights[isStronger ? voice.speaker : place].lower(0, .repeatedAuthor)
      if isStronger { voices[author] = (voice.start, place) }
    }
  }

  private static func lowerCopies(
    _ reviews: [ScoredReview], _ order: [Int], _ weights: inout [ReviewWeight]
  ) {
    var holders: [UInt32: [Int]] = [:]
    for place in order {
      let sketch = reviews[place].sketch
      let probes = sketch.hashes.prefix(probeCount)
      let candidates = Set(probes.flatMap { (holders[$0] ?? []).suffix(holderLimit) })
      let isCopy = candidates.contains {
        reviews[$0].sketch.similarity(to: sketch) >= copySimilarity
      }
      if isCopy { weights[place].lower(copyWeight, .nearCopy) }
      for probe in probes { holders[probe, default: []].append(place) }
    }
  }

  private static func lowerBursts(
    _ reviews: [ScoredReview], _ order: [Int], _ weights: inout [ReviewWeight]
  ) {
    let dated = order.filter { reviews[$0].date != nil }
    guard let first = dated.first, let last = dated.last, dated.count >= burstCount else { return }
    let span = Double(day(reviews[last]) - day(reviews[first])) / 7
    // Undisturbed by the burst itself only when there is more than it.
    let usual = Double(dated.count) / max(1, span)
    var start = 0
    for end in dated.indices {
      while day(reviews[dated[end]]) - day(reviews[dated[start]]) >= 7 { start += 1 }
      let count = end - start + 1
      guard count >= burstCount, Double(count) > burstFactor * usual else { continue }
      for place in dated[start...end] where !weights[place].flags.contains(.burst) {
        weights[place].lower(suspectWeight, .burst)
      }
    }
  }

  /// Three negatives among the last five reviews, then full marks within 30 days.
  private static func lowerPraise(
    _ reviews: [ScoredReview], _ order: [Int], _ weights: inout [ReviewWeight]
  ) {
    let dated = order.filter { reviews[$0].date != nil }
    for position in dated.indices.dropFirst(3) {
      let review = reviews[dated[position]]
      guard review.rating == 5, review.negative < 0.05 else { continue }
      let before = dated[max(0, position - 5)..<position].filter { reviews[$0].negative >= 0.5 }
      guard before.count >= 3, let worst = before.last,
        day(review) - day(reviews[worst]) <= 30
      else { continue }
      weights[dated[position]].lower(suspectWeight, .praiseAfterStreak)
    }
  }
}
