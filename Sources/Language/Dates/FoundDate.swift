import Review

/// A day that a text names.
public struct FoundDate: Hashable, Sendable {
  /// The day.
  public let date: CalendarDate
  /// Where the text names it, in code points; a day whose month or year stands further on (« les
  /// 3 et 4 mai 2014 ») has the span of its own words.
  public let span: Span

  /// Makes a found date.
  public init(date: CalendarDate, span: Span) {
    self.date = date
    self.span = span
  }
}
