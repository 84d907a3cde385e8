import Review

/// Why a file cannot be read as a table at all.
///
/// A row that cannot be taken is a `Refusal`, and reading goes on; this error ends the reading.
public struct TableError: Error, Hashable, Sendable {
  /// The kinds of problem, for callers that act on them.
  public enum Problem: String, Hashable, Sendable {
    /// The file cannot be opened or read.
    case unreadable
    /// The file, the row or the document is larger than its bound.
    case tooLarge
    /// There is nothing in it.
    case empty
    /// It is not text, or a text in an encoding that is not read.
    case binary
    /// Quotes open and never close, too often to go on.
    case unclosedQuotes
    /// The header has too many columns.
    case tooManyColumns
    /// A column that is needed is missing, or two columns have its name.
    case columns
    /// It is not JSON.
    case malformedJSON
  }

  /// The kind of problem.
  public let problem: Problem
  /// The file, the line, what was found and what was expected.
  public let refusal: Refusal

  /// Makes an error.
  public init(_ problem: Problem, _ refusal: Refusal) {
    self.problem = problem
    self.refusal = refusal
  }

  init(
    _ problem: Problem, file: String, line: Int? = nil, found: String, fr: String, en: String
  ) {
    self.problem = problem
    refusal = Refusal(
      file: file, line: line, found: found, expected: LocalizedText(fr: fr, en: en))
  }
}

extension TableError: CustomStringConvertible {
  /// The error as an English sentence, for logs.
  public var description: String { refusal.sentence.en }
}
