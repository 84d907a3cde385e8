/// Why something could not be learned, predicted or read back.
public enum LearningError: Error, Hashable, Sendable {
  /// Two things that must have the same size do not.
  case shape(what: String, found: Int, expected: Int)
  /// There is nothing to learn from.
  case noRows
  /// All labels are the same, or one of the classes has no weight.
  case oneClass
  /// A value that must be finite and in a range is not.
  case value(what: String, row: Int?)
  /// A library refused; its own words.
  case library(name: String, message: String)
  /// Bytes of a stored model could not be read back.
  case damaged(what: String)
}

extension LearningError: CustomStringConvertible {
  /// The error as an English sentence; engines word it for agents.
  public var description: String {
    switch self {
    case .shape(let what, let found, let expected):
      "\(what): found \(found), expected \(expected)"
    case .noRows: "no row to learn from"
    case .oneClass: "all labels are the same: nothing can be learned"
    case .value(let what, let row):
      "\(what): not finite or out of range" + (row.map { " in row \($0)" } ?? "")
    case .library(let name, let message): "\(name): \(message)"
    case .damaged(let what): "stored model: \(what)"
    }
  }
}
