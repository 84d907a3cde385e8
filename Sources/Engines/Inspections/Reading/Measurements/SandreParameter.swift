import Review

/// A parameter of the SANDRE register with its unit and the levels it is compared with.
struct SandreParameter: Hashable, Sendable {
  /// The code (1340).
  let code: Int32
  /// The name.
  let name: LocalizedText
  /// The usual symbol of the unit.
  let unit: String
  /// What a value in another unit is multiplied by, by the unit's key (see `UnitSymbol.key`).
  let factors: [String: Double]
  /// The regulatory limit, in the unit, or `nil`.
  let limit: Double?
  /// The level aimed at (good state, guide value), in the unit, or `nil`.
  let target: Double?
  /// Where the levels come from.
  let levelSource: LocalizedText
  /// The largest value that can be believed, in the unit.
  let highest: Double
  /// The group it is told under.
  let group: ParameterGroup

  /// The level that an exceedance is counted from: the target, else the limit.
  var threshold: Double? { target ?? limit }

  /// The factor for a unit as a file writes it, or `nil` when the unit is not one of this parameter.
  func factor(ofUnit symbol: String) -> Double? {
    let key = UnitSymbol.key(symbol)
    return key.isEmpty || key == UnitSymbol.key(unit) ? 1 : factors[key]
  }

  /// The factors between its units, each once, in a fixed order.
  var distinctFactors: [Double] { Set(factors.values).sorted() }

  /// Whether a unit is of the same kind and only names another substance: a slip of the keyboard that
  /// real exports are full of. The value is kept as it stands and reported.
  func isSlip(_ symbol: String) -> Bool {
    UnitSymbol.bare(UnitSymbol.key(symbol)) == UnitSymbol.bare(UnitSymbol.key(unit))
  }
}
