import Language
import Review

/// Days said in words (« le treize novembre », « le vingt zéro huit deux mille vingt-quatre ») or
/// written.
struct DateSlots {
  private let scan: CardinalScan
  private let tokens: [SpokenTokens.Token]

  init(_ tokens: [SpokenTokens.Token]) {
    self.tokens = tokens
    scan = CardinalScan(tokens: tokens)
  }

  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    let names = [
      "janvier janv", "fevrier fevr fev", "mars", "avril avr", "mai mais", "juin", "juillet juil",
      "aout ou", "septembre sept", "octobre oct", "novembre nov", "decembre dec",
    ]
    for (place, line) in names.enumerated() {
      for name in line.split(separator: " ") { months[String(name)] = place + 1 }
    }
    return months
  }()

  /// The days, in order.
  var slots: [Slot] {
    var found: [Slot] = []
    var place = 0
    while place < tokens.count {
      if let slot = slot(at: place) {
        // A word inside a longer number is no day.
        found.append(slot)
        while place < tokens.count, tokens[place].span.begin < slot.span.end { place += 1 }
      } else {
        place = end(ofImpossibleDay: place) ?? place + 1
      }
    }
    return found
  }

  /// « trente et un février » is no day, and « un février » is not what was said.
  private func end(ofImpossibleDay place: Int) -> Int? {
    guard tokens[place].meaning?.isNumeral == true, let longest = readings(at: place).first,
      Self.months[scan.word(scan.next(longest.end))] != nil
    else { return nil }
    return longest.end
  }

  private func slot(at place: Int) -> Slot? {
    if let written = written(place) { return written }
    // « quatre-vingt onze mille neuf cent vingt » holds no 20 November 1920.
    if place > 0, let before = tokens[place - 1].meaning, before.isNumeral, before != .zero {
      return nil
    }
    for day in days(at: place) {
      let next = scan.next(day.end)
      if let month = month(at: next, afterDayAt: place),
        !Self.ambiguous.contains(scan.word(next))
          || isDateContext(place) && !isConjunction(next)
      {
        let year = year(at: next + 1)
        return make(day.value, month, year?.value, place..<(year?.end ?? next + 1))
      }
      if let numeric = numericMonth(next), let year = year(at: numeric.end),
        isDateContext(place) || year.value >= 1900
      {
        if let slot = make(day.value, numeric.value, year.value, place..<year.end) { return slot }
      }
    }
    return nil
  }

  /// Words that are months only after « le » or « du ».
  private static let ambiguous: Set<String> = ["mais", "ou", "sept", "dec", "oct"]

  /// The month that a word names; « sept » is short for September only after a day in digits.
  private func month(at place: Int, afterDayAt day: Int) -> Int? {
    guard let month = Self.months[scan.word(place)] else { return nil }
    if scan.word(place) == "sept", case .digits? = tokens[day].meaning { return month }
    return scan.word(place) == "sept" ? nil : month
  }

  /// « le cinq ou le six », « le cinq mais pas avant »: an article, a negation or another day follows
  /// the word, so it is no month.
  private func isConjunction(_ place: Int) -> Bool {
    guard ["mais", "ou"].contains(scan.word(place)) else { return false }
    let next = scan.next(place + 1)
    if ["le", "la", "l", "les", "pas", "je", "on", "il", "elle", "plutot", "c"].contains(
      scan.word(next))
    {
      return true
    }
    return scan.number(from: next) != nil && year(at: next) == nil
  }

  private func isDateContext(_ place: Int) -> Bool {
    ["le", "du", "au", "depuis", "l", "jusqu", "des"].contains(scan.word(place - 1))
  }

  /// The day numbers that begin at a place, the longest reading first.
  private func days(at place: Int) -> [(value: Int, end: Int)] {
    if ["premier", "1er"].contains(scan.word(place)) { return [(1, place + 1)] }
    guard tokens[place].meaning?.isNumeral == true else { return [] }
    return readings(at: place).filter { (1...31).contains($0.value) }
  }

  /// zéro huit, huit, onze, douze.
  private func numericMonth(_ place: Int) -> (value: Int, end: Int)? {
    guard place < tokens.count else { return nil }
    var start = place
    if tokens[start].meaning == .zero { start = scan.next(start + 1) }
    guard start < tokens.count else { return nil }
    return readings(at: start).last { (1...12).contains($0.value) }
  }

  /// Readings of the number at a place, longest first, with the token after each.
  private func readings(at place: Int) -> [(value: Int, end: Int)] {
    var words: [SpokenNumberWord] = []
    var places: [Int] = []
    for position in place..<min(tokens.count, place + 8) {
      let token = tokens[position]
      if token.meaning == .filler { continue }
      guard let word = token.meaning ?? token.sound, word != .repair else { break }
      words.append(word)
      places.append(position)
    }
    if case .digits(let text)? = words.first, let value = Int(text), text.count <= 4 {
      return [(value, place + 1)]
    }
    return SpokenNumberReader(words).readings(at: 0)
      .sorted { $0.count > $1.count }.map { ($0.value, places[$0.count - 1] + 1) }
  }

  /// deux mille vingt-six, mille neuf cent …, 2026, vingt-six.
  private func year(at place: Int) -> (value: Int, end: Int)? {
    let start = scan.next(place)
    guard let found = scan.number(from: start) else { return nil }
    if (1900...2199).contains(found.value) { return (found.value, found.range.upperBound) }
    guard let short = readings(at: start).first(where: { (0...99).contains($0.value) }),
      case .digits(let text)? = tokens[start].meaning, text.count == 2
    else { return nil }
    return (2000 + short.value, short.end)
  }

  /// 15/01/2027, 15.01.27, 2027-01-15: the tokenizer parts them at the separators.
  private func written(_ place: Int) -> Slot? {
    func number(_ offset: Int) -> (text: String, value: Int)? {
      guard tokens.indices.contains(place + offset),
        case .digits(let text)? = tokens[place + offset].meaning, let value = Int(text)
      else { return nil }
      return (text, value)
    }
    guard let first = number(0), let second = number(1), let third = number(2),
      tokens[place + 2].span.end - tokens[place].span.begin <= 10
    else { return nil }
    if first.text.count == 4 {
      return make(third.value, second.value, first.value, place..<place + 3)
    }
    guard first.text.count <= 2, second.text.count <= 2, [2, 4].contains(third.text.count) else {
      return nil
    }
    let year = third.text.count == 2 ? 2000 + third.value : third.value
    return make(first.value, second.value, year, place..<place + 3)
  }

  private func make(_ day: Int, _ month: Int, _ year: Int?, _ range: Range<Int>) -> Slot? {
    // A day without a year may be the 29th of February.
    guard let date = CalendarDate(year: year ?? 2024, month: month, day: day) else { return nil }
    let value = year == nil ? "--" + date.iso.dropFirst(5) : date.iso
    return Slot(kind: .date, value: value, span: SlotFinder.span(range, tokens))
  }
}
