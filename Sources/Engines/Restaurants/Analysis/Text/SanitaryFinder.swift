import Language
import Review

/// Finds reports of sanitary problems in a text: patterns, exceptions, negations, doubt.
struct SanitaryFinder: Sendable {
  /// Words before a hit that make it a fear or a supposition.
  private static let doubt: Set<String> = [
    "peur", "crainte", "crains", "craint", "craignais", "risque", "risques", "risquer", "eviter",
    "evite", "hypothese", "imagine", "imaginer", "soidisant",
  ]
  /// How many words before a hit are looked at for doubt.
  private static let doubtReach = 4
  private static let doubtWeight = 0.5

  private let lexicon: SanitaryLexicon

  /// Makes a finder with the shipped lexicon.
  ///
  /// - Throws: `PatternError` when a line of the lexicon is wrong.
  init() throws { lexicon = try SanitaryLexicon.shipped.get() }

  /// The hits of a text, in its order; those that overlap and are of one type are one.
  func hits(in text: String) -> [SanitaryHit] {
    guard !text.isEmpty else { return [] }
    let tokens = TokenizedText(text)
    let map = SentenceMap(tokens)
    let negations = NegationMap(tokens, map)
    let matches = lexicon.patterns.matches(in: tokens, map, negations)
    guard !matches.isEmpty else { return [] }
    let silenced = matches.filter { $0.pattern >= lexicon.entries.count }
    var found: [SanitaryHit] = []
    for match in matches where match.pattern < lexicon.entries.count {
      let entry = lexicon.entries[match.pattern]
      guard !isSilenced(match, entry.type, by: silenced) else { continue }
      let isNegated =
        !match.asksNegation && match.words.contains { negations.isNegated($0) }
      let range = map.words[match.words.lowerBound]..<(map.words[match.words.upperBound - 1] + 1)
      let isDoubtful = isDoubtful(match, tokens, map)
      add(
        SanitaryHit(
          type: entry.type, weight: entry.weight * (isDoubtful ? Self.doubtWeight : 1),
          span: tokens.span(range), isNegated: isNegated), to: &found)
    }
    return found.sorted { $0.span < $1.span }
  }

  private func isSilenced(
    _ match: PhraseMatch, _ type: SanitaryType, by silenced: [PhraseMatch]
  ) -> Bool {
    silenced.contains { other in
      lexicon.exceptions[other.pattern - lexicon.entries.count].types.contains(type)
        && other.words.overlaps(match.words)
    }
  }

  private func isDoubtful(
    _ match: PhraseMatch, _ tokens: TokenizedText, _ map: SentenceMap
  ) -> Bool {
    let sentence = map.sentences[map.sentenceOfWord[match.words.lowerBound]]
    if sentence.isQuestion { return true }
    let first = max(sentence.words.lowerBound, match.words.lowerBound - Self.doubtReach)
    return (first..<match.words.lowerBound).contains {
      Self.doubt.contains(tokens.folded(map.words[$0]))
    }
  }

  /// Adds a hit, or widens an overlapping one of the same type; what is not negated wins.
  private func add(_ hit: SanitaryHit, to found: inout [SanitaryHit]) {
    guard
      let place = found.firstIndex(where: { $0.type == hit.type && $0.span.overlaps(hit.span) })
    else {
      found.append(hit)
      return
    }
    let other = found[place]
    if other.isNegated == hit.isNegated {
      found[place].span = Span(
        min(other.span.begin, hit.span.begin), max(other.span.end, hit.span.end))
      found[place].weight = max(other.weight, hit.weight)
    } else if other.isNegated {
      found[place] = hit
    }
  }
}
