import Review

/// The subject of a passage, one of twenty.
public enum LetterTheme: String, CaseIterable, Sendable, Codable {
  case maintenance = "materiel_maintenance"
  case methods = "methodes_procedures_rex"
  case organisation = "organisation_competences_ecarts"
  case trades = "metiers_meca_elec_cc_gc"
  case barriers = "barrieres_combustible"
  case operation = "conduite_chantiers"
  case operatingRules = "rge_accidents_chimie"
  case hazards = "agressions_seisme_grand_froid"
  case fire = "incendie"
  case pressure = "esp_espn"
  case waste = "dechets_effluents_contamines"
  case environment = "environnement_rejets"
  case emergency = "urgence_crise"
  case workers = "radioprotection_travailleurs"
  case patients = "radioprotection_patients"
  case zoning = "zonage_controles_rp"
  case sources = "sources_autorisations"
  case transport
  case safetyFunctions = "fonctions_surete_eip_demantelement"
  case suppliers = "fournisseurs_accelerateurs"

  /// The theme's name.
  public var title: LocalizedText {
    switch self {
    case .maintenance:
      LocalizedText(fr: "Matériel et maintenance", en: "Equipment and maintenance")
    case .methods:
      LocalizedText(fr: "Méthodes et REX", en: "Methods and feedback")
    case .organisation:
      LocalizedText(fr: "Organisation et compétences", en: "Organisation and skills")
    case .trades:
      LocalizedText(
        fr: "Mécanique, électricité, génie civil", en: "Mechanics, electrics, civil works")
    case .barriers:
      LocalizedText(fr: "Barrières et combustible", en: "Barriers and fuel")
    case .operation: LocalizedText(fr: "Conduite et chantiers", en: "Operation and works")
    case .operatingRules:
      LocalizedText(fr: "RGE, accidents, chimie", en: "Operating rules, accidents, chemistry")
    case .hazards:
      LocalizedText(fr: "Agressions (séisme, grand froid)", en: "Hazards (quake, cold)")
    case .fire: LocalizedText(fr: "Incendie", en: "Fire")
    case .pressure: LocalizedText(fr: "Équipements sous pression", en: "Pressure equipment")
    case .waste:
      LocalizedText(fr: "Déchets et effluents", en: "Waste and effluents")
    case .environment:
      LocalizedText(fr: "Environnement et rejets", en: "Environment and releases")
    case .emergency: LocalizedText(fr: "Urgence et crise", en: "Emergency")
    case .workers:
      LocalizedText(fr: "Radioprotection des travailleurs", en: "Radiation protection of workers")
    case .patients:
      LocalizedText(fr: "Radioprotection des patients", en: "Radiation protection of patients")
    case .zoning:
      LocalizedText(fr: "Zonage et contrôles", en: "Zoning and radiation checks")
    case .sources:
      LocalizedText(fr: "Sources et autorisations", en: "Sources and licences")
    case .transport: LocalizedText(fr: "Transport", en: "Transport")
    case .safetyFunctions:
      LocalizedText(fr: "Fonctions de sûreté, démantèlement", en: "Safety functions, dismantling")
    case .suppliers:
      LocalizedText(fr: "Fournisseurs, accélérateurs", en: "Suppliers, accelerators")
    }
  }
}
