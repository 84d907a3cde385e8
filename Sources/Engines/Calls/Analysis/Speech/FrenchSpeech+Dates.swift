import Foundation
import Language
import Review

extension FrenchSpeech {
  static let monthNames = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]

  private static let shortMonths: [(String, Int)] = [
    ("janv", 1), ("févr", 2), ("fév", 2), ("fevr", 2), ("avr", 4), ("juil", 7), ("sept", 9),
    ("oct", 10), ("nov", 11), ("déc", 12), ("dec", 12),
  ]

  private static func date(_ day: String, _ month: String, _ year: String) -> String? {
    guard let day = Int(day), let month = Int(month), var number = Int(year) else { return nil }
    if year.count == 2 { number += 2000 }
    guard CalendarDate(year: number, month: month, day: day) != nil else { return nil }
    return FrenchNumberSpeller.day(day) + " " + monthNames[month - 1] + " "
      + FrenchNumberSpeller.cardinal(number)
  }

  /// Days.
  static let dateRules: [SpokenRule] = [
    SpokenRule(#"\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})\b"#) { date($0[1], $0[2], $0[3]) },
    SpokenRule(#"\b(\d{4})-(\d{2})-(\d{2})\b"#) { date($0[3], $0[2], $0[1]) },
    SpokenRule(#"\b(\d{1,2}|1er) (\p{L}{3,4})\.(?= ?\d{4}| |$)"#) { groups in
      guard let month = shortMonths.first(where: { $0.0 == groups[2].lowercased() }) else {
        return nil
      }
      return groups[1] + " " + monthNames[month.1 - 1]
    },
    SpokenRule(
      #"\b(\d{1,2}|1er) (janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?: (\d{4}))?\b"#
    ) { groups in
      guard let day = Int(groups[1].filter(\.isNumber)), (1...31).contains(day) else { return nil }
      let year = Int(groups[3]).map { " " + FrenchNumberSpeller.cardinal($0) } ?? ""
      return FrenchNumberSpeller.day(day) + " " + groups[2] + year
    },
  ]

  /// Times of day and durations.
  static let timeRules: [SpokenRule] = [
    SpokenRule(#"(?<![\d,.])(\d{1,3}) ?h ?(\d{2})(?![\d\p{L}])"#) { groups in
      guard let hour = Int(groups[1]), let minute = Int(groups[2]), minute < 60 else { return nil }
      let tail = minute == 0 ? "" : " " + FrenchNumberSpeller.cardinal(minute)
      return hours(hour) + tail
    },
    SpokenRule(#"(?<![\d,.])(\d{1,2}):(\d{2})(?![\d\p{L}])"#) { groups in
      guard let hour = Int(groups[1]), let minute = Int(groups[2]), hour < 24, minute < 60 else {
        return nil
      }
      return hours(hour) + (minute == 0 ? "" : " " + FrenchNumberSpeller.cardinal(minute))
    },
    SpokenRule(#"(?<![\d,.])(\d{1,4})(?:,(\d{1,2}))? ?h(?:/sem(?:aine|\.)?)?(?![\p{L}\d])"#) {
      groups in
      let isWeekly = groups[0].contains("/")
      let tail = isWeekly ? " par semaine" : ""
      guard let hour = Int(groups[1]) else { return nil }
      if groups[2].isEmpty { return hours(hour) + tail }
      return decimal(groups[1], groups[2]) + (hour > 1 ? " heures" : " heure") + tail
    },
  ]

  private static func hours(_ count: Int) -> String {
    FrenchNumberSpeller.cardinal(count, isFeminine: true) + (count > 1 ? " heures" : " heure")
  }
}
