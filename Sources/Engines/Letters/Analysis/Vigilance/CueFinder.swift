import Language
import Review

/// A cue found in a text.
public struct CueHit: Hashable, Sendable {
  /// The cue.
  public var cue: VigilanceCue
  /// Where it stands, in code points of the text.
  public var span: Span
}

/// Finds the cues of vigilance in a text.
struct CueFinder: Sendable {
  private let patterns: PhrasePatterns
  private let cues: [VigilanceCue]

  /// Compiles the lexicon.
  init() throws(PatternError) {
    var sources: [String] = []
    var cues: [VigilanceCue] = []
    for (cue, lines) in VigilanceLexicon.patterns {
      sources += lines
      cues += lines.map { _ in cue }
    }
    patterns = try PhrasePatterns(sources, lists: VigilanceLexicon.lists)
    self.cues = cues
  }

  /// The cues of a text, in order, each stretch of text once for a cue.
  func hits(in text: TokenizedText, _ map: SentenceMap) -> [CueHit] {
    var hits: [CueHit] = []
    for match in patterns.matches(in: text, map, NegationMap(text, map)) {
      let tokens = map.words[match.words.lowerBound]..<map.words[match.words.upperBound - 1] + 1
      let hit = CueHit(cue: cues[match.pattern], span: text.span(tokens))
      // Patterns of one cue overlap: the longer stretch stands for both.
      if let same = hits.lastIndex(where: { $0.cue == hit.cue && $0.span.overlaps(hit.span) }) {
        if hit.span.count > hits[same].span.count { hits[same] = hit }
      } else {
        hits.append(hit)
      }
    }
    return Self.withoutContradictions(hits)
  }

  /// « N'ont pas relevé d'écart » is neither a deviation nor something not done.
  private static func withoutContradictions(_ hits: [CueHit]) -> [CueHit] {
    let harmless = hits.filter { $0.cue == .noProblem }
    guard !harmless.isEmpty else { return hits }
    return hits.filter { hit in
      let mayFall = [.unmet, .deviation, .without, .absence, .finding].contains(hit.cue)
      return !mayFall || !harmless.contains { $0.span.overlaps(hit.span) }
    }
  }
}
