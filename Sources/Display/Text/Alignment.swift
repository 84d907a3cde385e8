/// Where text stands in the columns it is given.
public enum Alignment: Hashable, Sendable {
  /// Against the left edge.
  case left
  /// Against the right edge: numbers.
  case right
  /// In the middle.
  case centre
}
