/// An inspection to learn from: what was known before it and what it found.
struct EstablishmentRow {
  var features: EstablishmentFeatures
  var isNonCompliant: Bool
  /// How much the row counts: the inverse of the probability with which it was chosen.
  var weight = 1.0
  /// What must stay together in cross-validation.
  var group: UInt64
  /// Whether the inspection is of earlier years: learned from, but calibrated without.
  var isOlder = false
}
