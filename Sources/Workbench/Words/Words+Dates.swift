import Review

extension Words {
  /// A day in words: « 14 déc. 2024 », “14 Dec 2024”.
  public func day(_ date: CalendarDate) -> String {
    let parts = date.components
    let number = isFrench && parts.day == 1 ? "1er" : String(parts.day)
    return "\(number)\(blank)\(monthName(parts.month))\(blank)\(parts.year)"
  }

  /// A month: « déc. 2024 », “Dec 2024”.
  public func month(_ date: CalendarDate) -> String {
    let parts = date.components
    return "\(monthName(parts.month))\(blank)\(parts.year)"
  }

  /// The hour and minute of an instant on the reader's clocks: `14:02`.
  public func clock(_ time: Timestamp) -> String {
    let clock = localTime.wall(time).clock
    return "\(two(clock.hour)):\(two(clock.minute))"
  }

  /// An instant on the reader's clocks: « 14 déc. 2024 14:02 », with « UTC » where they show that.
  public func moment(_ time: Timestamp) -> String {
    day(localTime.day(time)) + " " + clock(time) + (localTime.isUTC ? " UTC" : "")
  }

  /// How long ago or how soon a day is: « il y a 3 jours », “in 3 days”.
  public func relative(_ date: CalendarDate, to today: CalendarDate) -> String {
    let days = date.days(since: today)
    switch days {
    case 0: return say("aujourd'hui", "today")
    case -1: return say("hier", "yesterday")
    case 1: return say("demain", "tomorrow")
    case ..<0: return say("il y a \(length(days: -days))", "\(length(days: -days)) ago")
    default: return say("dans \(length(days: days))", "in \(length(days: days))")
    }
  }

  /// A number of days in the unit it is best told in: days below two months, months below two
  /// years, then years.
  public func length(days: Int) -> String {
    if days < 60 { return count(days, fr: ("jour", "jours"), en: ("day", "days")) }
    if days < 730 {
      return count(days * 12 / 365, fr: ("mois", "mois"), en: ("month", "months"))
    }
    return count(days * 4 / 1_461, fr: ("an", "ans"), en: ("year", "years"))
  }

  /// A duration: « 11 s », « 3 min », « 1 h 05 », « 2 j 4 h ».
  public func duration(seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e9 else {
      return glyphs == .ascii ? "-" : "–"
    }
    let total = Int(seconds.rounded())
    if total < 60 { return "\(total)\(blank)s" }
    if total < 3_600 { return "\(total / 60)\(blank)min" }
    if total < 86_400 { return "\(total / 3_600)\(blank)h\(blank)\(two(total / 60 % 60))" }
    let days = count(total / 86_400) + blank + (isFrench ? "j" : "d")
    return days + blank + "\(total / 3_600 % 24)\(blank)h"
  }

  /// The name of a month (1…12), short.
  public func monthName(_ month: Int) -> String {
    let names = isFrench ? Self.frenchMonths : Self.englishMonths
    return names[min(max(month, 1), 12) - 1]
  }

  /// A blank at which no line breaks.
  private var blank: String { tie.content }

  private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }

  private static let frenchMonths = [
    "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.",
    "déc.",
  ]
  private static let englishMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
