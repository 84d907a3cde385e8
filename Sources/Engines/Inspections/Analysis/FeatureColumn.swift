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

/// The reasons under which columns are told together.
enum ReasonKey {
  static let recent = "recent"
  static let site = "site"
  static let last = "last"
  static let severity = "severity"
  static let neighbours = "neighbours"
  static let theme = "theme"
  static let season = "season"
  static let place = "place"
  static let water = "water"
  static let level = "level"
  static let residual = "residual"
  static let network = "network"
  static let trend = "trend"
  static let gap = "gap"
  static let exceedances = "exceedances"
  /// Groups, numeric and categorical columns are told by their own name, after this.
  static let own = "column:"
  static let group = "group:"
}
