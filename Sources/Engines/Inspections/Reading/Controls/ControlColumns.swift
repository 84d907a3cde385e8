/// The names of the columns whose values controls carry.
struct ControlColumns: Hashable, Sendable {
  var numeric: [String] = []
  var rising: Set<String> = []
  var categories: [String] = []
  var severities: [String] = []
  var groups: [String] = []
}

extension ControlMapping {
  /// The names of its columns.
  var columns: ControlColumns {
    ControlColumns(
      numeric: numeric ?? [], rising: Set(rising ?? []), categories: categorical ?? [],
      severities: severity ?? [], groups: groups ?? [])
  }
}
