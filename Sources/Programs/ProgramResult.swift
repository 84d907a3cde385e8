import Foundation

/// What an outside program gave back.
public struct ProgramResult: Hashable, Sendable {
  /// How it ended.
  public var ending: ProgramEnding
  /// Its standard output, up to the limit.
  public var output: Data
  /// Its standard error, up to the limit.
  public var errorOutput: Data
  /// The wall time it took, in seconds.
  public var seconds: Double

  /// The first line of its standard error that is not empty, at most 200 characters, or `nil`.
  public var complaint: String? {
    String(decoding: errorOutput, as: UTF8.self)
      .split(whereSeparator: \.isNewline)
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .first { !$0.isEmpty }
      .map { String($0.prefix(200)) }
  }
}
