import Language
import Review
import Tables

/// Collects reviews, each once; exact repetitions are counted.
struct ReviewRegister {
  private(set) var reviews: [CustomerReview] = []
  /// How many records repeated one that was already there.
  private(set) var repeated = 0
  private var places: [UInt64: Int] = [:]
  private var contents: Set<UInt64> = []

  /// Takes a review in; whether it is a new one.
  ///
  /// A review is repeated when it has the identifier of an earlier one and the same words, or when
  /// place, day, author, mark and words are the same (the words alone only when they are long
  /// enough not to be written twice by chance).
  ///
  /// - Throws: `FieldError` when another review already has its identifier.
  mutating func add(_ review: CustomerReview) throws(FieldError) -> Bool {
    let content = Self.contentHash(review)
    let key = StableHash.of("\(review.establishment)\u{1F}\(review.id)")
    if let place = places[key] {
      let known = reviews[place]
      guard Self.contentHash(known) == content else {
        throw FieldError(
          found: review.id,
          expected: LocalizedText(
            fr: "un identifiant d'avis unique (déjà à la ligne \(known.line) de \(known.file))",
            en: "a unique review identifier (already on line \(known.line) of \(known.file))"))
      }
      repeated += 1
      return false
    }
    let isTelling =
      !review.authorHash.isEmpty || review.text.utf8.count >= CustomerReviewReader.tellingLength
    if isTelling, !contents.insert(content).inserted {
      repeated += 1
      return false
    }
    places[key] = reviews.count
    reviews.append(review)
    return true
  }

  private static func contentHash(_ review: CustomerReview) -> UInt64 {
    var hash = StableHash()
    for part in [review.establishment, review.authorHash, review.title, review.text] {
      hash.combine(part.utf8)
      hash.combine(0x1F)
    }
    hash.combine(hash: UInt64(bitPattern: Int64(review.date?.daysSinceEpoch ?? .min)))
    hash.combine(hash: (review.rating ?? 0).bitPattern)
    return hash.value
  }
}
