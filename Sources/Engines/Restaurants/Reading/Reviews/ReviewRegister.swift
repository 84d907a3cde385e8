import Review
import Tables

/// Collects reviews, each once; exact repetitions are counted.
struct ReviewRegister {
  private(set) var reviews: [CustomerReview] = []
  /// How many records repeated one that was already there.
  private(set) var repeated = 0
  private var places: [Identity: Int] = [:]
  private var contents: Set<Content> = []

  /// What identifies a review. Strings are shared with the review, not copied.
  private struct Identity: Hashable {
    var establishment: String
    var id: String
  }

  /// What a review says.
  private struct Content: Hashable {
    var establishment: String
    var author: String
    var title: String
    var text: String
    var date: CalendarDate?
    var rating: Double?

    init(_ review: CustomerReview) {
      establishment = review.establishment
      author = review.authorHash
      title = review.title
      text = review.text
      date = review.date
      rating = review.rating
    }
  }

  /// Takes a review in; whether it is a new one.
  ///
  /// A review is repeated when it has the identifier of an earlier one and the same words, or when
  /// place, day, author, mark and words are the same (the words alone only when they are long
  /// enough not to be written twice by chance).
  ///
  /// - Throws: `FieldError` when another review already has its identifier.
  mutating func add(_ review: CustomerReview) throws(FieldError) -> Bool {
    let content = Content(review)
    let key = Identity(establishment: review.establishment, id: review.id)
    if let place = places[key] {
      let known = reviews[place]
      guard Content(known) == content else {
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
}
