import Review

/// The forms in which files write days; each function returns `nil` for what is not of its form.
enum DateReader {
  // MARK: ISO 8601

  /// `2024-12-14`, alone or followed by a time and an offset.
  static func iso(_ text: String) -> CalendarDate? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, let date = CalendarDate(iso: text) else { return nil }
    if bytes.count == 10 { return date }
    guard bytes[10] == 0x54 || bytes[10] == 0x74 || bytes[10] == 0x20 else { return nil }
    let time = String(decoding: bytes[11...], as: UTF8.self)
    guard time.utf8.allSatisfy(isTimeByte) else { return nil }
    return isFrenchMidnight(time, date) ? date.adding(days: 1) : date
  }

  private static func isTimeByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x2B, 0x2D, 0x2E, 0x5A, 0x7A, 0x20, 0x55, 0x54, 0x43: true
    default: false
    }
  }

  /// Whether a time of UTC is midnight in France: 23:00 in winter, 22:00 in summer.
  private static func isFrenchMidnight(_ time: String, _ date: CalendarDate) -> Bool {
    let isUTC = time.hasSuffix("Z") || time.hasSuffix("z") || time.hasSuffix("+00:00")
    guard isUTC else { return false }
    return time.hasPrefix(isSummerTime(date) ? "22:00" : "23:00")
      && time.dropFirst(5).prefix { $0 != "Z" && $0 != "z" && $0 != "+" }
        .allSatisfy { ":0.".contains($0) }
  }

  /// European summer time, from the last Sunday of March to the last Sunday of October.
  private static func isSummerTime(_ date: CalendarDate) -> Bool {
    func lastSunday(_ month: Int) -> CalendarDate? {
      CalendarDate(year: date.year, month: month, day: 31).map { last in
        // 1970-01-01 was a Thursday: Sundays are the days congruent to 3.
        last.adding(days: -((Int(last.daysSinceEpoch) - 3) % 7 + 7) % 7)
      }
    }
    guard let begin = lastSunday(3), let end = lastSunday(10) else { return false }
    return date >= begin && date < end
  }

  // MARK: Digits

  /// `14/12/2024`, `14-12-2024`, `14.12.24`, `2024/12/14`, `20241214`, Unix times; a time may
  /// follow.
  static func numeric(_ text: String) -> CalendarDate? {
    let day = text.prefix { $0 != " " && $0 != "T" && $0 != "," }
    let rest = text[day.endIndex...].drop { $0 == " " || $0 == "T" || $0 == "," }
    guard rest.utf8.allSatisfy({ isTimeByte($0) || $0 == 0x68 }) else { return nil }
    let parts = day.split(omittingEmptySubsequences: false) { "/-.".contains($0) }
    guard parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    if parts.count == 1 { return rest.isEmpty ? compact(parts[0]) : nil }
    guard parts.count == 3, let first = Int(parts[0]), let second = Int(parts[1]),
      let third = Int(parts[2])
    else { return nil }
    switch (parts[0].utf8.count, parts[1].utf8.count, parts[2].utf8.count) {
    case (4, 1...2, 1...2): return CalendarDate(year: first, month: second, day: third)
    case (1...2, 1...2, 4): return CalendarDate(year: third, month: second, day: first)
    case (1...2, 1...2, 2) where !day.contains("-"):
      return CalendarDate(year: 2000 + third, month: second, day: first)
    default: return nil
    }
  }

  /// `20241214`, or seconds or milliseconds since 1970.
  private static func compact(_ digits: Substring) -> CalendarDate? {
    guard let value = Int(digits) else { return nil }
    let day = 86_400
    switch digits.utf8.count {
    case 8: return CalendarDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
    case 9...10: return CalendarDate(daysSinceEpoch: Int32(truncatingIfNeeded: value / day))
    case 12...13:
      return CalendarDate(daysSinceEpoch: Int32(truncatingIfNeeded: value / 1000 / day))
    default: return nil
    }
  }

  // MARK: Words

  /// « samedi 14 décembre 2024 », « 1er janv. 2024 », `Dec 14, 2024`, `14 December 2024 at 10:12`.
  static func worded(_ text: String) -> CalendarDate? {
    var numbers: [Int] = []
    var month: Int?
    for word in text.split(whereSeparator: { " ,.\u{A0}\u{202F}".contains($0) }) {
      if let number = dayOrYear(word) {
        numbers.append(number)
      } else if let named = months[ColumnName.key(String(word))] {
        guard month == nil else { return nil }
        month = named
      } else if numbers.count == 2, month != nil {
        // What follows a whole date is a time.
        break
      } else if !ignored.contains(ColumnName.key(String(word))) {
        return nil
      }
    }
    guard let month, numbers.count >= 2 else { return nil }
    return CalendarDate(year: numbers[1], month: month, day: numbers[0])
  }

  private static func dayOrYear(_ word: Substring) -> Int? {
    for suffix in ["er", "st", "nd", "rd", "th"] where word.lowercased().hasSuffix(suffix) {
      return Int(word.dropLast(2))
    }
    return Int(word)
  }

  private static let ignored: Set<String> = [
    "le", "du", "on", "the", "of", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
    "dimanche", "lun", "mer", "jeu", "ven", "sam", "dim", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
  ]

  private static let months: [String: Int] = {
    let names = [
      "janvier janv jan january", "fevrier fevr fev february feb", "mars march mar",
      "avril avr april apr", "mai may", "juin june jun", "juillet juil july jul",
      "aout aou august aug", "septembre sept sep september", "octobre oct october",
      "novembre nov november", "decembre dec december",
    ]
    var months: [String: Int] = [:]
    for (index, forms) in names.enumerated() {
      for form in forms.split(separator: " ") { months[String(form)] = index + 1 }
    }
    return months
  }()
}
