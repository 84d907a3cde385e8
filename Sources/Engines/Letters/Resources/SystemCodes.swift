/// The three-letter codes of the main systems of French pressurised-water reactors: public facts.
enum SystemCodes {
  /// The system of a code, or `nil`.
  static func name(_ code: String) -> String? { names[code] }

  private static let names: [String: String] = [
    "AHP": "réchauffage haute pression", "APG": "purges des générateurs de vapeur",
    "APP": "turbopompes alimentaires", "ARE": "régulation de l’eau alimentaire",
    "ASG": "eau de secours des générateurs de vapeur", "CET": "étanchéité de la turbine",
    "CEX": "extraction du condenseur", "CFI": "filtration de l’eau brute",
    "CRF": "circulation d’eau du condenseur", "CTE": "traitement de l’eau de circulation",
    "CTF": "traitement des circuits de refroidissement", "DEG": "eau glacée nucléaire",
    "DVK": "ventilation du bâtiment combustible", "DVN": "ventilation du bâtiment des auxiliaires",
    "DVS": "ventilation des pompes de sauvegarde", "DWN": "ventilation du bâtiment des auxiliaires",
    "EAS": "aspersion de l’enceinte", "EBA": "balayage de l’enceinte",
    "ETY": "contrôle de l’atmosphère de l’enceinte", "EVR": "ventilation de l’enceinte",
    "GCT": "contournement de la turbine", "GEX": "excitation de l’alternateur",
    "GRE": "régulation de la turbine", "JDT": "détection d’incendie",
    "JPD": "distribution d’eau d’incendie", "JPI": "protection incendie de l’îlot",
    "JPL": "protection incendie des locaux électriques", "JPP": "production d’eau d’incendie",
    "JPV": "protection incendie des diesels", "JSN": "sectorisation incendie",
    "KER": "rejets d’effluents de l’îlot", "KIS": "instrumentation sismique",
    "KRT": "mesures de radioprotection", "LHP": "groupe électrogène voie A",
    "LHQ": "groupe électrogène voie B", "LLS": "turboalternateur de secours",
    "PTR": "piscines", "RAM": "alimentation des grappes", "RCP": "circuit primaire",
    "RCV": "contrôle chimique et volumétrique", "REA": "appoint en eau et en bore",
    "REN": "échantillonnage nucléaire", "RGL": "commande des grappes",
    "RIS": "injection de sécurité", "RPE": "purges et évents", "RPN": "mesure de puissance",
    "RPR": "protection du réacteur", "RRA": "refroidissement à l’arrêt",
    "RRI": "refroidissement intermédiaire", "SAP": "air comprimé", "SAR": "air de régulation",
    "SDP": "station de pompage", "SEC": "eau brute secourue", "SEK": "effluents du secondaire",
    "SEO": "eaux d’égout", "SES": "eau chaude", "SFI": "filtration",
    "SIR": "conditionnement chimique",
    "TEG": "effluents gazeux", "TEP": "effluents primaires",
    "TER": "rejets de la salle des machines",
    "TES": "effluents solides", "TEU": "effluents usés", "VDA": "décharge à l’atmosphère",
    "VVP": "vapeur principale", "ATE": "traitement des condensats", "SGZ": "stockage de gaz",
    "DMP": "moyens provisoires",
  ]
}
