import Review

/// What supervisors wrote into the tables of weights.
struct PriorityWeights: Sendable {
  /// What holds for a type.
  struct TypeRule: Hashable, Sendable {
    var years: Int
    var weight: Double
  }

  private var zones: [String: Double] = [:]
  private var types: [String: TypeRule] = [:]

  init(_ knowledge: [String: [KnowledgeRow]]) {
    // Tables that nobody wrote hold what they start with.
    func rows(_ name: String) -> [KnowledgeRow] {
      let initial = ParcelsTables.all.first { $0.name == name }?.initialRows ?? []
      let written = knowledge[name] ?? []
      return written.isEmpty ? initial : written
    }
    for row in rows(ParcelsTables.zones) {
      zones[row.key.lowercased()] = Double(row.values["weight"] ?? "")
    }
    for row in rows(ParcelsTables.types) {
      guard let years = Int(row.values["years"] ?? ""),
        let weight = Double(row.values["weight"] ?? "")
      else { continue }
      types[row.key.lowercased()] = TypeRule(years: years, weight: weight)
    }
  }

  /// The weight of a category; an unknown one counts as another zone.
  func zone(_ category: String) -> Double {
    zones[category.lowercased()] ?? zones["autre zone"] ?? 0.5
  }

  /// The rule of a type.
  func type(_ type: ObjectType) -> TypeRule {
    types[type.title.fr.lowercased()] ?? TypeRule(years: 6, weight: 1)
  }
}
