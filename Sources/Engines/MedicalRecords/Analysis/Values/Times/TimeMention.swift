import Review

/// A date, duration, frequency or position in time as it stands in a text, in ISO 8601.
struct TimeMention: Sendable, Hashable {
  /// What is named.
  enum Kind: String, Sendable {
    /// A day, a month, a year.
    case date
    /// A length of time.
    case duration
    /// How often something happens.
    case frequency
    /// Before, during or after an event (postoperative).
    case phase
    /// How many times, which one in order.
    case count
  }

  /// How exactly a date is known.
  enum Precision: String, Sendable {
    case day
    case month
    case year

    /// A date as exactly as it is known: `2014`, `2014-03`, `2014-03-12`.
    func text(_ date: CalendarDate) -> String {
      switch self {
      case .day: date.iso
      case .month: String(date.iso.prefix(7))
      case .year: String(date.iso.prefix(4))
      }
    }
  }

  /// The place, in code points.
  var span: Span
  /// The tokens.
  var tokens: Range<Int>
  /// The kind.
  var kind: Kind
  /// ISO 8601: `2014-03`, `P2M`, `R/P1D`, `P3D` from an anchor; empty when there is none.
  var value: String
  /// The (first) day of a date, or `nil`.
  var date: CalendarDate?
  /// How exactly the date is known.
  var precision: Precision?
  /// The days from the anchor (the operation for « J7 », what was said before for « trois jours
  /// après »), or `nil` when the time is absolute.
  var offsetDays: Int?
}
