/// Why a terminal cannot be used.
public enum TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The input or the output is not a terminal.
  case notATerminal
  /// The type of terminal is not known, or lacks what a screen needs.
  case unusable(type: String)

  /// The reason, and what can be done.
  public var description: String {
    switch self {
    case .notATerminal:
      "not a terminal: found a file or a pipe, expected a terminal (or --linear)"
    case .unusable(let type):
      "TERM: found \"\(type)\", expected a terminal that can move its cursor (or --linear)"
    }
  }
}
