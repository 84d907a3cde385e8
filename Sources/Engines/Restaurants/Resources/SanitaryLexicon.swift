import Language

/// The lexicon of sanitary reports: phrase patterns by type, with their strength, and exceptions.
///
/// It was written for this project from the vocabulary of hygiene inspections and of French
/// customers' reviews; patterns follow the notation of `PhrasePatterns`.
struct SanitaryLexicon: Sendable {
  /// A pattern that reports a problem.
  struct Entry: Sendable, Hashable {
    /// What it reports.
    let type: SanitaryType
    /// How surely it does, 0…1.
    let weight: Double
    /// The pattern.
    let pattern: String
  }

  /// A pattern that silences hits.
  struct Exception: Sendable, Hashable {
    /// The types it silences.
    let types: Set<SanitaryType>
    /// The pattern.
    let pattern: String
  }

  /// The patterns that report.
  let entries: [Entry]
  /// The patterns that silence.
  let exceptions: [Exception]
  /// The entries then the exceptions, compiled.
  let patterns: PhrasePatterns

  /// Compiles tables: lines of a weight and a pattern, and lines of type letters and a pattern.
  init(
    tables: [(SanitaryType, String)], exceptions: String, lists: [String: String]
  ) throws(PatternError) {
    var entries: [Entry] = []
    for (type, table) in tables {
      for line in Self.lines(table) {
        let (head, pattern) = try Self.split(line)
        guard let weight = Double(head), (0...1).contains(weight) else {
          throw Self.error(line, head, fr: "un poids de 0 à 1", en: "a weight from 0 to 1")
        }
        entries.append(Entry(type: type, weight: weight, pattern: pattern))
      }
    }
    var silencers: [Exception] = []
    for line in Self.lines(exceptions) {
      let (head, pattern) = try Self.split(line)
      let types = head.compactMap { SanitaryType(rawValue: String($0)) }
      guard types.count == head.count else {
        throw Self.error(line, head, fr: "des lettres IPFSUD", en: "letters of IPFSUD")
      }
      silencers.append(Exception(types: Set(types), pattern: pattern))
    }
    self.entries = entries
    self.exceptions = silencers
    patterns = try PhrasePatterns(
      entries.map(\.pattern) + silencers.map(\.pattern), lists: lists)
  }

  private static func lines(_ table: String) -> [String] {
    table.split(whereSeparator: \.isNewline)
      .map { $0.drop(while: { $0 == " " }) }
      .filter { !$0.isEmpty }
      .map(String.init)
  }

  private static func split(_ line: String) throws(PatternError) -> (String, String) {
    guard let space = line.firstIndex(of: " ") else {
      throw error(line, line, fr: "un motif après l'en-tête", en: "a pattern after the head")
    }
    return (String(line[..<space]), String(line[space...].drop(while: { $0 == " " })))
  }

  private static func error(
    _ line: String, _ found: String, fr: String, en: String
  ) -> PatternError {
    PatternError(pattern: line, found: found, expected: .init(fr: fr, en: en))
  }

  /// The shipped lexicon, or the error of its first wrong line.
  static let shipped = Result {
    try SanitaryLexicon(
      tables: [
        (.illness, illness), (.pests, pests), (.foreignBody, foreignBodies), (.spoiled, spoiled),
        (.undercooked, undercooked), (.dirt, dirt),
      ],
      exceptions: exceptions, lists: lists)
  }
}
