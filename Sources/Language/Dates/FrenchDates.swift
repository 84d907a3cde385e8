import Review

/// Finds absolute dates in running French text.
///
/// Found are days in words (« 1er mars 2020 », « 07 octobre 2009 », « les 3 et 4 mai 2014 »,
/// « du 30 avril au 2 mai 2014 ») and in digits (`14/12/2024`, `14.12.24`, `2024-12-14`), with any
/// accents, case, spaces and ends of line. Years of two digits below 70 are of this century. What
/// is no day of the calendar is left out.
public enum FrenchDates {
  /// The days of a text, in order.
  public static func dates(in text: String) -> [FoundDate] { dates(in: FoldedText(text)) }

  /// The days of a folded text, in order.
  public static func dates(in text: FoldedText) -> [FoundDate] {
    var scanner = DateScanner(bytes: text.bytes)
    return scanner.run().map {
      let source = text.source(of: $0.range)
      return FoundDate(date: $0.date, span: Span(source.lowerBound, source.upperBound))
    }
  }

  /// The number, 1…12, of a folded name of a month or of its usual abbreviation, or `nil`.
  public static func month(_ name: some StringProtocol) -> Int? { months[String(name)] }

  private static let months: [String: Int] = {
    let names = [
      "janvier janv jan", "fevrier fevr fev", "mars", "avril avr", "mai", "juin",
      "juillet juil", "aout", "septembre sept", "octobre oct", "novembre nov", "decembre dec",
    ]
    var numbers: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      for form in name.split(separator: " ") { numbers[String(form)] = index + 1 }
    }
    return numbers
  }()
}
