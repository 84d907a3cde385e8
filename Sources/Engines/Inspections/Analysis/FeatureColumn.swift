import Learning

/// One number that the model sees, with what it belongs to when it is told.
struct FeatureColumn: Hashable, Sendable {
  /// The name, unique in its list.
  let name: String
  /// Which way the risk may move when the value rises.
  let direction: TreeOptions.Direction
  /// The reason it is told under.
  let reason: String

  init(_ name: String, _ direction: TreeOptions.Direction = .free, _ reason: String) {
    self.name = name
    self.direction = direction
    self.reason = reason
  }
}
