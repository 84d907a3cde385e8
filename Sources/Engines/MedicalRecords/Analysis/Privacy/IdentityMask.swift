import Language
import Review

/// Hides what identifies people in a text, letter by letter, so that every offset stays true.
struct IdentityMask: Sendable {
  /// What stands for a hidden letter or digit.
  static let mark: Unicode.Scalar = "•"

  private let names: Set<UInt64>
  private let identity: PatientIdentity

  init(_ identity: PatientIdentity) {
    self.identity = identity
    names = Set(
      identity.names.flatMap { TokenizedText($0).words }.filter { $0.count >= 3 }
        .map { StableHash.of($0) })
  }

  /// The text with what identifies people hidden.
  func masked(_ text: String) -> String {
    let tokens = TokenizedText(text)
    var hidden: [(span: Span, keepsInitial: Bool)] = []
    var index = 0
    while index < tokens.tokens.count {
      index = scan(index, tokens, text, &hidden)
    }
    guard !hidden.isEmpty else { return text }
    var scalars = Array(text.unicodeScalars)
    for (span, keepsInitial) in hidden {
      for place in span.begin..<min(span.end, scalars.count) {
        if keepsInitial, place == span.begin { continue }
        let properties = scalars[place].properties
        if properties.isAlphabetic || properties.numericType != nil { scalars[place] = Self.mark }
      }
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private typealias Hidden = [(span: Span, keepsInitial: Bool)]

  private static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { StableHash.of($0) })
  }

  private static let titles = hashes(
    "dr docteur pr professeur m mr mme mlle monsieur madame mademoiselle docteurs")
  private static let eponymous = hashes(
    "maladie syndrome lymphome tumeur signe test score manoeuvre operation tumeurs drain")
  private static let streets = hashes(
    "rue avenue boulevard chemin impasse place allee route quai cours square av bd")
  private static let identifiers = hashes("ipp ins nir nip iep nda secu")
  private static let born = hashes("ne nee naissance ddn")

  /// Looks at a token; returns the next one to look at.
  private func scan(
    _ index: Int, _ text: TokenizedText, _ original: String, _ hidden: inout Hidden
  ) -> Int {
    let token = text.tokens[index]
    if token.kind == .number { return scanNumber(index, text, &hidden) }
    guard token.kind == .word else {
      if token.kind == .symbol, text.folded(index) == "@" { hideMail(index, text, &hidden) }
      return index + 1
    }
    if names.contains(token.hash), !isEponym(index, text) {
      hidden.append((span(index, text), true))
      return index + 1
    }
    if Self.titles.contains(token.hash), token.marks.contains(.capital) || token.foldedCount > 2 {
      return hideNames(after: index, text, &hidden)
    }
    return index + 1
  }

  private func span(_ index: Int, _ text: TokenizedText) -> Span {
    Span(Int(text.tokens[index].begin), Int(text.tokens[index].end))
  }

  /// « maladie de Crohn », « lymphome de Hodgkin »: a disease, whoever the patient is.
  private func isEponym(_ index: Int, _ text: TokenizedText) -> Bool {
    (max(0, index - 3)..<index).contains { Self.eponymous.contains(text.tokens[$0].hash) }
  }

  /// Capitalised words after a title, with initials, hyphens and particles between them.
  private func hideNames(after title: Int, _ text: TokenizedText, _ hidden: inout Hidden) -> Int {
    var index = title + 1
    var taken = 0
    while index < text.tokens.count, taken < 4, index - title < 9 {
      let token = text.tokens[index]
      if token.kind == .word, token.marks.contains(.capital), !token.marks.contains(.elided) {
        if Self.titles.contains(token.hash) { break }
        hidden.append((span(index, text), true))
        taken += 1
      } else if token.kind == .lineBreak {
        break
      } else if token.kind == .word || token.kind == .number {
        guard taken < 3, ["de", "du", "le", "la", "d"].contains(text.folded(index)) else { break }
      } else if token.kind == .punctuation, text.folded(index) != ".", text.folded(index) != "-" {
        break
      }
      index += 1
    }
    return max(title + 1, index)
  }

  // MARK: Numbers

  private func scanNumber(_ index: Int, _ text: TokenizedText, _ hidden: inout Hidden) -> Int {
    if let end = phone(index, text) ?? identifier(index, text) {
      for place in index..<end where text.tokens[place].isWord {
        hidden.append((span(place, text), false))
      }
      return end
    }
    if let span = dottedBirthDate(index, text) {
      hidden.append((span, false))
      return index + 1
    }
    if let end = isoBirthDate(index, text) {
      for place in (index + 1)..<end where text.tokens[place].isWord {
        hidden.append((self.span(place, text), false))
      }
      return end
    }
    if let end = birthDate(index, text) {
      // The year stays: age matters to treatment.
      for place in index..<(end - 1) where text.tokens[place].isWord {
        hidden.append((span(place, text), false))
      }
      return end
    }
    if let end = address(index, text) {
      for place in index..<end where text.tokens[place].isWord {
        hidden.append((span(place, text), false))
      }
      return end
    }
    return index + 1
  }

  private func digits(_ index: Int, _ text: TokenizedText) -> String? {
    guard index < text.tokens.count, text.tokens[index].kind == .number else { return nil }
    let folded = text.folded(index)
    return folded.allSatisfy(\.isNumber)
      ? folded
      : folded.filter(\.isNumber).count == folded.count - folded.filter { $0 == "." }.count
        ? folded.filter(\.isNumber) : nil
  }

  /// Ten digits that begin with 0, in pairs or together; or +33 and nine digits.
  private func phone(_ index: Int, _ text: TokenizedText) -> Int? {
    guard var all = digits(index, text), all.hasPrefix("0") || all == "33" || all.hasPrefix("336")
    else {
      return nil
    }
    let wanted = all.hasPrefix("33") ? 11 : 10
    var end = index + 1
    while all.count < wanted, end < text.tokens.count, end - index < 12 {
      if let more = digits(end, text), more.count <= 4 {
        all += more
      } else if text.tokens[end].kind == .word || text.tokens[end].kind == .lineBreak {
        return nil
      } else if !["-", ".", "/"].contains(text.folded(end)) {
        return nil
      }
      end += 1
    }
    return all.count == wanted ? end : nil
  }

  /// A social security number, or a number after IPP, INS, NIR.
  private func identifier(_ index: Int, _ text: TokenizedText) -> Int? {
    guard let first = digits(index, text) else { return nil }
    let isLabelled = (max(0, index - 4)..<index).contains {
      Self.identifiers.contains(text.tokens[$0].hash)
    }
    var all = first
    var end = index + 1
    while end < text.tokens.count, let more = digits(end, text), all.count + more.count <= 15 {
      all += more
      end += 1
    }
    let isSocial =
      (all.count == 13 || all.count == 15) && (all.hasPrefix("1") || all.hasPrefix("2"))
    if isSocial || (isLabelled && all.count >= 4) { return end }
    return identity.identifiers.contains(first) && first.count >= 4 ? index + 1 : nil
  }

  /// The birth date, with the token after its year; after « né(e) le » or known to be it.
  private func birthDate(_ index: Int, _ text: TokenizedText) -> Int? {
    guard let end = dateEnd(index, text),
      isAnnounced(index, text) || isKnownBirth(index, end, text)
    else { return nil }
    return end
  }

  /// Day and month of « 04.07.1961 », which is one token.
  private func dottedBirthDate(_ index: Int, _ text: TokenizedText) -> Span? {
    let parts = text.folded(index).split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard parts.count == 3, numbers.count == 3, (1...31).contains(numbers[0]),
      (1...12).contains(numbers[1]), parts[2].count == 4 || parts[2].count == 2
    else { return nil }
    let isKnown =
      identity.birthDate.map {
        $0.day == numbers[0] && $0.month == numbers[1]
          && ($0.year == numbers[2] || $0.year % 100 == numbers[2])
      } ?? false
    guard isKnown || isAnnounced(index, text) else { return nil }
    let token = text.tokens[index]
    return Span(Int(token.begin), Int(token.end) - parts[2].count)
  }

  /// The token after « 1961-07-04 », when it is a birth date.
  private func isoBirthDate(_ index: Int, _ text: TokenizedText) -> Int? {
    guard let year = digits(index, text).flatMap({ Int($0) }), (1880...2100).contains(year),
      index + 4 < text.tokens.count, text.folded(index + 1) == "-", text.folded(index + 3) == "-",
      let month = digits(index + 2, text).flatMap({ Int($0) }), (1...12).contains(month),
      let day = digits(index + 4, text).flatMap({ Int($0) }), (1...31).contains(day)
    else { return nil }
    let isKnown = identity.birthDate == CalendarDate(year: year, month: month, day: day)
    return isKnown || isAnnounced(index, text) ? index + 5 : nil
  }

  /// « né(e) le », « date de naissance : » before a token.
  private func isAnnounced(_ index: Int, _ text: TokenizedText) -> Bool {
    (max(0, index - 4)..<index).contains { Self.born.contains(text.tokens[$0].hash) }
  }

  /// The token after a date of three parts that begins at a token.
  private func dateEnd(_ index: Int, _ text: TokenizedText) -> Int? {
    var end = index + 1
    var parts = 1
    while end < text.tokens.count, parts < 3, end - index < 6 {
      let token = text.tokens[end]
      if token.kind == .number
        || (token.kind == .word && TimeLexicon.months[WordStem.hash(text.foldedBytes(end))] != nil)
      {
        parts += 1
      } else if token.kind != .joiner, text.folded(end) != "/" {
        return nil
      }
      end += 1
    }
    return parts == 3 ? end : nil
  }

  private func isKnownBirth(_ index: Int, _ end: Int, _ text: TokenizedText) -> Bool {
    guard let born = identity.birthDate, let day = digits(index, text).flatMap({ Int($0) }),
      let year = digits(end - 1, text).flatMap({ Int($0) })
    else { return false }
    guard day == born.day, year == born.year || year == born.year % 100 else { return false }
    let months = (index + 1..<end - 1).compactMap { place in
      digits(place, text).flatMap { Int($0) }
        ?? TimeLexicon.months[WordStem.hash(text.foldedBytes(place))]
    }
    return months.contains(born.month)
  }

  /// « 12 rue des Lilas 31000 Toulouse », up to the end of the line.
  private func address(_ index: Int, _ text: TokenizedText) -> Int? {
    let next = (index + 1)..<min(text.tokens.count, index + 4)
    let isStreet = next.contains { Self.streets.contains(text.tokens[$0].hash) }
    let isTown =
      digits(index, text)?.count == 5 && index + 1 < text.tokens.count
      && text.tokens[index + 1].kind == .word && text.tokens[index + 1].marks.contains(.capital)
    guard isStreet || isTown else { return nil }
    var end = index + 1
    while end < text.tokens.count, text.tokens[end].kind != .lineBreak, end - index < 16 {
      if text.tokens[end].kind == .punctuation, ["(", ")", ";"].contains(text.folded(end)) {
        break
      }
      end += 1
    }
    return end
  }

  private func hideMail(_ index: Int, _ text: TokenizedText, _ hidden: inout Hidden) {
    var begin = index
    while begin > 0, !text.tokens[begin].marks.contains(.spaced), index - begin < 12 { begin -= 1 }
    var end = index + 1
    while end < text.tokens.count, !text.tokens[end].marks.contains(.spaced),
      text.tokens[end].kind != .lineBreak, end - index < 12
    {
      end += 1
    }
    hidden.append((Span(Int(text.tokens[begin].begin), Int(text.tokens[end - 1].end)), false))
  }
}
