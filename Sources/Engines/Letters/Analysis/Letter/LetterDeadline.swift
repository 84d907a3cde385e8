import Review

/// When something asked for in a letter is due.
public struct LetterDeadline: Hashable, Sendable, Codable {
  /// The words that say so (« sous deux mois », « sans délai », « avant le 3 mars 2022 »).
  public var words: String
  /// The day it is due, counted from the letter's date where the words give a duration;
  /// `nil` when it cannot be told (« dans les meilleurs délais »).
  public var date: CalendarDate?
  /// Whether it is due at once (« sans délai », « immédiatement »).
  public var isImmediate: Bool

  /// Makes a deadline.
  public init(words: String, date: CalendarDate?, isImmediate: Bool) {
    self.words = words
    self.date = date
    self.isImmediate = isImmediate
  }
}
