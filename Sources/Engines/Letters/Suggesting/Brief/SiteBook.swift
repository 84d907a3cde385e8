import Foundation
import Language
import Learning
import Review

/// The letters of the store with all that is known of their demands, for briefs and exports.
struct SiteBook {
  let letters: [Letter]
  let facts: [ItemFacts]
  let history: SiteHistory
  /// The site that the book is about, or `nil`.
  let site: String?
  private let model: LettersModel
  private let today: CalendarDate

  /// Opens the book of a site that a user names, or, without a name, one in which demands have no
  /// score. Only the letters of the site are read in full.
  ///
  /// - Throws: `EngineError.invalid` when the name is that of no site, or of several.
  init(_ circumstances: AnalysisRequest, site name: String?, records: any RecordSource) throws {
    let material = try LetterMaterial(LetterSources(), records: records)
    let model = try circumstances.model.map { try LettersModel($0) } ?? .shipped
    let letters = material.letters.map(\.letter)
    let site = try name.map { try Self.site($0, names: SiteHistory.names(letters)) }
    let wanted = letters.map { SiteKey.key($0.site) == site }
    let reader = try ItemReader(model: model.vigilance)
    var facts = Parallel.map(Array(letters.indices)) { place in
      reader.facts(material.letters[place], at: place, wanted: wanted[place])
    }.flatMap { $0 }
    history = SiteHistory(
      &facts, letters: letters, material: material, today: circumstances.today, wanted: wanted)
    self.site = site
    self.facts = facts
    self.letters = letters
    self.model = model
    today = circumstances.today
  }

  /// The key of the site that a user names: the only one whose words contain those given.
  ///
  /// - Throws: `EngineError.invalid` naming the sites there are.
  private static func site(_ name: String, names: [String: String]) throws -> String {
    let key = SiteKey.key(name)
    let known = names.keys.sorted()
    if known.contains(key) { return key }
    let wanted = key.split(separator: " ")
    let fitting = known.filter { site in wanted.allSatisfy { site.contains($0) } }
    guard fitting.count == 1, let only = fitting.first, !wanted.isEmpty else {
      let names = (fitting.isEmpty ? known : fitting).prefix(30)
        .compactMap { names[$0] }.joined(separator: ", ")
      throw EngineError.invalid(
        LocalizedText(
          fr: "« \(name) » trouvé, l’un de ces sites attendu : \(names)",
          en: "found “\(name)”, expected one of these sites: \(names)"))
    }
    return only
  }

  /// The score of a demand.
  func score(_ fact: ItemFacts) -> Double {
    let features = ItemFeatures(fact, date: letters[fact.letter].date, today: today)
    return Logistic.sigmoid(model.items.logOdds(features))
  }

  /// The demands of a site, best first; observations and closed ones stand behind.
  func ranked(_ site: String) -> [(fact: ItemFacts, score: Double)] {
    facts.filter { $0.site == site }.map { ($0, score($0)) }
      .sorted { ($0.score, $1.fact.item.id) > ($1.score, $0.fact.item.id) }
  }

  /// The brief of the site.
  func brief(count: Int, language: InterfaceLanguage) -> SiteBrief {
    let site = site ?? ""
    let own = letters.filter { SiteKey.key($0.site) == site }
    let days = own.compactMap(\.date).sorted()
    let ranked = ranked(site)
    let points = ranked.prefix(count).enumerated().map { index, entry in
      point(index + 1, entry.fact, entry.score, language)
    }
    return SiteBrief(
      site: history.names[site] ?? site, day: today.iso, letters: own.count, demands: ranked.count,
      firstLetter: days.first?.iso ?? "", lastLetter: days.last?.iso ?? "", points: points,
      themes: themes(ranked.map(\.fact), language),
      neverInspected: history.trends.neverInspected(site: site).map { $0.title[language] })
  }

  private func point(
    _ rank: Int, _ fact: ItemFacts, _ score: Double, _ language: InterfaceLanguage
  ) -> SiteBrief.Point {
    let letter = letters[fact.letter]
    let trail = PriorityTrail(fact, letters: letters, all: facts)
    return SiteBrief.Point(
      rank: rank, title: DemandTitle.title(fact.item.text), item: fact.item.id,
      inspection: letter.inspection, reference: letter.reference, date: letter.date?.iso ?? "",
      section: fact.item.section.rawValue, theme: fact.theme.theme.title[language],
      state: trail.word(fact)[language], priority: trail.sentence?[language] ?? "",
      score: (score * 1_000).rounded() / 1_000, demand: fact.item.text,
      context: String(fact.item.context.suffix(600)),
      earlier: fact.history.repeats.map { facts[$0.earlier].item.id })
  }

  private func themes(
    _ facts: [ItemFacts], _ language: InterfaceLanguage
  ) -> [SiteBrief.Theme] {
    let groups = Dictionary(grouping: facts) { $0.theme.theme }
    return groups.map { theme, facts in
      let last = facts.compactMap { letters[$0.letter].date }.max()
      let trend = facts.first?.history.trend
      func tenth(_ value: Double?) -> Double { ((value ?? 0) * 10).rounded() / 10 }
      return SiteBrief.Theme(
        theme: theme.title[language], count: facts.count, lastSeen: last?.iso ?? "",
        recent: trend?.observed ?? 0, expected: tenth(trend?.expected), ratio: tenth(trend?.ratio),
        low: tenth(trend?.low), high: tenth(trend?.high))
    }.sorted { ($0.count, $1.theme) > ($1.count, $0.theme) }
  }
}
