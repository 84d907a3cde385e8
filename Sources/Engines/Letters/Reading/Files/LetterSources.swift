import Review

/// What was read: letters, answers, judged passages.
public struct LetterSources: SourceCorpus {
  /// The files.
  public var files: [SourceFile] = []
  /// The letters, with the SHA-256 of their files.
  var letters: [ReadLetter] = []
  /// The answers that operators gave.
  var answers: [OperatorAnswer] = []
  /// Passages whose vigilance was judged.
  var judged: [JudgedPassage] = []
  /// Fields that exports of the case system know of letters, by the letter's number.
  var cases: [String: CaseRow] = [:]
}

/// A letter that was read from a file.
struct ReadLetter: Sendable {
  var letter: Letter
  var sha256: String
  /// What was kept of its items, or `nil` when they were not looked at yet.
  var digests: [ItemDigest]?
}
