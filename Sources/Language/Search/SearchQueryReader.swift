import Review

/// Reads a query from left to right.
struct SearchQueryReader {
  private enum Piece: Hashable {
    case node(SearchQuery.Node)
    case or
    case near(Int)
  }

  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var pieces: [Piece] = []
  private var fields: [SearchQuery.Field] = []
  private var after: CalendarDate?
  private var before: CalendarDate?

  init(_ text: String) { scalars = Array(text.unicodeScalars.prefix(2_000)) }

  mutating func read() -> SearchQuery {
    while place < scalars.count, pieces.count < SearchQuery.partLimit {
      let scalar = scalars[place]
      if scalar.properties.isWhitespace || scalar == "(" || scalar == ")" {
        place += 1
      } else {
        readPart()
      }
    }
    return SearchQuery(node: combined(), fields: fields, after: after, before: before)
  }

  private mutating func readPart() {
    var isNegative = false
    if scalars[place] == "-", place + 1 < scalars.count,
      !scalars[place + 1].properties.isWhitespace
    {
      isNegative = true
      place += 1
    }
    if Self.isQuote(scalars[place]) {
      add(phrase(quoted()), isNegative)
      return
    }
    let word = bare()
    if let colon = word.firstIndex(of: ":"), readField(word, colon) { return }
    if !isNegative, let piece = Self.operators[word] {
      pieces.append(piece)
      return
    }
    if !isNegative, let distance = Self.nearDistance(word) {
      pieces.append(.near(distance))
      return
    }
    add(node(word), isNegative)
  }

  private static let operators: [String: Piece] = ["OR": .or, "OU": .or, "|": .or]

  /// `NEAR`, `NEAR/5`, `PROCHE`.
  private static func nearDistance(_ word: String) -> Int? {
    let parts = word.split(separator: "/", maxSplits: 1)
    guard let name = parts.first, name == "NEAR" || name == "PROCHE" else { return nil }
    return parts.count > 1 ? Int(parts[1]).map { min(100, max(1, $0)) } : 10
  }

  private mutating func add(_ node: SearchQuery.Node?, _ isNegative: Bool) {
    guard let node else { return }
    pieces.append(.node(isNegative ? .not(node) : node))
  }

  // MARK: Words

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\"" || scalar == "«" || scalar == "“" || scalar == "”" || scalar == "»"
  }

  private mutating func quoted() -> String {
    place += 1
    let start = place
    while place < scalars.count, !Self.isQuote(scalars[place]) { place += 1 }
    defer { place += 1 }
    return text(start..<place)
  }

  private mutating func bare() -> String {
    let start = place
    while place < scalars.count, !scalars[place].properties.isWhitespace,
      scalars[place] != "(", scalars[place] != ")", place == start || !Self.isQuote(scalars[place])
    {
      place += 1
    }
    return text(start..<place)
  }

  private func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  private func phrase(_ text: String) -> SearchQuery.Node? {
    let words = SearchWord.words(in: text).map(\.exact)
    return words.isEmpty ? nil : .phrase(words)
  }

  /// A word with a star is a beginning; one with marks inside (« coupe-feu ») is several words.
  private func node(_ text: String) -> SearchQuery.Node? {
    if ["AND", "ET", "&", "+"].contains(text) { return nil }
    let words = SearchWord.words(in: text)
    if text.hasSuffix("*"), let last = words.last {
      let before = words.dropLast().map { Self.word($0) }
      return before.isEmpty ? .prefix(last.exact) : .all(before + [.prefix(last.exact)])
    }
    guard let first = words.first else { return nil }
    return words.count == 1 ? Self.word(first) : .all(words.map { Self.word($0) })
  }

  private static func word(_ word: SearchWord) -> SearchQuery.Node {
    .word(stem: word.stem, prefix: word.exact)
  }

  // MARK: Fields

  private static let names = [
    "site": "site", "lieu": "site", "theme": "theme", "thème": "theme", "inb": "inb",
    "section": "section", "secteur": "sector", "sector": "sector", "exploitant": "operator",
    "operator": "operator", "inspection": "inspection", "lettre": "inspection",
    "letter": "inspection", "division": "division", "systeme": "system", "système": "system",
    "system": "system",
  ]

  private mutating func readField(_ word: String, _ colon: String.Index) -> Bool {
    let name = word[..<colon].lowercased()
    var value = String(word[word.index(after: colon)...])
    let isDate = ["after", "apres", "après", "before", "avant"].contains(name)
    guard isDate || Self.names[name] != nil else { return false }
    if value.isEmpty, place < scalars.count, Self.isQuote(scalars[place]) { value = quoted() }
    if isDate {
      readDay(value, isAfter: name.hasPrefix("a") && name != "avant")
    } else if let field = Self.names[name] {
      let words = SearchWord.words(in: value).map(\.exact)
      if !words.isEmpty { fields.append(.init(name: field, words: words)) }
    }
    return true
  }

  /// A day, a month (`2020-03`) or a year.
  private mutating func readDay(_ text: String, isAfter: Bool) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    let day: CalendarDate?
    switch parts.count {
    case 1 where parts[0] > 1900:
      day = CalendarDate(year: parts[0], month: isAfter ? 1 : 12, day: isAfter ? 1 : 31)
    case 2:
      let last =
        (1...12).contains(parts[1]) ? CalendarDate.days(inMonth: parts[1], of: parts[0]) : 1
      day = CalendarDate(year: parts[0], month: parts[1], day: isAfter ? 1 : last)
    default: day = CalendarDate(iso: text) ?? FrenchDates.dates(in: text).first?.date
    }
    guard let day else { return }
    if isAfter { after = day } else { before = day }
  }

  // MARK: Putting together

  private func combined() -> SearchQuery.Node? {
    var groups: [[SearchQuery.Node]] = []
    var joinsNext = false
    var index = 0
    while index < pieces.count {
      switch pieces[index] {
      case .or: joinsNext = !groups.isEmpty
      case .near(let distance):
        if let near = near(groups.last?.last, after: index, distance) {
          groups[groups.count - 1][groups[groups.count - 1].count - 1] = near
          index += 1
        }
      case .node(let node):
        if joinsNext, let last = groups.indices.last {
          groups[last].append(node)
        } else {
          groups.append([node])
        }
        joinsNext = false
      }
      index += 1
    }
    let nodes = groups.map { $0.count == 1 ? $0[0] : SearchQuery.Node.any($0) }
    return nodes.isEmpty ? nil : nodes.count == 1 ? nodes[0] : .all(nodes)
  }

  private func near(
    _ left: SearchQuery.Node?, after index: Int, _ distance: Int
  ) -> SearchQuery.Node? {
    guard let left, index + 1 < pieces.count, case .node(let right) = pieces[index + 1],
      let first = Self.stems(left), let second = Self.stems(right)
    else { return nil }
    return .near(first + second, distance: distance)
  }

  private static func stems(_ node: SearchQuery.Node) -> [String]? {
    switch node {
    case .word(let stem, _): [stem]
    case .near(let stems, _): stems
    case .phrase(let words): words.map { SearchWord.stem($0) }
    case .prefix, .all, .any, .not: nil
    }
  }
}
