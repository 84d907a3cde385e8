import Review

/// What the risk of an establishment needs of one review.
struct ScoredReview: Equatable {
  /// The day, or `nil`.
  var date: CalendarDate?
  /// The probability, 0…1, that it reports a sanitary problem.
  var sanitary: Double
  /// The probability, 0…1, that it is negative.
  var negative: Double
  /// The kinds of problem recognised and not negated.
  var problems: Set<ReportedProblem> = []
  /// The author's pseudonym, empty when not given.
  var author = ""
  /// How many reviews the author has written, where the file tells.
  var contributions: Int?
  /// The mark, 1…5, or `nil`.
  var rating: Double?
  /// The sketch of its text.
  var sketch = ShingleSketch("")

  init(date: CalendarDate?, sanitary: Double, negative: Double) {
    self.date = date
    self.sanitary = sanitary
    self.negative = negative
  }

  /// A review with what the text analysis says of it.
  init(_ review: CustomerReview, reading: ReviewReading) {
    self.init(date: review.date, sanitary: reading.sanitary, negative: reading.negative)
    problems = Set(
      reading.hits.filter { !$0.isNegated }.compactMap { ReportedProblem(letter: $0.letter) })
    author = review.authorHash
    contributions = review.authorContributions
    rating = review.rating
    sketch = ShingleSketch(review.text)
  }
}
