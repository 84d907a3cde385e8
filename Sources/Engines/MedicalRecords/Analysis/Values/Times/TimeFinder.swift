import Language
import Review

/// Finds dates, durations, frequencies and phases, and writes them in ISO 8601.
struct TimeFinder {
  let text: ClinicalText

  /// The times of a text, in order, without overlap.
  static func times(_ text: ClinicalText) -> [TimeMention] {
    let finder = TimeFinder(text: text)
    var times: [TimeMention] = []
    var index = 0
    while index < text.tokens.count {
      if let time = finder.time(at: index) {
        times.append(time)
        index = max(index + 1, time.tokens.upperBound)
      } else {
        index += 1
      }
    }
    return times
  }

  private func time(at index: Int) -> TimeMention? {
    switch text.tokens[index].kind {
    case .number:
      return numericDate(index) ?? dayAndMonth(index) ?? ordinal(index)
        ?? duration(index) ?? year(index) ?? count(index)
    case .word:
      return monthAndYear(index) ?? recurring(index) ?? phase(index) ?? dayMark(index)
        ?? ordinalWord(index) ?? duration(index) ?? count(index)
    default: return nil
    }
  }

  // MARK: Reading tokens

  func has(_ index: Int) -> Bool { index >= 0 && index < text.tokens.count }

  func mark(_ index: Int) -> UInt8 {
    has(index) ? text.utf8[Int(text.tokens[index].byteBegin)] : 0
  }

  func stem(_ index: Int) -> UInt64 { has(index) ? text.stems[index] : 0 }

  func hash(_ index: Int) -> UInt64 { has(index) ? text.tokens[index].hash : 0 }

  /// The whole number a token is, or `nil`.
  func integer(_ index: Int) -> Int? {
    guard has(index), text.tokens[index].kind == .number, text.tokens[index].foldedCount <= 4
    else { return nil }
    var value = 0
    for byte in text.foldedSlice(index) {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  func sameSentence(_ first: Int, _ second: Int) -> Bool {
    has(first) && has(second) && text.sentenceOfToken[first] == text.sentenceOfToken[second]
  }

  func mention(
    _ tokens: Range<Int>, _ kind: TimeMention.Kind, _ value: String, date: CalendarDate? = nil,
    precision: TimeMention.Precision? = nil, offsetDays: Int? = nil
  ) -> TimeMention {
    TimeMention(
      span: text.span(tokens), tokens: tokens, kind: kind, value: value, date: date,
      precision: precision, offsetDays: offsetDays)
  }

  // MARK: Phases, frequencies

  private func phase(_ index: Int) -> TimeMention? {
    if TimeLexicon.phases.contains(stem(index)) { return mention(index..<index + 1, .phase, "") }
    guard TimeLexicon.phasePrefixes.contains(stem(index)) else { return nil }
    var next = index + 1
    if has(next), text.tokens[next].kind == .joiner { next += 1 }
    guard TimeLexicon.phaseStems.contains(stem(next)), sameSentence(index, next) else { return nil }
    return mention(index..<next + 1, .phase, "")
  }

  private static let every = WordStem.hash(Array("chaque".utf8))
  private static let all = StableHash.of("toutes")
  private static let allMasculine = StableHash.of("tous")
  private static let at = StableHash.of("a")
  private static let per = StableHash.of("par")
  private static let the = StableHash.of("les")

  private func recurring(_ index: Int) -> TimeMention? {
    if let value = TimeLexicon.frequencies[stem(index)] {
      return mention(index..<index + 1, .frequency, value)
    }
    if stem(index) == Self.every, let unit = TimeLexicon.units[stem(index + 1)] {
      return mention(index..<index + 2, .frequency, "R/" + iso(1, unit))
    }
    if hash(index) == Self.per, let unit = TimeLexicon.units[stem(index + 1)],
      text.tokens[index + 1].foldedCount > 2, !TimeLexicon.beats.contains(stem(index - 1))
    {
      return mention(index + 1..<index + 2, .frequency, "R/" + iso(1, unit))
    }
    guard hash(index) == Self.all || hash(index) == Self.allMasculine,
      hash(index + 1) == Self.the
    else { return nil }
    if let unit = TimeLexicon.units[stem(index + 2)] {
      return mention(index..<index + 3, .frequency, "R/" + iso(1, unit))
    }
    guard let amount = amount(at: index + 2), let unit = amount.unit else { return nil }
    return mention(index..<amount.end, .frequency, "R/" + iso(amount.value, unit))
  }

  /// « J7 », « j3 post-opératoire », « H 3 »: so many days or hours after an anchor.
  private func dayMark(_ index: Int) -> TimeMention? {
    let token = text.tokens[index]
    let folded = text.foldedSlice(index)
    guard let letter = folded.first, letter == 0x6A || letter == 0x68 || letter == 0x6D
    else { return nil }
    let isDay = letter == 0x6A
    let isMonth = letter == 0x6D
    var number: Int?
    var end = index + 1
    if token.foldedCount > 1, token.foldedCount <= 4 {
      number = NumberWords.digits(folded.dropFirst()).map { Int($0) }
    } else if token.foldedCount == 1, token.marks.contains(.capital) {
      if mark(end) == 0x2B { end += 1 }
      number = integer(end)
      end += 1
    }
    guard let number, number <= 400 else { return nil }
    // « M3 » is the third month, « M0 » and « M1 » are metastases, « m2 » a surface.
    if isMonth {
      guard number > 1, number <= 120, token.marks.contains(.capital), hash(index - 1) == Self.at
      else { return nil }
      return mention(index..<end, .date, "P\(number)M", offsetDays: number * 30)
    }
    if has(end), let phase = phase(end), sameSentence(index, end) { end = phase.tokens.upperBound }
    return mention(
      index..<end, .date, isDay ? "P\(number)D" : "PT\(number)H",
      offsetDays: isDay ? number : number / 24)
  }

  // MARK: Counts

  /// « 6 cures », « deux reprises »: the number alone, as in the E3C corpus.
  private func count(_ index: Int) -> TimeMention? {
    let value =
      text.tokens[index].kind == .number
      ? integer(index).map(Double.init) : NumberWords.value(hash(index))
    guard let value, value >= 1, value < 100, hash(index) != Self.one, hash(index) != Self.oneF,
      TimeLexicon.counted.contains(stem(index + 1)), sameSentence(index, index + 1),
      mark(index + 2) != 0x2F, hash(index + 2) != Self.per, hash(index + 2) != Self.theF,
      hash(index + 2) != Self.theM
    else { return nil }
    return mention(index..<index + 1, .count, "\(Int(value))")
  }

  private static let theF = StableHash.of("la")
  private static let theM = StableHash.of("le")
  private static let one = StableHash.of("un")
  private static let oneF = StableHash.of("une")
}
