import Review

/// What is measured of a region, in the order of the frozen features (`region/1`).
enum RegionMeasure: Int, CaseIterable, Sendable {
  case networkMean
  case networkPeak
  case isBuildingLike
  case area
  case length
  case width
  case rectangularity
  case elongation
  case colourChange
  case vegetationLost
  case greennessBefore
  case contrastBefore
  case contrastAfter
  case evennessGained
  case outlineBefore
  case outlineAfter
  case correlation
  case whitenessAfter
  case shadowAfter
  case shadowBefore
  case darkAfter
  case darkBefore
  case turquoiseAfter
  case raggedness
  case atBorder
  case residual
  case rowsAround
  case changeAround

  /// The schema of the frozen features.
  static let schema = "region/1"
  static var count: Int { allCases.count }

  /// What the measure says, for the reasons of a score.
  var title: LocalizedText {
    switch self {
    case .networkMean, .networkPeak:
      LocalizedText(fr: "aspect d'objet nouveau (réseau)", en: "looks like a new object (network)")
    case .isBuildingLike: LocalizedText(fr: "plutôt bâtiment", en: "building rather than other")
    case .area: LocalizedText(fr: "surface", en: "area")
    case .length, .width, .elongation: LocalizedText(fr: "dimensions", en: "dimensions")
    case .rectangularity: LocalizedText(fr: "forme rectangulaire", en: "rectangular shape")
    case .colourChange: LocalizedText(fr: "changement de couleur", en: "change of colour")
    case .vegetationLost: LocalizedText(fr: "végétation perdue", en: "vegetation lost")
    case .greennessBefore: LocalizedText(fr: "végétation avant", en: "vegetation before")
    case .contrastBefore:
      LocalizedText(fr: "contraste avec l'entourage, avant", en: "contrast with around, before")
    case .contrastAfter:
      LocalizedText(fr: "contraste avec l'entourage, après", en: "contrast with around, after")
    case .evennessGained: LocalizedText(fr: "surface plus unie", en: "more even surface")
    case .outlineBefore: LocalizedText(fr: "contour net avant", en: "sharp outline before")
    case .outlineAfter: LocalizedText(fr: "contour net après", en: "sharp outline after")
    case .correlation: LocalizedText(fr: "dessin du sol resté", en: "pattern of the ground kept")
    case .whitenessAfter: LocalizedText(fr: "clair et sans teinte", en: "bright and without hue")
    case .shadowAfter: LocalizedText(fr: "ombre portée nouvelle", en: "new cast shadow")
    case .shadowBefore: LocalizedText(fr: "ombre portée disparue", en: "cast shadow gone")
    case .darkAfter, .darkBefore: LocalizedText(fr: "zone d'ombre", en: "in the shade")
    case .turquoiseAfter: LocalizedText(fr: "bleu d'eau", en: "blue of water")
    case .raggedness: LocalizedText(fr: "contour irrégulier", en: "ragged outline")
    case .atBorder: LocalizedText(fr: "au bord de l'image", en: "at the picture's edge")
    case .residual: LocalizedText(fr: "recalage imparfait", en: "imperfect registration")
    case .rowsAround: LocalizedText(fr: "rangs de culture autour", en: "rows of a crop around")
    case .changeAround: LocalizedText(fr: "tout change autour", en: "everything around changes")
    }
  }

  /// Measures told as one reason.
  var family: RegionMeasure {
    switch self {
    case .networkPeak: .networkMean
    case .width, .elongation: .length
    case .darkBefore: .darkAfter
    default: self
    }
  }
}
