import Review

/// What a changed object is taken for.
enum ObjectType: String, CaseIterable, Codable, Sendable {
  case building
  case lightBuilding
  case shed
  case caravan
  case mobileHome
  case container
  case dump
  case pool
  case other

  /// The type under Aigle's name where there is one.
  var title: LocalizedText {
    switch self {
    case .building: LocalizedText(fr: "construction en dur", en: "permanent building")
    case .lightBuilding: LocalizedText(fr: "construction légère", en: "light building")
    case .shed: LocalizedText(fr: "hangar", en: "shed")
    case .caravan: LocalizedText(fr: "caravane", en: "caravan")
    case .mobileHome: LocalizedText(fr: "mobil-home", en: "mobile home")
    case .container: LocalizedText(fr: "container", en: "container")
    case .dump: LocalizedText(fr: "dépôt", en: "dump")
    case .pool: LocalizedText(fr: "piscine", en: "pool")
    case .other: LocalizedText(fr: "autre", en: "other")
    }
  }

  /// The type with a French or English name or code, or `nil`.
  init?(named text: String) {
    let key = text.lowercased()
    guard
      let found = Self.allCases.first(where: {
        $0.rawValue.lowercased() == key || $0.title.fr == key || $0.title.en == key
      })
    else { return nil }
    self = found
  }
}
