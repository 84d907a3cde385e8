/// A parcel of the cadastre.
struct Parcel: Codable, Hashable, Sendable {
  /// Fourteen characters: commune, prefix, section, number, padded with zeros.
  var id: String
  /// The section, as it is written (`AB`).
  var section: String
  /// The number, as it is written (`439`).
  var number: String
  /// The commune's INSEE code.
  var commune: String
  var shape: GroundShape
}
