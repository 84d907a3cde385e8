/// One of the six projects chosen in 2018, each with a panel of its own.
public enum Project: String, CaseIterable, Codable, Sendable, Comparable {
  /// Land use in Hérault (DDTM 34).
  case parcels
  /// Environment police (Agence française pour la biodiversité).
  case inspections
  /// Restaurants at sanitary risk (Direction générale de l'alimentation).
  case restaurants
  /// Medical records summarised for tumour boards (CHU de Toulouse).
  case medical
  /// Calls to the Chèque emploi associatif (Urssaf).
  case calls
  /// Follow-up letters of the nuclear safety authority (ASN).
  case letters

  /// The panel's number, 1…6, which is also the key that opens it.
  public var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  /// Panels come in the order of their numbers.
  public static func < (left: Project, right: Project) -> Bool { left.number < right.number }

  /// The name of the panel.
  public var title: LocalizedText {
    switch self {
    case .parcels: LocalizedText(fr: "Parcelles", en: "Parcels")
    case .inspections: LocalizedText(fr: "Inspections", en: "Inspections")
    case .restaurants: LocalizedText(fr: "Restaurants", en: "Restaurants")
    case .medical: LocalizedText(fr: "Médical", en: "Medical")
    case .calls: LocalizedText(fr: "Appels", en: "Calls")
    case .letters: LocalizedText(fr: "Lettres", en: "Letters")
    }
  }
}
