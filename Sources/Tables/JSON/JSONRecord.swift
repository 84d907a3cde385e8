import Review

/// One record of a JSON file: an element of its list, a line, or the whole document.
public struct JSONRecord: Sendable {
  /// The file's name, for refusals.
  public let file: String
  /// The line the record begins on, from 1.
  public let line: Int
  /// The record.
  public let value: JSONValue

  /// A refusal of this record.
  public func refusal(found: String, expected: LocalizedText) -> Refusal {
    Refusal(file: file, line: line, found: found, expected: expected)
  }

  /// A refusal of this record because of one of its fields.
  public func refusal(_ error: FieldError) -> Refusal {
    refusal(found: error.found, expected: error.expected)
  }
}
