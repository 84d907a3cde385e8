import Language
import Review

/// A demand as recurrence sees it.
struct SiteDemand: Sendable {
  /// The item's identifier.
  var id: String
  /// The site's key (`SiteKey`).
  var site: String
  /// The letter's day.
  var date: CalendarDate?
  /// The letter's number or file, to tell its own demands from those of others.
  var letter: String
  /// Whether the passage asks for something; observations do not repeat demands.
  var isRequest: Bool
  /// The demand.
  var text: String
}

/// A demand that repeats an earlier one at the same site.
struct RepeatedDemand: Hashable, Sendable {
  /// The place of the earlier demand in the list given.
  var earlier: Int
  /// How much the two ask the same, 0…1, with what the wording adds.
  var similarity: Double
}

/// Finds demands that repeat an earlier one at the same site.
enum RepeatFinder {
  /// The least similarity of a repeat. On the assembled letters, true repeats lie above 0.8 and
  /// other pairs below 0.45.
  static let threshold = 0.6
  /// What « à nouveau » and its like add.
  private static let wordingBonus = 0.2
  /// How many earlier demands of a site are compared at most, the latest first.
  private static let earlierLimit = 2_000

  /// For each demand the earlier ones it repeats, most similar first, at most `limit`.
  static func repeats(_ demands: [SiteDemand], limit: Int = 3) -> [[RepeatedDemand]] {
    let words = Parallel.map(demands) { DemandWords($0.text) }
    var sites: [String: [Int]] = [:]
    for index in demands.indices where demands[index].isRequest && !demands[index].site.isEmpty {
      sites[demands[index].site, default: []].append(index)
    }
    let groups = sites.keys.sorted().map { sites[$0] ?? [] }
    let found = Parallel.map(groups) { group in
      Self.repeats(in: group, demands, words, limit: limit)
    }
    var result = [[RepeatedDemand]](repeating: [], count: demands.count)
    for group in found {
      for (index, repeats) in group { result[index] = repeats }
    }
    return result
  }

  private static func repeats(
    in group: [Int], _ demands: [SiteDemand], _ words: [DemandWords], limit: Int
  ) -> [(Int, [RepeatedDemand])] {
    let order = group.sorted { left, right in
      let (first, second) = (demands[left], demands[right])
      let days = (first.date?.daysSinceEpoch ?? .min, second.date?.daysSinceEpoch ?? .min)
      if days.0 != days.1 { return days.0 < days.1 }
      return first.letter == second.letter ? left < right : first.letter < second.letter
    }
    var found: [(Int, [RepeatedDemand])] = []
    for (place, index) in order.enumerated() {
      let bonus = saysAgain(demands[index].text) ? wordingBonus : 0
      var candidates: [RepeatedDemand] = []
      for earlier in order[max(0, place - earlierLimit)..<place]
      where demands[earlier].letter != demands[index].letter {
        let raw = words[index].similarity(words[earlier])
        guard raw > 0.35, raw + bonus >= threshold else { continue }
        candidates.append(
          RepeatedDemand(earlier: earlier, similarity: min(1, raw + bonus * (1 - raw))))
      }
      guard !candidates.isEmpty else { continue }
      candidates.sort { ($0.similarity, $0.earlier) > ($1.similarity, $1.earlier) }
      found.append((index, Array(candidates.prefix(limit))))
    }
    return found
  }

  /// Whether a demand says itself that it was made before.
  static func saysAgain(_ text: String) -> Bool {
    let folded = text.folded
    let words = [
      "a nouveau", "de nouveau", "nouvelle fois", "reitere", "deja demande", "rappelle",
      "deja ete demande",
    ]
    return words.contains { folded.contains($0) }
  }
}
