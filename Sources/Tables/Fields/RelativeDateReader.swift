import Review

/// Dates told from the day a page was copied: « il y a 2 mois », `a year ago`, « hier ».
enum RelativeDateReader {
  private static let days: [String: Int] = [
    "jour": 1, "jours": 1, "day": 1, "days": 1, "semaine": 7, "semaines": 7, "week": 7, "weeks": 7,
    "mois": 30, "month": 30, "months": 30, "an": 365, "ans": 365, "annee": 365, "annees": 365,
    "year": 365, "years": 365, "heure": 0, "heures": 0, "hour": 0, "hours": 0, "minute": 0,
    "minutes": 0, "min": 0, "h": 0,
  ]

  /// The longest time back that is read, in days.
  private static let longest = 365 * 30

  /// The day meant, counted from a reference; months count 30 days and years 365.
  static func date(_ text: String, from reference: CalendarDate) -> CalendarDate? {
    let words = text.lowercased().split { " \u{A0}\u{202F}".contains($0) }
      .map { $0.contains("-") ? String($0) : ColumnName.key(String($0)) }
    switch words {
    case ["aujourdhui"], ["today"]: return reference
    case ["hier"], ["yesterday"]: return reference.adding(days: -1)
    default: break
    }
    guard let amount = amount(words), let unit = days[amount.unit] else { return nil }
    let (back, overflow) = amount.count.multipliedReportingOverflow(by: unit)
    return overflow || back > longest || back < 0 ? nil : reference.adding(days: -back)
  }

  private static func amount(_ words: [String]) -> (count: Int, unit: String)? {
    let core: ArraySlice<String>
    if words.starts(with: ["il", "y", "a"]) {
      core = words.dropFirst(3)
    } else if words.last == "ago" {
      core = words.dropLast()
    } else {
      return nil
    }
    guard core.count == 2, let first = core.first, let unit = core.last else { return nil }
    if ["un", "une", "a", "an"].contains(first) { return (1, unit) }
    return first.hasPrefix("-") ? nil : Int(first).map { ($0, unit) }
  }
}
