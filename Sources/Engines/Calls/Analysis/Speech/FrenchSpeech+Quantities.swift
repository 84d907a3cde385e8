import Foundation
import Language

extension FrenchSpeech {
  private static let number = #"(\d{1,3}(?: \d{3})+|\d+)(?:[,.](\d{1,4}))?"#

  /// Euros and percentages.
  static let moneyRules: [SpokenRule] = [
    SpokenRule(
      #"(?<![\d,.])\#(number) ?(k|K|M)?(?:€|euros?\b|EUR\b)(?:/| ?/ ?)?(heure|h|mois|an|jour|j|semaine)?\b"#
    ) { groups in
      // « euros par » follows a slash only.
      guard groups[4].isEmpty || groups[0].contains("/") else { return nil }
      return money(groups[0], groups[1], groups[2], groups[3]) + per(groups[4])
    },
    SpokenRule(#"(?<![\d,.])\#(number) ?(k|K|M)?€"#) { money($0[0], $0[1], $0[2], $0[3]) },
    SpokenRule(#"(?<![\d,.])(?:([+-]) ?)?\#(number) ?%"#) { groups in
      let sign = groups[1] == "-" ? "moins " : groups[1] == "+" ? "plus " : ""
      return sign + decimal(groups[2], groups[3]) + " pour cent"
    },
    SpokenRule(#"(?<![\d,.])\#(number) ?‰"#) { decimal($0[1], $0[2]) + " pour mille" },
  ]

  private static func per(_ unit: String) -> String {
    switch unit {
    case "h", "heure": " de l'heure"
    case "j", "jour": " par jour"
    case "mois": " par mois"
    case "an": " par an"
    case "semaine": " par semaine"
    default: ""
    }
  }

  private static func money(
    _ written: String, _ whole: String, _ tail: String, _ scale: String
  ) -> String {
    // « 1.250 € »: a point before three digits parts thousands, a comma never does.
    if tail.count == 3, written.hasPrefix(whole + "."), whole.count <= 3, !whole.hasPrefix("0") {
      return money(written, whole + tail, "", scale)
    }
    guard let value = integer(whole) else { return decimal(whole, tail) + " euros" }
    if tail.count > 2, scale.isEmpty {
      return decimal(whole, tail) + (value > 1 ? " euros" : " euro")
    }
    if !scale.isEmpty {
      let unit = scale == "M" ? "million" : "mille"
      if scale == "M" {
        return decimal(whole, tail) + " " + unit + (value > 1 ? "s" : "") + " d'euros"
      }
      return (value == 1 && tail.isEmpty ? "" : decimal(whole, tail) + " ") + "mille euros"
    }
    let cents = Int(tail.padding(toLength: 2, withPad: "0", startingAt: 0)) ?? 0
    if value == 0, cents > 0 {
      return FrenchNumberSpeller.cardinal(cents) + (cents > 1 ? " centimes" : " centime")
    }
    let link =
      value >= 1_000_000 && value % 1_000_000 == 0 ? " d'euros" : value > 1 ? " euros" : " euro"
    let words = FrenchNumberSpeller.cardinal(value) + link
    return cents == 0
      ? words : words + " " + padded(tail.padding(toLength: 2, withPad: "0", startingAt: 0))
  }

  /// Fractions, ordinals, ranges, units and whatever numbers are left.
  static let quantityRules: [SpokenRule] = [
    SpokenRule(#"(?<![\d/])(\d{1,2})/(\d{1,2})(?![\d/])"#) { groups in
      guard let part = Int(groups[1]), let whole = Int(groups[2]) else { return nil }
      return FrenchNumberSpeller.cardinal(part) + " sur " + FrenchNumberSpeller.cardinal(whole)
    },
    SpokenRule(#"\b(\d{1,3})(ers?|ères?|res?|èmes?|emes?|es?|nde?s?|d)\b"#) { groups in
      guard let value = Int(groups[1]) else { return nil }
      let isFeminine = groups[2].hasPrefix("re") || groups[2].hasPrefix("ère")
      let plural = groups[2].hasSuffix("s") ? "s" : ""
      return FrenchNumberSpeller.ordinal(value, isFeminine: isFeminine) + plural
    },
    SpokenRule(#"(?<![\d,.])(\d{1,4}) ?[-–] ?(\d{1,4})(?= \p{Ll}| ?$)"#) { groups in
      guard let low = Int(groups[1]), let high = Int(groups[2]), low < high else { return nil }
      return FrenchNumberSpeller.cardinal(low) + " à " + FrenchNumberSpeller.cardinal(high)
    },
    SpokenRule(#"(?<![\d,.])\#(number) ?(j|min|mn|s|sem|km|kg|m²|ans?|h)\b(\.?)( ?$| (?=\p{Lu}))?"#)
    { groups in
      unit(groups)
    },
    SpokenRule(#"(?<![\d,.])\#(number)(?=(?: ([\p{L}'-]+))?)"#) { groups in
      if groups[1].count > 1, groups[1].hasPrefix("0"), groups[2].isEmpty {
        return padded(groups[1].filter(\.isNumber))
      }
      return decimal(groups[1], groups[2], isFeminine: Gender.isFeminine(groups[3]))
    },
  ]

  private static let units: [String: (one: String, many: String, isFeminine: Bool)] = [
    "j": ("jour", "jours", false), "min": ("minute", "minutes", true),
    "mn": ("minute", "minutes", true), "s": ("seconde", "secondes", true),
    "sem": ("semaine", "semaines", true), "km": ("kilomètre", "kilomètres", false),
    "kg": ("kilo", "kilos", false), "m²": ("mètre carré", "mètres carrés", false),
    "an": ("an", "ans", false), "ans": ("an", "ans", false), "h": ("heure", "heures", true),
  ]

  /// The point of an abbreviation also ends the sentence when nothing follows.
  private static func unit(_ groups: [String]) -> String? {
    guard let unit = units[groups[3]], let value = integer(groups[1]) else { return nil }
    let isMany = value > 1
    let words =
      decimal(groups[1], groups[2], isFeminine: unit.isFeminine) + " "
      + (isMany ? unit.many : unit.one)
    let isEnd = !groups[5].isEmpty || groups[0].hasSuffix(".")
    return words + (groups[4].isEmpty ? "" : isEnd ? "." : "") + groups[5]
  }
}
