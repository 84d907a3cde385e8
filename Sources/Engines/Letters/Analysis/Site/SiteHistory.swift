import Review

/// Puts the items of all letters beside each other: repeats, answers, novelty, trends.
struct SiteHistory: Sendable {
  /// The names by which sites are shown, by key.
  let names: [String: String]
  /// The trends.
  let trends: ThemeTrends

  /// Fills the history of each item; repeats are looked for among the letters that are wanted.
  init(
    _ facts: inout [ItemFacts], letters: [Letter], material: LetterMaterial, today: CalendarDate,
    wanted: [Bool]
  ) {
    names = Self.names(letters)
    Self.findRepeats(&facts, letters, wanted)
    Self.findAnswers(&facts, letters, material, today)
    Self.findNovelty(&facts, letters)
    let dated = facts.compactMap { fact -> (site: String, theme: LetterTheme, year: Int)? in
      guard let date = letters[fact.letter].date, fact.item.section.holdsRequests,
        !fact.site.isEmpty
      else { return nil }
      return (fact.site, fact.theme.theme, date.year)
    }
    trends = ThemeTrends(dated, groups: Self.groups(letters), today: today)
    let keys = Set(facts.map { Pair(site: $0.site, theme: $0.theme.theme) })
    var known: [Pair: ThemeTrend] = [:]
    for key in keys where !key.site.isEmpty {
      known[key] = trends.trend(site: key.site, theme: key.theme)
    }
    for index in facts.indices {
      facts[index].history.trend =
        known[
          Pair(site: facts[index].site, theme: facts[index].theme.theme)]
    }
  }

  private struct Pair: Hashable {
    var site: String
    var theme: LetterTheme
  }

  /// The names by which sites are shown, by key: the one that most letters use.
  static func names(_ letters: [Letter]) -> [String: String] {
    var counts: [String: [String: Int]] = [:]
    for letter in letters where !letter.site.isEmpty {
      counts[SiteKey.key(letter.site), default: [:]][letter.site, default: 0] += 1
    }
    return counts.compactMapValues { names in
      names.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }

  /// Sites are compared with those of their series, else of their sector.
  private static func groups(_ letters: [Letter]) -> [String: String] {
    var groups: [String: String] = [:]
    // A letter that does not tell its sector says nothing of its site's.
    for letter in letters where !letter.site.isEmpty && !letter.sector.isEmpty {
      let key = SiteKey.key(letter.site)
      if groups[key] == nil { groups[key] = letter.sector }
    }
    return groups
  }

  private static func findRepeats(
    _ facts: inout [ItemFacts], _ letters: [Letter], _ wanted: [Bool]
  ) {
    let places = facts.indices.filter { wanted[facts[$0].letter] }
    let demands = places.map { place in
      let fact = facts[place]
      let letter = letters[fact.letter]
      return SiteDemand(
        id: fact.item.id, site: fact.site, date: letter.date, letter: letter.key,
        isRequest: fact.item.section.holdsRequests, text: fact.item.text)
    }
    for (index, repeats) in RepeatFinder.repeats(demands).enumerated() where !repeats.isEmpty {
      let found = repeats.map {
        RepeatedDemand(earlier: places[$0.earlier], similarity: $0.similarity)
      }
      facts[places[index]].history.repeats = found
      for repeated in found {
        facts[repeated.earlier].history.repeatedBy.append(places[index])
      }
    }
  }

  /// An answer is due at the item's own deadline, else at the letter's; it is overdue when the day
  /// has passed and none came. Without any answer on file for a site nothing is said to be late.
  private static func findAnswers(
    _ facts: inout [ItemFacts], _ letters: [Letter], _ material: LetterMaterial,
    _ today: CalendarDate
  ) {
    var isFollowed: Set<String> = []
    for fact in facts where material.answer(fact.item, of: letters[fact.letter]) != nil {
      isFollowed.insert(fact.site)
    }
    for index in facts.indices {
      let letter = letters[facts[index].letter]
      let answer = material.answer(facts[index].item, of: letter)
      facts[index].history.answered = answer?.answered
      facts[index].history.closed = answer?.closed
      let due = facts[index].item.deadline?.date ?? letter.answerDeadline?.date
      guard let due, facts[index].item.section.holdsRequests, answer?.answered == nil,
        answer?.closed == nil, isFollowed.contains(facts[index].site), due < today
      else { continue }
      facts[index].history.overdueDays = today.days(since: due)
    }
  }

  private static func findNovelty(_ facts: inout [ItemFacts], _ letters: [Letter]) {
    // Letters without a site are not of one site.
    let order = facts.indices.filter {
      letters[facts[$0].letter].date != nil && !facts[$0].site.isEmpty
    }.sorted {
      let left = letters[facts[$0].letter].date?.daysSinceEpoch ?? 0
      let right = letters[facts[$1].letter].date?.daysSinceEpoch ?? 0
      return (left, $0) < (right, $1)
    }
    var themes: [String: Set<LetterTheme>] = [:]
    var systems: [String: Set<String>] = [:]
    var visits: [String: Set<Int>] = [:]
    for index in order {
      let (site, letter) = (facts[index].site, facts[index].letter)
      let isKnownSite = (visits[site] ?? []).subtracting([letter]).count >= 2
      if isKnownSite, facts[index].item.section.holdsRequests {
        facts[index].history.isNewTheme = !(themes[site] ?? []).contains(facts[index].theme.theme)
        facts[index].history.newSystems = facts[index].things.systems.filter {
          !(systems[site] ?? []).contains($0)
        }
      }
      visits[site, default: []].insert(letter)
      themes[site, default: []].insert(facts[index].theme.theme)
      systems[site, default: []].formUnion(facts[index].things.systems)
    }
  }
}
