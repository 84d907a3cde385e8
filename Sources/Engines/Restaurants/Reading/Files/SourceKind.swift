import Review

/// What a source file of the restaurants panel holds.
public enum SourceKind: String, Sendable, CaseIterable {
  /// Official inspections (Alim'confiance).
  case inspections
  /// Customers' reviews.
  case reviews
  /// Places as a review site describes them.
  case places
  /// Reviews labelled by hand as sanitary reports or not.
  case sanitaryLabels

  /// What it is, in words.
  public var title: LocalizedText {
    switch self {
    case .inspections: LocalizedText(fr: "inspections", en: "inspections")
    case .reviews: LocalizedText(fr: "avis", en: "reviews")
    case .places: LocalizedText(fr: "lieux", en: "places")
    case .sanitaryLabels: LocalizedText(fr: "étiquettes sanitaires", en: "sanitary labels")
    }
  }
}
