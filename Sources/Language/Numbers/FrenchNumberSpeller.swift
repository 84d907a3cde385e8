/// Writes whole numbers as they are said in French of France, in the spelling before 1990 that
/// synthesisers read best (« quatre-vingt-un », « deux cents », « vingt et un »).
public enum FrenchNumberSpeller {
  /// The largest number that is spelled; larger ones are said digit by digit.
  public static let largest = 999_999_999_999

  private static let small = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize",
  ]
  private static let tens = [
    2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante",
  ]

  /// A number in words; negative ones begin with « moins ».
  ///
  /// - Parameter isFeminine: whether a last « un » becomes « une » (heures, associations).
  public static func cardinal(_ number: Int, isFeminine: Bool = false) -> String {
    guard number.magnitude <= UInt(largest) else { return digits(String(number.magnitude)) }
    if number < 0 { return "moins " + cardinal(-number, isFeminine: isFeminine) }
    let words = positive(number)
    guard isFeminine, words.hasSuffix("un") else { return words }
    return words + "e"
  }

  /// Digits said one by one.
  public static func digits(_ text: String) -> String {
    text.compactMap { $0.wholeNumberValue }.filter { $0 < 10 }.map { small[$0] }
      .joined(separator: " ")
  }

  /// « premier » for 1, else the cardinal: how days of a month are said.
  public static func day(_ number: Int) -> String { number == 1 ? "premier" : cardinal(number) }

  /// An ordinal (« deuxième », « vingt et unième »); 1 is « premier » or « première ».
  public static func ordinal(_ number: Int, isFeminine: Bool = false) -> String {
    if number == 1 { return isFeminine ? "première" : "premier" }
    let words = cardinal(number)
    if words.hasSuffix("cinq") { return words + "uième" }
    if words.hasSuffix("neuf") { return words.dropLast() + "vième" }
    if words.hasSuffix("quatre-vingts") || words.hasSuffix("cents") {
      return words.dropLast() + "ième"
    }
    if words.hasSuffix("e") { return words.dropLast() + "ième" }
    return words + "ième"
  }

  private static func positive(_ number: Int) -> String {
    for (unit, name) in [(1_000_000_000, "milliard"), (1_000_000, "million")]
    where number >= unit {
      let head = number / unit
      let rest = number % unit
      let words = positive(head) + " " + name + (head > 1 ? "s" : "")
      return rest == 0 ? words : words + " " + positive(rest)
    }
    if number >= 1000 { return thousands(number) }
    return underThousand(number, isLast: true)
  }

  private static func thousands(_ number: Int) -> String {
    let head = number / 1000
    let rest = number % 1000
    // « quatre-vingt mille », « deux cent mille »: no s before mille.
    let words = head == 1 ? "mille" : underThousand(head, isLast: false) + " mille"
    return rest == 0 ? words : words + " " + underThousand(rest, isLast: true)
  }

  private static func underThousand(_ number: Int, isLast: Bool) -> String {
    let hundreds = number / 100
    let rest = number % 100
    guard hundreds > 0 else { return underHundred(rest, isLast: isLast) }
    let head = hundreds == 1 ? "cent" : small[hundreds] + " cent"
    if rest == 0 { return hundreds > 1 && isLast ? head + "s" : head }
    return head + " " + underHundred(rest, isLast: isLast)
  }

  private static func underHundred(_ number: Int, isLast: Bool) -> String {
    if number <= 16 { return small[number] }
    let ten = number / 10
    let unit = number % 10
    switch ten {
    case 1: return "dix-" + small[unit]
    case 7:
      return unit == 1 ? "soixante et onze" : "soixante-" + underHundred(10 + unit, isLast: false)
    case 8, 9:
      let rest = number - 80
      if rest == 0 { return isLast ? "quatre-vingts" : "quatre-vingt" }
      return "quatre-vingt-" + underHundred(rest, isLast: false)
    default:
      let head = tens[ten] ?? ""
      if unit == 0 { return head }
      return unit == 1 ? head + " et un" : head + "-" + small[unit]
    }
  }
}
