import Review

/// What a value heard in a call is.
public enum SlotKind: String, Sendable, Codable, CaseIterable {
  /// The 14 digits of an establishment.
  case siret
  /// The 9 digits of an association or company.
  case siren
  /// A French telephone number.
  case phone
  /// A day.
  case date
  /// Euros.
  case amount
  /// Hours of work.
  case hours
  /// A number of employees.
  case headCount = "head_count"

  /// What it is, in words.
  public var title: LocalizedText {
    switch self {
    case .siret: LocalizedText(same: "SIRET")
    case .siren: LocalizedText(same: "SIREN")
    case .phone: LocalizedText(fr: "téléphone", en: "telephone")
    case .date: LocalizedText(fr: "date", en: "date")
    case .amount: LocalizedText(fr: "montant", en: "amount")
    case .hours: LocalizedText(fr: "heures", en: "hours")
    case .headCount: LocalizedText(fr: "effectif", en: "head count")
    }
  }
}
