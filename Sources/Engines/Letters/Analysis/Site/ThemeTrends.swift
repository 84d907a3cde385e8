import Foundation
import Review

/// Counts demands by theme, site and year, and compares sites.
struct ThemeTrends: Sendable {
  /// The years that count for the ratio.
  private static let recentYears = 3
  /// The years that are drawn.
  private static let shownYears = 8
  /// The 90 % quantile of the normal distribution: an 80 % interval has 10 % on each side.
  private static let quantile = 1.2816

  private struct Key: Hashable {
    var site: String
    var theme: LetterTheme
  }

  private let today: CalendarDate
  /// Counts by theme and year at each site.
  private var counts: [Key: [Int: Int]] = [:]
  private var totals: [String: [Int: Int]] = [:]
  /// What sites are compared: those of one series, else of one sector.
  private var groups: [String: String] = [:]

  init(
    _ facts: [(site: String, theme: LetterTheme, year: Int)], groups: [String: String],
    today: CalendarDate
  ) {
    self.today = today
    self.groups = groups
    for fact in facts {
      counts[Key(site: fact.site, theme: fact.theme), default: [:]][fact.year, default: 0] += 1
      totals[fact.site, default: [:]][fact.year, default: 0] += 1
    }
  }

  /// The trend of a theme at a site, or `nil` where no other site can be compared.
  func trend(site: String, theme: LetterTheme) -> ThemeTrend? {
    let group = groups[site] ?? ""
    let others = totals.keys.filter { $0 != site && groups[$0] ?? "" == group }.sorted()
    guard !others.isEmpty else { return nil }
    let recent = Set((today.year - Self.recentYears + 1)...today.year)
    let observed = sum(counts[Key(site: site, theme: theme)], recent)
    let own = sum(totals[site], recent)
    let themed = others.reduce(0) { $0 + sum(counts[Key(site: $1, theme: theme)], recent) }
    let all = others.reduce(0) { $0 + sum(totals[$1], recent) }
    guard all > 0 else { return nil }
    // One demand on the theme is added to the others', so that a theme new to them is not infinite.
    let share = (Double(themed) + 0.5) / (Double(all) + 10)
    let expected = Double(own) * share
    let ratio = (Double(observed) + 1) / (expected + 1)
    let error = (1 / (Double(observed) + 1) + 1 / (Double(themed) + 1)).squareRoot()
    let reach = exp(Self.quantile * error)
    let years = Set((today.year - Self.shownYears + 1)...today.year)
    return ThemeTrend(
      observed: observed, expected: expected, ratio: ratio, low: ratio / reach,
      high: ratio * reach,
      years: Dictionary(
        uniqueKeysWithValues: years.map { ($0, counts[Key(site: site, theme: theme)]?[$0] ?? 0) }),
      fleetYears: Dictionary(
        uniqueKeysWithValues: years.map { year in
          let sum = others.reduce(0) { $0 + (counts[Key(site: $1, theme: theme)]?[year] ?? 0) }
          return (year, Double(sum) / Double(others.count))
        }), siteCount: others.count)
  }

  /// Themes met at most comparable sites in the last five years and never at this one.
  func neverInspected(site: String) -> [LetterTheme] {
    let group = groups[site] ?? ""
    let others = totals.keys.filter { $0 != site && groups[$0] ?? "" == group }
    guard !others.isEmpty else { return [] }
    let years = Set((today.year - 4)...today.year)
    return LetterTheme.allCases.filter { theme in
      guard sum(counts[Key(site: site, theme: theme)], years) == 0 else { return false }
      let having = others.count { sum(counts[Key(site: $0, theme: theme)], years) > 0 }
      return having * 2 >= others.count
    }
  }

  private func sum(_ years: [Int: Int]?, _ wanted: Set<Int>) -> Int {
    (years ?? [:]).reduce(0) { $0 + (wanted.contains($1.key) ? $1.value : 0) }
  }
}
