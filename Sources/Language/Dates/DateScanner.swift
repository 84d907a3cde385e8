import Review

/// One pass over folded bytes that finds days.
struct DateScanner {
  struct Match {
    var date: CalendarDate
    var range: Range<Int>
  }

  /// A day whose month, or year, may come further on.
  private struct Pending {
    var day: Int
    var month: Int?
    var range: Range<Int>
  }

  private let bytes: [UInt8]
  private var place = 0
  private var pending: [Pending] = []
  private var found: [Match] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func run() -> [Match] {
    while place < bytes.count {
      guard isDigit(place), place == 0 || !isWord(place - 1) else {
        place += 1
        continue
      }
      if !scanDigits(), !scanWords() {
        pending.removeAll()
        while place < bytes.count, isWord(place) { place += 1 }
      }
    }
    return found
  }

  // MARK: Digits

  /// `14/12/2024`, `14-12-24`, `14.12.2024`, `2024-12-14`.
  private mutating func scanDigits() -> Bool {
    // A telephone number is no run of dates: what follows a mark after a digit is its middle.
    if place >= 2, isMark(bytes[place - 1]), isDigit(place - 2) { return false }
    guard let first = number(at: place, upTo: 4), let mark = byte(first.end), isMark(mark),
      let second = number(at: first.end + 1, upTo: 2), byte(second.end) == mark,
      let third = number(at: second.end + 1, upTo: 4), !isWordAt(third.end),
      !(isMarkAt(third.end) && isDigit(third.end + 1))
    else { return false }
    let range = place..<third.end
    let date: CalendarDate?
    if first.length == 4 {
      date = CalendarDate(year: first.value, month: second.value, day: third.value)
    } else {
      date = year(third).flatMap {
        CalendarDate(year: $0, month: second.value, day: first.value)
      }
    }
    guard let date, first.length != 3 else { return false }
    found.append(Match(date: date, range: range))
    pending.removeAll()
    place = range.upperBound
    return true
  }

  private func year(_ digits: Digits) -> Int? {
    switch digits.length {
    case 4: digits.value
    case 2: digits.value + (digits.value < 70 ? 2000 : 1900)
    default: nil
    }
  }

  // MARK: Words

  /// A day, perhaps with its month and year; without them it waits for those of the next one.
  private mutating func scanWords() -> Bool {
    guard let day = number(at: place, upTo: 2), (1...31).contains(day.value) else { return false }
    let begin = place
    let afterDay = skipOrdinal(day.end)
    let monthStart = skipSpaces(afterDay)
    guard monthStart > afterDay, let month = month(at: monthStart) else {
      guard let next = skipConnective(afterDay) else { return false }
      pending.append(Pending(day: day.value, month: nil, range: begin..<afterDay))
      place = next
      return true
    }
    let yearStart = skipSpaces(month.end)
    guard yearStart > month.end, let year = number(at: yearStart, upTo: 4), year.length == 4,
      !isWordAt(year.end)
    else {
      guard let next = skipConnective(month.end) else { return false }
      settleMonths(month.value)
      pending.append(Pending(day: day.value, month: month.value, range: begin..<month.end))
      place = next
      return true
    }
    settleMonths(month.value)
    pending.append(Pending(day: day.value, month: month.value, range: begin..<year.end))
    settleYear(year.value)
    place = year.end
    return true
  }

  /// Days that were waiting for a month have it now.
  private mutating func settleMonths(_ month: Int) {
    for index in pending.indices where pending[index].month == nil { pending[index].month = month }
  }

  private mutating func settleYear(_ year: Int) {
    for item in pending {
      guard let month = item.month,
        let date = CalendarDate(year: year, month: month, day: item.day)
      else { continue }
      found.append(Match(date: date, range: item.range))
    }
    pending.removeAll()
  }

  /// After « 3 », « et », « au », « puis », « , » or a dash that leads to another number.
  private func skipConnective(_ start: Int) -> Int? {
    var next = skipSpaces(start)
    let joins = ["et", "au", "puis", "ou"].first { word in
      bytes[next...].starts(with: word.utf8) && !isWordAt(next + word.utf8.count)
    }
    if let joins {
      guard next > start else { return nil }
      next += joins.utf8.count
    } else if let mark = byte(next), mark == UInt8(ascii: ",") || mark == UInt8(ascii: "-") {
      next += 1
    } else {
      return nil
    }
    next = skipSpaces(next)
    return isDigit(next) && pending.count < 16 ? next : nil
  }

  /// After « 1er », « 1 er », « 1e ».
  private func skipOrdinal(_ start: Int) -> Int {
    let mark = skipSpaces(start)
    for ending in ["er", "e"] where bytes[mark...].starts(with: ending.utf8) {
      let end = mark + ending.utf8.count
      if !isWordAt(end), mark - start <= 1 { return end }
    }
    return start
  }

  private func month(at start: Int) -> (value: Int, end: Int)? {
    var end = start
    while end < bytes.count, isLetter(end), end - start < 10 { end += 1 }
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    guard let value = FrenchDates.month(name), !isWordAt(end) else { return nil }
    return (value, byte(end) == UInt8(ascii: ".") && end - start < 5 ? end + 1 : end)
  }

  // MARK: Bytes

  private struct Digits {
    var value: Int
    var length: Int
    var end: Int
  }

  private func number(at start: Int, upTo limit: Int) -> Digits? {
    var end = start
    var value = 0
    while isDigit(end) {
      guard end - start < limit else { return nil }
      value = value * 10 + Int(bytes[end] - 0x30)
      end += 1
    }
    return end > start ? Digits(value: value, length: end - start, end: end) : nil
  }

  private func byte(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

  private func isDigit(_ place: Int) -> Bool {
    place < bytes.count && (0x30...0x39).contains(bytes[place])
  }

  private func isLetter(_ place: Int) -> Bool {
    bytes[place] >= 0x80 || (0x61...0x7A).contains(bytes[place])
  }

  private func isWord(_ place: Int) -> Bool { isDigit(place) || isLetter(place) }

  private func isWordAt(_ place: Int) -> Bool { place < bytes.count && isWord(place) }

  private func isMark(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x2D || byte == 0x2E }

  private func isMarkAt(_ place: Int) -> Bool { place < bytes.count && isMark(bytes[place]) }

  private func skipSpaces(_ start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x0A { place += 1 }
    return place
  }
}
