import Learning
import Review

/// Compares the latest controls with those a model learned from.
enum DriftWatch {
  /// How many of the latest rows are compared.
  private static let latest = 2000

  /// The lists of codes of rows.
  static func lists(_ controls: [Control], _ columns: ControlColumns) -> [String: [String]] {
    var lists: [String: Set<String>] = [:]
    for control in controls {
      if !control.theme.isEmpty { lists["theme", default: []].insert(control.theme) }
      for code in control.codes { lists["codes", default: []].insert(code) }
      for (name, value) in zip(columns.categories, control.categories) where !value.isEmpty {
        lists[name, default: []].insert(value)
      }
    }
    return lists.mapValues { $0.sorted() }
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
      try matrix(rows, columns), columns: columns.numeric, lists: lists(enriched, columns))
  }

  /// What has changed in the latest controls.
  static func changes(
    _ profile: InputProfile, _ material: Material, _ enricher: ControlEnricher
  ) -> [InputProfile.Change] {
    let columns = enricher.columns
    guard profile.columns == columns.numeric else {
      let missing = profile.columns.filter { !columns.numeric.contains($0) }
      let new = columns.numeric.filter { !profile.columns.contains($0) }
      return [.list("columns", new: new.isEmpty ? ["—"] : new, gone: missing)]
    }
    let rows = enricher.enriched(Array(material.controls.suffix(latest)))
    guard let matrix = try? matrix(rows, columns) else { return [] }
    return profile.changes(matrix, lists: lists(rows, columns))
  }
}
