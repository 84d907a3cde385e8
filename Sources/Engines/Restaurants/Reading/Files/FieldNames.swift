import Tables

/// Gives the members of JSON objects the names of the fields they stand for.
///
/// Keys are compared without regard to case, accents and punctuation; what was found for a key is
/// remembered, because every record of a file has the same keys.
struct FieldNames {
  /// The greatest number of different keys remembered: a hostile file has new ones in each record.
  static let rememberedKeys = 10_000

  private struct Place {
    var field: String
    /// The place of the name among those the field is known by: preferred names win.
    var rank: Int
  }

  private let byKey: [String: [Place]]
  private var remembered: [String: [Place]] = [:]

  init(_ mapping: ColumnMapping) {
    var byKey: [String: [Place]] = [:]
    for (field, names) in mapping.names {
      for (rank, name) in names.enumerated() {
        byKey[ColumnName.key(name), default: []].append(Place(field: field, rank: rank))
      }
    }
    self.byKey = byKey
  }

  /// The object's members by field; members that stand for no field are left out.
  mutating func fields(of object: [String: JSONValue]) -> [String: JSONValue] {
    var found: [String: (rank: Int, value: JSONValue)] = [:]
    for (key, value) in object {
      for place in places(of: key) {
        if let known = found[place.field], known.rank <= place.rank { continue }
        found[place.field] = (place.rank, value)
      }
    }
    return found.mapValues(\.value)
  }

  private mutating func places(of key: String) -> [Place] {
    if let known = remembered[key] { return known }
    let places = byKey[ColumnName.key(key)] ?? []
    if remembered.count < Self.rememberedKeys { remembered[key] = places }
    return places
  }
}
