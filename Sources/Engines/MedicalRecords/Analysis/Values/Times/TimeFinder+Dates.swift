import Language
import Review

extension TimeFinder {
  /// `12/03/2014`, `12-03-14`, `03/2014`, `12.03.2014`.
  func numericDate(_ index: Int) -> TimeMention? {
    if let date = dottedDate(index) { return date }
    guard let first = integer(index), has(index + 2), isDateMark(index + 1),
      !isDateMark(index - 1)
    else { return nil }
    if let second = integer(index + 2) {
      if isDateMark(index + 3), let third = integer(index + 4) {
        return threePart(first, second, third, tokens: index..<index + 5)
      }
      guard (1...12).contains(first), (1900...2100).contains(second),
        let date = CalendarDate(year: second, month: first, day: 1)
      else { return nil }
      return mention(
        index..<index + 3, .date, "\(second)-" + two(first), date: date, precision: .month)
    }
    // « 18/Juin/2015 »
    guard let month = TimeLexicon.months[stem(index + 2)], isDateMark(index + 3),
      let year = integer(index + 4)
    else { return nil }
    return threePart(first, month, year, tokens: index..<index + 5)
  }

  /// A slash or a hyphen that joins two numbers.
  private func isDateMark(_ index: Int) -> Bool {
    guard has(index), !text.tokens[index].marks.contains(.spaced) else { return false }
    return mark(index) == 0x2F || text.tokens[index].kind == .joiner
  }

  private func threePart(
    _ first: Int, _ second: Int, _ third: Int, tokens: Range<Int>
  ) -> TimeMention? {
    let isISO = first > 1000
    let year = isISO ? first : fullYear(third)
    let day = isISO ? third : first
    guard (1850...2100).contains(year),
      let date = CalendarDate(year: year, month: second, day: day)
    else { return nil }
    return mention(tokens, .date, date.iso, date: date, precision: .day)
  }

  /// Two digits are a year of this century up to 59.
  private func fullYear(_ year: Int) -> Int {
    year < 60 ? 2000 + year : year < 100 ? 1900 + year : year
  }

  private func dottedDate(_ index: Int) -> TimeMention? {
    let folded = text.foldedSlice(index)
    guard folded.count >= 8, folded.count <= 10, folded.contains(0x2E) else { return nil }
    let parts = folded.split(separator: 0x2E).compactMap { NumberWords.digits($0).map { Int($0) } }
    guard parts.count == 3 else { return nil }
    return threePart(parts[0], parts[1], parts[2], tokens: index..<index + 1)
  }

  func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// « 3 mars 2014 », « 1er mars », « 3 mars ».
  func dayAndMonth(_ index: Int) -> TimeMention? {
    var day = integer(index)
    if day == nil, text.folded(index) == "1er" { day = 1 }
    guard let day, (1...31).contains(day), let month = TimeLexicon.months[stem(index + 1)],
      sameSentence(index, index + 1)
    else { return nil }
    if let year = integer(index + 2), (1900...2100).contains(year),
      let date = CalendarDate(year: year, month: month, day: day)
    {
      return mention(index..<index + 3, .date, date.iso, date: date, precision: .day)
    }
    // A day that no year has is no date: the year behind it is left to itself.
    guard CalendarDate(year: 2000, month: month, day: day) != nil else { return nil }
    return mention(index..<index + 2, .date, "XXXX-\(two(month))-\(two(day))")
  }

  /// « mars 2014 », « l'été 2014 » is left to the year.
  func monthAndYear(_ index: Int) -> TimeMention? {
    guard let month = TimeLexicon.months[stem(index)] else { return nil }
    var next = index + 1
    if has(next), mark(next) == 0x2E || isDateMark(next) { next += 1 }
    if hash(next) == Self.of { next += 1 }
    if let year = integer(next), (1900...2100).contains(year),
      let date = CalendarDate(year: year, month: month, day: 1)
    {
      return mention(
        index..<next + 1, .date, "\(year)-" + two(month), date: date, precision: .month)
    }
    // « en mars » alone; short forms and « mai » are too often other words.
    guard text.tokens[index].foldedCount > 3, hash(index - 1) == Self.inWord || isPartOfMonth(index)
    else { return nil }
    return mention(index..<index + 1, .date, "XXXX-" + two(month))
  }

  private static let of = StableHash.of("de")
  private static let inWord = StableHash.of("en")

  private func isPartOfMonth(_ index: Int) -> Bool {
    let before = hash(index - 1)
    return before == StableHash.of("debut") || before == StableHash.of("fin")
      || before == StableHash.of("mi")
  }

  /// A bare year after a word that announces one.
  func year(_ index: Int) -> TimeMention? {
    guard let year = integer(index), (1930...2050).contains(year),
      text.tokens[index].foldedCount == 4,
      let date = CalendarDate(year: year, month: 1, day: 1)
    else { return nil }
    var start = index
    if hash(index - 1) == StableHash.of("annee") {
      start = index - 1
      if hash(index - 2) == StableHash.of("l") { start = index - 2 }
    }
    let isEnclosed = mark(index - 1) == 0x28 && (mark(index + 1) == 0x29 || mark(index + 1) == 0x2C)
    guard TimeLexicon.yearCues.contains(stem(index - 1)) || isEnclosed,
      TimeLexicon.units[stem(index + 1)] == nil, !isMeasured(index + 1)
    else { return nil }
    return mention(start..<index + 1, .date, "\(year)", date: date, precision: .year)
  }

  /// Whether a unit of measurement follows: « 2000 UI ».
  private func isMeasured(_ index: Int) -> Bool {
    has(index) && (UnitLexicon.isUnit(text, index) || text.tokens[index].kind == .joiner)
  }

  /// « 3 ème jour », « 21 e semaine », « 2ème ».
  func ordinal(_ index: Int) -> TimeMention? {
    let folded = text.folded(index)
    let digits = folded.prefix { $0.isNumber }
    guard let number = Int(digits), number < 100 else { return nil }
    var next = index + 1
    if digits.count == folded.count {
      guard has(next), Self.ordinalEndings.contains(text.folded(next)) else { return nil }
      next += 1
    } else if !Self.ordinalEndings.contains(String(folded.dropFirst(digits.count))) {
      return nil
    }
    return ranked(number, index..<next)
  }

  private static let ordinalEndings: Set<String> = ["eme", "e", "er", "ere", "ieme", "re", "nd"]

  func ordinalWord(_ index: Int) -> TimeMention? {
    guard let number = NumberWords.ordinal(hash(index)) else { return nil }
    return ranked(number, index..<index + 1)
  }

  private func ranked(_ number: Int, _ tokens: Range<Int>) -> TimeMention? {
    let next = tokens.upperBound
    if let unit = TimeLexicon.units[stem(next)], text.tokens[next].foldedCount > 2,
      sameSentence(tokens.lowerBound, next)
    {
      var end = next + 1
      if TimeLexicon.phases.contains(stem(end)) { end += 1 }
      return mention(
        tokens.lowerBound..<end, .date, iso(Double(number), unit),
        offsetDays: Int(Double(number) * unit.days))
    }
    guard TimeLexicon.counted.contains(stem(next)) else { return nil }
    return mention(tokens, .count, "\(number)")
  }
}
