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
        let number = number(endingAt: index, words), (1...366).contains(number.value),
        let start = leadIn(before: number.start, words)
      else { continue }
      return LetterDeadline(
        words: phrase(words, start..<index + 1, text), date: day.map { unit($0, number.value) },
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
      // « sous réserve de deux mois d'essai » is no deadline: « sous » stands just before the number.
      let isNear = (index + 1..<number).allSatisfy { between(words.folded($0)) }
      return words.folded(index) != "sous" || isNear ? index : nil
    }
    return nil
  }

  private static func between(_ word: String) -> Bool {
    let fillers: Set<String> = [
      "un", "une", "le", "les", "au", "plus", "maximum", "environ", "(", ")",
    ]
    return fillers.contains(word) || SpokenNumberWord.of(word)?.isNumeral == true
  }

  /// The number just before a token, in words or digits: « deux », « quarante-huit », « deux (2) ».
  private static func number(
    endingAt end: Int, _ words: TokenizedText
  ) -> (value: Int, start: Int)? {
    var last = end - 1
    if last > 2, words.folded(last) == ")", words.folded(last - 2) == "(" { last -= 1 }
    var start = last + 1
    var read: [SpokenNumberWord] = []
    while start > 0, last - start < 12 {
      let isJoiner = words.tokens[start - 1].kind == .joiner
      let word = isJoiner ? nil : SpokenNumberWord.of(words.folded(start - 1))
      guard isJoiner && !read.isEmpty || word?.isNumeral == true || word == .and && !read.isEmpty
      else { break }
      if let word { read.insert(word, at: 0) }
      start -= 1
    }
    // « deux mois et six jours »: a word that joins begins no number.
    while let first = read.first, !first.isNumeral {
      read.removeFirst()
      start += 1
    }
    guard let found = SpokenNumberReader(read).cardinal(at: 0), found.count == read.count else {
      return nil
    }
    return (found.value, start)
  }

  private static let units: [String: @Sendable (CalendarDate, Int) -> CalendarDate] = [
    // The day on which so many hours are over.
    "heure": { $0.adding(days: ($1 + 23) / 24) }, "heures": { $0.adding(days: ($1 + 23) / 24) },
    "h": { $0.adding(days: ($1 + 23) / 24) },
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
