import Language
import Review

extension TimeFinder {
  /// A number of units: « deux mois », « 1 an et demi », « 12 semaines + 2 jours », « 24h ».
  struct Amount {
    var value: Double
    var unit: TimeLexicon.Unit?
    var end: Int
    var rest = ""
  }

  /// The ISO 8601 form of so many units.
  func iso(_ value: Double, _ unit: TimeLexicon.Unit) -> String {
    let number = value == value.rounded() ? "\(Int(value))" : "\(value)"
    return "P" + (unit.isClock ? "T" : "") + number + String(unit.letter)
  }

  /// The amount that begins at a token, or `nil`.
  func amount(at index: Int) -> Amount? {
    guard has(index) else { return nil }
    if text.tokens[index].kind == .number, let glued = gluedAmount(index) { return glued }
    var number: Double?
    if text.tokens[index].kind == .number {
      number = NumberWords.digits(text.foldedSlice(index))
    } else {
      number = NumberWords.value(hash(index))
    }
    guard let number, number < 10_000 else { return nil }
    var next = index + 1
    // « deux à trois mois », « 8-10 jours »
    if has(next + 1), hash(next) == StableHash.of("a") || text.tokens[next].kind == .joiner,
      let upper = value(next + 1), upper > number
    {
      if TimeLexicon.units[stem(next + 2)] != nil { next += 2 }
    }
    guard let unit = TimeLexicon.units[stem(next)], sameSentence(index, next),
      isUnit(next, after: index)
    else { return nil }
    return extended(Amount(value: number, unit: unit, end: next + 1))
  }

  private func value(_ index: Int) -> Double? {
    guard has(index) else { return nil }
    return text.tokens[index].kind == .number
      ? NumberWords.digits(text.foldedSlice(index)) : NumberWords.value(hash(index))
  }

  /// One-letter units count only right after digits; « M » and « A » are never units.
  private func isUnit(_ index: Int, after number: Int) -> Bool {
    text.tokens[index].foldedCount > 1 || text.tokens[number].kind == .number
  }

  /// « 24h », « 6mois », « 4j » written as one token.
  private func gluedAmount(_ index: Int) -> Amount? {
    let folded = text.foldedSlice(index)
    let digits = folded.prefix { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2C || $0 == 0x2E }
    guard digits.count < folded.count, let number = NumberWords.digits(digits),
      let unit = TimeLexicon.units[WordStem.hash(folded[digits.endIndex...])]
    else { return nil }
    return extended(Amount(value: number, unit: unit, end: index + 1))
  }

  private func extended(_ amount: Amount) -> Amount {
    var amount = amount
    // « 1 an et demi »
    if hash(amount.end) == StableHash.of("et"),
      NumberWords.value(hash(amount.end + 1)) == 0.5
    {
      amount.value += 0.5
      amount.end += 2
    }
    // « 31 SA+4j »
    if mark(amount.end) == 0x2B, let more = self.amount(at: amount.end + 1), let unit = more.unit {
      amount.rest = String(iso(more.value, unit).dropFirst())
      amount.end = more.end
    }
    return amount
  }

  func duration(_ index: Int) -> TimeMention? {
    if TimeLexicon.vague.contains(stem(index)), let unit = TimeLexicon.units[stem(index + 1)],
      text.tokens[index + 1].foldedCount > 1
    {
      let name = "P" + (unit.isClock ? "T" : "") + "X" + String(unit.letter)
      return mention(index..<index + 2, .duration, name)
    }
    guard let amount = amount(at: index), let unit = amount.unit, !isAge(index, unit),
      !isRate(index, amount.end)
    else { return nil }
    let value = iso(amount.value, unit) + amount.rest
    if let direction = TimeLexicon.shifts[stem(amount.end)], sameSentence(index, amount.end) {
      return mention(
        index..<amount.end + 1, .date, value,
        offsetDays: direction * Int(amount.value * unit.days))
    }
    if hash(amount.end) == StableHash.of("plus"), TimeLexicon.shifts[stem(amount.end + 1)] == 1 {
      return mention(
        index..<amount.end + 2, .date, value, offsetDays: Int(amount.value * unit.days))
    }
    return mention(index..<amount.end, .duration, value)
  }

  /// « 20 paquets/an », « cycles/minute »: a rate, not a time.
  private func isRate(_ index: Int, _ end: Int) -> Bool {
    has(index - 1) && mark(index - 1) == 0x2F && text.tokens[index].kind == .word
  }

  /// « homme de 55 ans », « âgée de 4 mois », « 55 ans, sans antécédent » at the beginning.
  private func isAge(_ index: Int, _ unit: TimeLexicon.Unit) -> Bool {
    guard unit.letter == "Y" || (unit.letter == "M" && !unit.isClock) else { return false }
    // « le second à 19 ans »
    if unit.letter == "Y", hash(index - 1) == StableHash.of("a") { return true }
    var place = index - 1
    var steps = 0
    while has(place), steps < 5, sameSentence(place, index) {
      if TimeLexicon.ageCues.contains(stem(place)) {
        return !hasVerbBetween(place + 1, index)
      }
      place -= 1
      steps += 1
    }
    return false
  }

  /// « un patient suivi depuis 5 ans »: a duration although a patient is named before it.
  private func hasVerbBetween(_ start: Int, _ end: Int) -> Bool {
    (start..<end).contains { Self.ageStops.contains(hash($0)) }
  }

  private static let ageStops: Set<UInt64> = Set(
    [
      "depuis", "pendant", "il", "y", "a", "durant", "apres", "avant", "pour", "sur", "est",
      "suivi",
      "suivie", "en", "dans", "et", "l",
    ].map { StableHash.of($0) })
}
