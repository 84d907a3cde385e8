import Imagery

/// A pair with what is true of it, to train the network on.
public struct NetworkExample: Sendable {
  /// The earlier picture.
  public var before: Picture
  /// The later one.
  public var after: Picture
  /// For each head, whether each pixel belongs to it; a head without truth is left out.
  public var truth: [[Bool]?]

  /// Makes an example; heads in the order building change, other change, building before, after.
  public init(before: Picture, after: Picture, truth: [[Bool]?]) {
    self.before = before
    self.after = after
    self.truth = truth
  }
}
