import Imagery

/// A row of Aigle's export, read back as what agents decided.
struct AigleRow: Codable, Hashable, Sendable {
  /// The object's number there.
  var number: String
  /// Its place.
  var place: GroundPoint
  /// Whether the object is real; `nil` when nobody said.
  var isReal: Bool?
  /// Whether it is an offence; `nil` when nobody said.
  var isIrregular: Bool?
  /// Its type, under Aigle's name.
  var type: String
}
