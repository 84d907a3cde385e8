import Language
import Learning

/// Strings that readers said not to stand for the concept the engine took them for: « IVA » is not
/// always the artery.
///
/// Each reader counts once for a string and a concept; two and more who agree, against fewer who
/// accepted it, take the string away. One alone changes nothing.
struct SpanExceptions: Sendable, Hashable {
  /// Kept and rejected by distinct readers.
  typealias Tally = StatementExceptions.Tally

  /// By hash of the concept's field and the stems of the string.
  var tallies: [UInt64: Tally] = [:]

  /// The key of a string taken for a field's concept.
  static func key(kind: String, stems: some Sequence<UInt64>) -> UInt64 {
    var hash = StableHash(salt: StableHash.of(kind, salt: 13))
    for stem in stems { hash.combine(hash: stem) }
    return hash.value
  }

  /// Whether a string is no longer taken for its concept.
  func isRejected(_ key: UInt64) -> Bool {
    guard let tally = tallies[key] else { return false }
    return tally.rejected >= 2 && tally.rejected > tally.kept + 1
  }

  /// The mentions without those whose string was rejected.
  func filtered(_ mentions: [ConceptMention], _ text: ClinicalText) -> [ConceptMention] {
    guard !tallies.isEmpty else { return mentions }
    return mentions.filter {
      !isRejected(Self.key(kind: $0.concept.kind.rawValue, stems: text.stems[$0.tokens]))
    }
  }

  /// The exceptions as bytes.
  var bytes: [UInt8] { StatementExceptions(tallies: tallies).bytes }

  init(tallies: [UInt64: Tally] = [:]) { self.tallies = tallies }

  /// Reads exceptions back.
  init(bytes: [UInt8]) throws(LearningError) {
    tallies = try StatementExceptions(bytes: bytes).tallies
  }
}
