import Review

/// One customer's review of an establishment, from a review site's export.
public struct CustomerReview: Sendable, Equatable {
  /// The review's identifier: the file's own, else a hash of place, date, author and text.
  public var id: String
  /// The establishment's name as the file gives it.
  public var establishment: String
  /// The day of the review, or `nil`.
  public var date: CalendarDate?
  /// The mark on a scale of 1 to 5 (other scales are converted), or `nil`.
  public var rating: Double?
  /// The title, empty when there is none.
  public var title: String
  /// The text.
  public var text: String
  /// The occasion (couple, family…), empty when not given.
  public var context: String
  /// The author, hashed at import; empty when not given.
  public var authorHash: String
  /// How many reviews the author has written, where the file tells.
  public var authorContributions: Int?
  /// Whether the text is a machine's translation, by the notice of the review site.
  public var isTranslated: Bool
  /// The file it was read from.
  public var file: String
  /// The line (or item) of the file, from 1.
  public var line: Int

  /// Makes a review from its identifier, establishment and text; the reader fills in the rest.
  public init(
    id: String, establishment: String, text: String, file: String = "", line: Int = 0
  ) {
    self.id = id
    self.establishment = establishment
    date = nil
    rating = nil
    title = ""
    self.text = text
    context = ""
    authorHash = ""
    authorContributions = nil
    isTranslated = false
    self.file = file
    self.line = line
  }
}
