import Review

extension FieldParser {
  /// The years a date of a file may lie in; placeholders (0000, 1111, 9999) lie outside.
  public static let plausibleYears = 1900...2100

  /// A day, as files write it.
  ///
  /// Reads ISO 8601 with or without a time and an offset, `14/12/2024`, `14-12-2024`, `14.12.24`,
  /// `2024/12/14`, `20241214`, « samedi 14 décembre 2024 », « 1er janv. 2024 », `Dec 14, 2024`,
  /// Unix times in seconds or milliseconds. A time in UTC that is midnight in France counts for the
  /// day that begins, because publishing platforms shift dates that way.
  ///
  /// - Parameter reference: the day the file was made, to read « il y a 2 mois »; such a date is
  ///   refused without it.
  public static func date(
    _ text: String, reference: CalendarDate? = nil
  ) throws(FieldError) -> CalendarDate? {
    guard let value = value(text) else { return nil }
    if value.utf8.count <= longestValue {
      let date =
        DateReader.iso(value) ?? DateReader.numeric(value) ?? DateReader.worded(value)
        ?? reference.flatMap { RelativeDateReader.date(value, from: $0) }
      if let date, plausibleYears.contains(date.year) { return date }
    }
    throw FieldError(
      value,
      fr: "une date entre \(plausibleYears.lowerBound) et \(plausibleYears.upperBound)",
      en: "a date between \(plausibleYears.lowerBound) and \(plausibleYears.upperBound)")
  }
}
