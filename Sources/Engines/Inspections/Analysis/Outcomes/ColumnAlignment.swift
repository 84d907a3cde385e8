/// Puts the columns of rows where a model expects them, by their names: a mapping that was edited since
/// the training may give others, or the same in another order.
struct ColumnAlignment {
  private let numeric: [Int?]
  private let categories: [Int?]
  private let severities: [Int?]
  private let groups: [Int?]
  /// Whether nothing has to be moved.
  let isIdentity: Bool

  init(_ columns: ControlColumns, to spec: OutcomeSpec) {
    isIdentity =
      columns.numeric == spec.numeric && columns.categories == spec.categories
      && columns.severities == spec.severities && columns.groups == spec.groups
    numeric = spec.numeric.map { columns.numeric.firstIndex(of: $0) }
    categories = spec.categories.map { columns.categories.firstIndex(of: $0) }
    severities = spec.severities.map { columns.severities.firstIndex(of: $0) }
    groups = spec.groups.map { columns.groups.firstIndex(of: $0) }
  }

  /// The row with its columns in the model's order; what is missing is unknown.
  func row(_ control: Control) -> Control {
    guard !isIdentity else { return control }
    var control = control
    control.numeric = Self.moved(control.numeric, numeric, .nan)
    control.categories = Self.moved(control.categories, categories, "")
    control.severities = Self.moved(control.severities, severities, .nan)
    control.groups = Self.moved(control.groups, groups, "")
    return control
  }

  private static func moved<Value>(
    _ values: [Value], _ places: [Int?], _ missing: Value
  ) -> [Value] {
    places.map { place in
      guard let place, place < values.count else { return missing }
      return values[place]
    }
  }
}
