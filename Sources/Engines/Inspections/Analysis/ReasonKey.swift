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
