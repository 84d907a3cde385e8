import Language

/// Finds the texts that a passage cites: articles, orders, decisions, guides, numbered references.
enum CitationReader {
  /// The largest number of citations of a passage.
  private static let limit = 20

  /// The citations, as written, each once, in order.
  static func citations(in text: String) -> [String] {
    let words = TokenizedText(text)
    let points = CodePointMap(text)
    var found: [String] = []
    var index = 0
    while index < words.tokens.count, found.count < limit {
      guard let end = end(of: index, words) else {
        index += 1
        continue
      }
      let citation = String(points[words.span(index..<end).range]).withSingleSpaces
      if !found.contains(citation) { found.append(citation) }
      index = end
    }
    return found
  }

  /// Where a citation that begins at a token ends, or `nil`.
  private static func end(of start: Int, _ words: TokenizedText) -> Int? {
    switch words.folded(start) {
    case "article", "articles": codeEnd(start + 1, words)
    case "arrete", "decret", "loi": dateEnd(start + 1, words)
    case "decision": numberEnd(start + 1, words)
    case "guide": numberEnd(start + 1, words)
    default: nil
    }
  }

  /// « R. 4451-11 », « 2.5.3 », « L. 592-22 ».
  private static func codeEnd(_ start: Int, _ words: TokenizedText) -> Int? {
    var end = start
    var sawNumber = false
    while end < words.tokens.count, end - start < 8 {
      let token = words.tokens[end]
      let folded = words.folded(end)
      if token.kind == .number || folded.contains(where: \.isNumber) {
        sawNumber = true
      } else if !(["r", "l", "d", ".", "-"].contains(folded)) {
        break
      } else if sawNumber, token.kind == .punctuation, folded == "." {
        break
      }
      end += 1
    }
    return sawNumber ? end : nil
  }

  /// « du 7 février 2012 ».
  private static let signs: Set<String> = ["n", "n°", "no", "nos", "numero", "numeros", "°"]

  private static func dateEnd(_ start: Int, _ words: TokenizedText) -> Int? {
    var limit = start + 6
    var place = start
    while place < min(words.tokens.count, limit) {
      let year = words.folded(place)
      let isYear = year.count == 4 && (year.hasPrefix("19") || year.hasPrefix("20"))
      if isYear, year.allSatisfy(\.isNumber) {
        // « décret n° 2007-1557 du 2 novembre 2007 »: the first is part of its number.
        let isParted = place + 1 < words.tokens.count && words.tokens[place + 1].kind == .joiner
        if !isParted { return place + 1 }
        limit = place + 8
      }
      place += 1
    }
    return nil
  }

  /// « n° 2010-DC-0175 », « de l'ASN n° 2015-DC-0508 », « n° 22 ».
  private static func numberEnd(_ start: Int, _ words: TokenizedText) -> Int? {
    for place in start..<min(words.tokens.count, start + 6)
    where words.tokens[place].kind == .number {
      var end = place + 1
      // « la décision de réaliser 3 essais » cites nothing: a number has its sign or its parts.
      let isSigned = (start..<place).contains { signs.contains(words.folded($0)) }
      let isParted = end < words.tokens.count && words.tokens[end].kind == .joiner
      guard isSigned || isParted else { return nil }
      while end + 1 < words.tokens.count, words.tokens[end].kind == .joiner { end += 2 }
      return end
    }
    return nil
  }
}
