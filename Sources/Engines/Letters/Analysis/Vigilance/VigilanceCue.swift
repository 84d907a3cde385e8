import Review

/// What words of a letter say about vigilance. Each kind of cue is a feature of the model and a
/// line of its explanation.
public enum VigilanceCue: String, CaseIterable, Sendable, Codable {
  /// A word that opposes: toutefois, cependant, en revanche.
  case contrast
  /// Something is asked: je vous demande, vous veillerez à.
  case request
  /// Something is still to be done: devra, il conviendra, à améliorer, des progrès.
  case duty
  /// Something was not done or is not so: n'a pas été, ne permet pas.
  case unmet
  /// Nothing of what is needed: aucune mesure, sans justification, dépourvu.
  case without
  /// Nothing wrong was found: aucune anomalie, n'appelle pas de remarque.
  case noProblem
  /// Something is missing: absence, manque, défaut, lacune.
  case absence
  /// A deviation: écart, non-conformité, anomalie, erreur, insuffisant.
  case deviation
  /// Equipment in bad state: dégradé, fuite, corrosion, indisponible, ouverte.
  case degraded
  /// A quality that is denied: pas satisfaisant, pas conforme, pas à jour.
  case notSuch
  /// It happened before: à nouveau, déjà constaté, récurrent, toujours pas.
  case repetition
  /// It cannot wait: sans délai, immédiatement, suspendre.
  case urgency
  /// Something promised is late: engagement non tenu, retard, échéance dépassée.
  case late
  /// A safety function or a protected interest is named: confinement, criticité, coupe-feu, dose.
  case safety
  /// Praise: satisfaisant, bonne tenue, rigoureux.
  case praise
  /// What the inspectors did that day: ont examiné, se sont rendus.
  case agenda
  /// A quoted rule: l'article … dispose, conformément à.
  case rule
  /// What the operator said: vous avez indiqué.
  case statement
  /// A condition: si, le cas échéant.
  case condition
  /// Something was found: ont constaté, relevé, noté.
  case finding
  /// The authority wonders: s'étonnent, déplorent, s'interrogent.
  case concern
  /// A purpose: afin de, garantir.
  case purpose
  /// A reference and no sentence: [1], portant homologation, www.
  case reference

  /// The cue as a line of an explanation.
  public var title: LocalizedText {
    switch self {
    case .contrast: LocalizedText(fr: "mot d’opposition", en: "opposing word")
    case .request: LocalizedText(fr: "demande à l’exploitant", en: "request to the operator")
    case .duty: LocalizedText(fr: "reste à faire", en: "still to be done")
    case .unmet: LocalizedText(fr: "non fait ou non respecté", en: "not done or not respected")
    case .without: LocalizedText(fr: "aucun, sans", en: "none, without")
    case .noProblem: LocalizedText(fr: "aucun écart relevé", en: "nothing wrong found")
    case .absence: LocalizedText(fr: "absence, manque", en: "missing")
    case .deviation: LocalizedText(fr: "écart, anomalie", en: "deviation, anomaly")
    case .degraded: LocalizedText(fr: "matériel dégradé", en: "equipment in bad state")
    case .notSuch: LocalizedText(fr: "qualité niée", en: "quality denied")
    case .repetition: LocalizedText(fr: "déjà constaté", en: "seen before")
    case .urgency: LocalizedText(fr: "urgence", en: "urgency")
    case .late: LocalizedText(fr: "retard, engagement", en: "late, commitment")
    case .safety: LocalizedText(fr: "fonction de sûreté", en: "safety function")
    case .praise: LocalizedText(fr: "appréciation positive", en: "praise")
    case .agenda: LocalizedText(fr: "déroulé de l’inspection", en: "course of the inspection")
    case .rule: LocalizedText(fr: "règle citée", en: "quoted rule")
    case .statement: LocalizedText(fr: "propos de l’exploitant", en: "operator’s statement")
    case .condition: LocalizedText(fr: "condition", en: "condition")
    case .finding: LocalizedText(fr: "constat", en: "finding")
    case .concern: LocalizedText(fr: "interrogation de l’ASN", en: "the authority wonders")
    case .purpose: LocalizedText(fr: "objectif énoncé", en: "stated purpose")
    case .reference: LocalizedText(fr: "référence seule", en: "reference only")
    }
  }
}
