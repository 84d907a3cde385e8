import Language
import Review

/// Reads when something asked for is due.
enum DeadlineReader {
  /// The first deadline of a text; durations count from the letter's day.
  static func deadline(in text: String, from day: CalendarDate?) -> LetterDeadline? {
    let folded = FoldedText(text)
    let words = TokenizedText(text)
    if let immediate = immediate(words, text) { return immediate }
    if let dated = dated(folded, text) { return dated }
    if let lasting = lasting(words, text, from: day) { return lasting }
    return vague(words, text)
  }

  private static func phrase(_ words: TokenizedText, _ range: Range<Int>, _ text: String) -> String
  {
    let span = words.span(range)
    return String(CodePointMap(text)[span.range])
  }

  /// The first run of tokens whose folded forms are the words.
  private static func find(_ sought: [String], in words: TokenizedText) -> Range<Int>? {
    guard words.tokens.count >= sought.count else { return nil }
    for start in 0...(words.tokens.count - sought.count)
    where zip(sought.indices, sought).allSatisfy({ words.folded(start + $0) == $1 }) {
      return start..<start + sought.count
    }
    return nil
  }

  private static func immediate(_ words: TokenizedText, _ text: String) -> LetterDeadline? {
    let phrases = [
      ["sans", "delai"], ["immediatement"], ["des", "reception"], ["sans", "attendre"],
    ]
    for phrase in phrases {
      guard let range = find(phrase, in: words) else { continue }
      return LetterDeadline(
        words: Self.phrase(words, range, text), date: nil, isImmediate: true)
    }
    return nil
  }

  /// « avant le 3 mars 2022 », « au plus tard le… », « d'ici le… », « d'ici au… ».
  private static func dated(_ folded: FoldedText, _ text: String) -> LetterDeadline? {
    let days = FrenchDates.dates(in: folded)
    let points = CodePointMap(text)
    for found in days {
      let start = max(0, found.span.begin - 24)
      let before = String(points[start..<found.span.begin]).folded
      let leads = [
        "avant le ", "au plus tard le ", "d'ici le ", "d'ici au ", "pour le ", "jusqu'au ",
      ]
      guard let lead = leads.first(where: { before.hasSuffix($0) }) else { continue }
      let begin = found.span.begin - lead.unicodeScalars.count
      return LetterDeadline(
        words: String(points[begin..<found.span.end]), date: found.date, isImmediate: false)
    }
    return nil
  }

  /// « sous deux mois », « dans un délai de 15 jours », « d'ici trois semaines ».
  private static func lasting(
    _ words: TokenizedText, _ text: String, from day: CalendarDate?
  ) -> LetterDeadline? {
    let tokens = words.tokens
    for index in tokens.indices {
      guard let unit = units[words.folded(index)], index > 0,
        let count = number(words.folded(index - 1)),
        let start = leadIn(before: index - 1, words)
      else { continue }
      return LetterDeadline(
        words: phrase(words, start..<index + 1, text), date: day.map { unit($0, count) },
        isImmediate: false)
    }
    return nil
  }

  /// Where « sous », « dans un délai de », « d'ici » or « n'excédera pas » begins, a few words
  /// before.
  private static func leadIn(before number: Int, _ words: TokenizedText) -> Int? {
    let leads: Set<String> = ["sous", "delai", "ici", "exceder", "excedera", "excedant"]
    for index in stride(from: number - 1, through: max(0, number - 6), by: -1)
    where leads.contains(words.folded(index)) {
      return index
    }
    return nil
  }

  private static func number(_ word: String) -> Int? {
    let names = [
      "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "huit": 8,
      "dix": 10, "quinze": 15, "vingt": 20, "trente": 30,
    ]
    if let value = names[word] { return value }
    guard let value = Int(word), (1...366).contains(value) else { return nil }
    return value
  }

  private static let units: [String: @Sendable (CalendarDate, Int) -> CalendarDate] = [
    "jour": { $0.adding(days: $1) }, "jours": { $0.adding(days: $1) },
    "semaine": { $0.adding(days: 7 * $1) }, "semaines": { $0.adding(days: 7 * $1) },
    "mois": { $0.adding(months: $1) }, "an": { $0.adding(months: 12 * $1) },
    "ans": { $0.adding(months: 12 * $1) },
  ]

  private static func vague(_ words: TokenizedText, _ text: String) -> LetterDeadline? {
    let phrases = [
      ["dans", "les", "meilleurs", "delais"], ["dans", "les", "plus", "brefs", "delais"],
      ["au", "plus", "tot"], ["au", "plus", "vite"],
    ]
    for phrase in phrases {
      guard let range = find(phrase, in: words) else { continue }
      return LetterDeadline(
        words: Self.phrase(words, range, text), date: nil, isImmediate: false)
    }
    return nil
  }
}

extension CalendarDate {
  /// The day that lies so many months later; the last of the month when it has no such day.
  func adding(months: Int) -> CalendarDate {
    let total = year * 12 + month - 1 + months
    let (year, month) = (total / 12, total % 12 + 1)
    let day = min(self.day, CalendarDate.days(inMonth: month, of: year))
    return CalendarDate(year: year, month: month, day: day) ?? self
  }
}
