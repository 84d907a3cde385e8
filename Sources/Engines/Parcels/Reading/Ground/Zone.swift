/// A protected or regulated zone.
struct Zone: Codable, Hashable, Sendable {
  /// Its category, as the table of weights names it (`Natura 2000`).
  var category: String
  /// Its code, or empty.
  var code: String
  /// Its name.
  var name: String
  var shape: GroundShape
}
