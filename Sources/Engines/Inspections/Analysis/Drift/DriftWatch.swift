import Learning
import Review

/// Compares the latest controls with those a model learned from.
enum DriftWatch {
  /// How many of the latest rows are compared.
  private static let latest = 2000

  /// The lists of codes of rows, with how often each occurs.
  static func lists(_ controls: [Control], _ columns: ControlColumns) -> [String: [String: Int]] {
    var lists: [String: [String: Int]] = [:]
    for control in controls {
      if !control.theme.isEmpty { lists["theme", default: [:]][control.theme, default: 0] += 1 }
      for code in control.codes { lists["codes", default: [:]][code, default: 0] += 1 }
      for (name, value) in zip(columns.categories, control.categories) where !value.isEmpty {
        lists[name, default: [:]][value, default: 0] += 1
      }
    }
    return lists
  }

  /// The columns that are watched: those that files give, not those that are computed from them.
  static func matrix(_ controls: [Control], _ columns: ControlColumns) throws -> DenseMatrix {
    var matrix = DenseMatrix(columnCount: columns.numeric.count)
    guard !columns.numeric.isEmpty else { return matrix }
    for control in controls {
      var values = Array(control.numeric.prefix(columns.numeric.count))
      while values.count < columns.numeric.count { values.append(.nan) }
      try matrix.append(values)
    }
    return matrix
  }

  /// The profile of controls.
  static func profile(_ enriched: [Control], _ columns: ControlColumns) throws -> InputProfile {
    let rows = Array(enriched.suffix(latest))
    return InputProfile(
      try matrix(rows, columns), columns: columns.numeric,
      lists: lists(enriched, columns).mapValues { $0.keys.sorted() })
  }

  /// What has changed, in the rows that were just read when they are enough to tell, else in the latest
  /// of all: a hundred rows of another kind would drown in ten years of the old one.
  static func changes(
    _ profile: InputProfile, _ material: Material, _ enricher: ControlEnricher,
    read: [Control] = []
  ) -> [InputProfile.Change] {
    let columns = enricher.columns
    guard profile.columns == columns.numeric else {
      return [
        .columns(
          new: columns.numeric.filter { !profile.columns.contains($0) },
          gone: profile.columns.filter { !columns.numeric.contains($0) })
      ]
    }
    let fresh = read.count >= InputProfile.fewestRows ? read : material.controls
    let rows = enricher.enriched(Array(fresh.suffix(latest)))
    guard let matrix = try? matrix(rows, columns) else { return [] }
    return profile.changes(matrix, lists: lists(rows, columns))
  }
}
