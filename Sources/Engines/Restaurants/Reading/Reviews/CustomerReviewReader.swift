import Review
import Tables

/// Turns records of review sites into customers' reviews.
///
/// Reads tables and JSON whose columns have one of many usual names, or those of the user's own
/// mapping; marks on 5, 10 or 20; dates in French; reviews of one restaurant in a list (`avis`).
struct CustomerReviewReader {
  /// Names of the fields.
  enum Field {
    static let id = "id"
    static let place = "place"
    static let date = "date"
    static let rating = "rating"
    static let ratingOfTen = "rating10"
    static let ratingOfTwenty = "rating20"
    static let title = "title"
    static let text = "text"
    static let context = "context"
    static let author = "author"
    static let authorHash = "authorHash"
    static let contributions = "contributions"
    /// The list of reviews of a place, in JSON.
    static let reviews = "reviews"
  }

  /// The names that columns usually have.
  static let columns = ColumnMapping([
    Field.id: ["id_avis", "review_id", "reviewId", "id"],
    Field.place: [
      "etablissement", "restaurant", "restaurant_name", "nom_restaurant", "restaurant_id",
      "place_name", "business_name", "lieu", "nom",
    ],
    Field.date: [
      "date_avis", "date_review", "review_date", "date", "time", "published_at", "publishedAtDate",
      "created_at", "createTime",
    ],
    Field.rating: [
      "note", "nb_etoiles", "rating", "review_rating", "stars", "star_rating", "etoiles", "score",
    ],
    Field.ratingOfTen: ["note_sur_10", "note_10", "rating10"],
    Field.ratingOfTwenty: ["note_sur_20", "note_20", "rating20"],
    Field.title: ["titre", "titre_review", "review_title", "title"],
    Field.text: [
      "texte", "review_text", "review", "text", "avis", "commentaire", "comment", "contenu",
      "content", "snippet",
    ],
    Field.context: ["contexte", "type_visite", "trip_type", "context"],
    Field.author: [
      "pseudo", "user_name", "username", "auteur", "author", "author_name", "reviewer",
      "utilisateur",
    ],
    Field.authorHash: ["auteur_sha1", "auteur_sha256", "author_hash"],
    Field.contributions: [
      "contributions_auteur", "contributions", "nb_contributions", "author_contributions",
      "reviewerNumberOfReviews",
    ],
    Field.reviews: ["avis", "reviews"],
  ])

  /// The shortest text that is too long to be written twice by chance, in bytes.
  static let tellingLength = 32

  private let pseudonym: AuthorPseudonym
  private let reference: CalendarDate?

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - salt: the secret of the store by which authors get their pseudonyms.
  ///   - reference: the day the files were made, for dates such as « il y a 2 mois ».
  init(salt: String, reference: CalendarDate? = nil) {
    pseudonym = AuthorPseudonym(salt: salt)
    self.reference = reference
  }

  /// The review of a record.
  ///
  /// - Parameter place: the establishment's name when the record does not give one.
  /// - Throws: `FieldError` when mark or date is not one, or there is neither text nor mark.
  func review(_ record: FieldRecord, place: String) throws(FieldError) -> CustomerReview {
    let named = record.label(Field.place)
    let stripped = TranslationNotice.strip(record.text(Field.text))
    var review = CustomerReview(
      id: record.label(Field.id), establishment: named.isEmpty ? place : named,
      text: stripped.text, file: record.file, line: record.line)
    review.isTranslated = stripped.isTranslated
    review.date = try FieldParser.date(record.text(Field.date), reference: reference)
    review.rating = try rating(record)
    review.title = record.label(Field.title)
    review.context = record.label(Field.context)
    review.authorHash = authorHash(record)
    review.authorContributions = contributions(record.text(Field.contributions))
    guard !review.text.isEmpty || !review.title.isEmpty || review.rating != nil else {
      throw FieldError(
        found: "",
        expected: LocalizedText(fr: "un texte ou une note", en: "a text or a mark"))
    }
    if review.id.isEmpty { review.id = Self.identifier(of: review) }
    return review
  }

  private func rating(_ record: FieldRecord) throws(FieldError) -> Double? {
    if let rating = try FieldParser.mark(record.text(Field.rating)) { return rating }
    if let rating = try FieldParser.mark(record.text(Field.ratingOfTen), scale: .ten) {
      return rating
    }
    return try FieldParser.mark(record.text(Field.ratingOfTwenty), scale: .twenty)
  }

  private func authorHash(_ record: FieldRecord) -> String {
    let hashed = record.label(Field.authorHash)
    return hashed.isEmpty ? pseudonym.pseudonym(record.label(Field.author)) : hashed.lowercased()
  }

  /// « 12 contributions » or `12`; what is not a number is not worth a refusal.
  private func contributions(_ text: String) -> Int? {
    guard let value = FieldParser.value(text) else { return nil }
    let digits = value.prefix { $0.isASCII && ($0.isNumber || $0 == " ") }.filter { $0 != " " }
    return Int(digits)
  }

  /// The identifier of a review that has none: a hash of place, day, author and words.
  private static func identifier(of review: CustomerReview) -> String {
    StableID.make(
      "review", review.establishment, review.date?.iso ?? "", review.authorHash,
      review.rating.map { String($0) } ?? "", review.title, review.text)
  }
}
