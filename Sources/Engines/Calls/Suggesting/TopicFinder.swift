import Language

/// Groups what was not understood by the words it shares, to propose new intents.
struct TopicFinder {
  /// The cosine from which an utterance joins a group.
  private static let nearness: Float = 0.28
  /// The most utterances grouped.
  static let limit = 2000

  /// A group.
  struct Group {
    var name: String
    var utterances: [String]
  }

  let model: IntentModel
  let services: [RedirectService]

  /// The groups of two and more, largest first.
  func groups(_ utterances: [String]) -> [Group] {
    var seen: Set<String> = []
    let unclear = utterances.filter { text in
      let understanding = model.understand(text)
      let isUnclear =
        understanding.isOutOfScope || understanding.confidence < model.thresholds.confirm
      return isUnclear && !services.claim(understanding)
        && seen.insert(understanding.utterance.line).inserted
    }.prefix(Self.limit)
    var groups: [(stems: [Set<String>], utterances: [String])] = []
    for text in unclear {
      let stems = Self.stems(text)
      guard !stems.isEmpty else { continue }
      let nearest = groups.indices.map { place in
        (place, groups[place].stems.map { Self.cosine($0, stems) }.max() ?? 0)
      }.max { $0.1 < $1.1 }
      if let nearest, nearest.1 >= Self.nearness {
        groups[nearest.0].stems.append(stems)
        groups[nearest.0].utterances.append(text)
      } else {
        groups.append(([stems], [text]))
      }
    }
    return groups.filter { $0.utterances.count > 1 }
      .sorted { ($0.utterances.count, $1.utterances[0]) > ($1.utterances.count, $0.utterances[0]) }
      .map { Group(name: Self.name($0.stems), utterances: $0.utterances) }
  }

  private static func stems(_ text: String) -> Set<String> {
    Set(
      Utterance(text).words.map(\.text).filter { !StopWords.grammar.contains($0) && $0.count > 2 }
        .map { FeatureExtractor.stem($0) })
  }

  private static func cosine(_ left: Set<String>, _ right: Set<String>) -> Float {
    let shared = Float(left.intersection(right).count)
    return shared / (Float(left.count) * Float(right.count)).squareRoot()
  }

  /// The stems that most utterances of a group share.
  private static func name(_ stems: [Set<String>]) -> String {
    var counts: [String: Int] = [:]
    for set in stems { for stem in set { counts[stem, default: 0] += 1 } }
    return counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(3).map(\.key)
      .joined(separator: " · ")
  }
}
