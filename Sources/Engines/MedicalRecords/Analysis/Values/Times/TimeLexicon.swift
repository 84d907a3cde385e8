import Language

/// Words of time, by hash of their stem.
enum TimeLexicon {
  /// A unit of time.
  struct Unit: Sendable, Hashable {
    /// The letter of ISO 8601 (`Y`, `M`, `W`, `D`, `H`, `S`).
    var letter: Character
    /// Whether the unit is part of a day.
    var isClock: Bool
    /// About how many days one is.
    var days: Double
  }

  private static func table<Value>(_ rows: [(String, Value)]) -> [UInt64: Value] {
    Dictionary(
      rows.flatMap { names, value in
        names.split(separator: " ").map {
          (WordStem.hash(TokenizedText(String($0)).bytes), value)
        }
      }, uniquingKeysWith: { first, _ in first })
  }

  static let units: [UInt64: Unit] = table([
    ("an ans annee", Unit(letter: "Y", isClock: false, days: 365.25)),
    ("mois", Unit(letter: "M", isClock: false, days: 30.44)),
    ("semaine sem sa", Unit(letter: "W", isClock: false, days: 7)),
    ("jour j jr jrs", Unit(letter: "D", isClock: false, days: 1)),
    ("heure h", Unit(letter: "H", isClock: true, days: 1.0 / 24)),
    ("minute min mn", Unit(letter: "M", isClock: true, days: 1.0 / 1440)),
    ("seconde sec", Unit(letter: "S", isClock: true, days: 1.0 / 86_400)),
  ])

  static let months: [UInt64: Int] = table([
    ("janvier janv jan", 1), ("fevrier fevr fev feb", 2), ("mars", 3), ("avril avr", 4),
    ("mai", 5), ("juin", 6), ("juillet juil", 7), ("aout", 8), ("septembre sept", 9),
    ("octobre oct", 10), ("novembre nov", 11), ("decembre dec", 12),
  ])

  static let frequencies: [UInt64: String] = table([
    ("quotidien quotidienne quotidiennement journalier journaliere", "R/P1D"),
    ("hebdomadaire", "R/P1W"), ("mensuel mensuelle mensuellement", "R/P1M"),
    ("trimestriel trimestrielle", "R/P3M"), ("semestriel semestrielle", "R/P6M"),
    ("annuel annuelle", "R/P1Y"), ("periodique", "R"), ("biquotidien biquotidienne", "R/PT12H"),
    ("bihebdomadaire", "R/P3D"), ("trihebdomadaire", "R/P2D"),
  ])

  /// Counted things: before them a number says how often.
  static let counted: Set<UInt64> = Set(
    table([
      (
        """
        fois reprise episode cure cycle seance prise tentative grossesse avortement fausse couche \
        cesarienne recidive rechute poussee injection transfusion geste pare gestation
        """, 1
      )
    ]).keys)

  /// Words before a year that make a bare number one.
  static let yearCues: Set<UInt64> = Set(
    table([
      (
        """
        en depuis de annee l fin debut courant vers avant apres printemps ete automne hiver jusqu \
        a et entre ou date an
        """, 1
      )
    ]).keys)

  /// What is counted per minute.
  static let beats: Set<UInt64> = Set(
    table([("battement cycle mouvement respiration pulsation contraction", 1)]).keys)

  /// Words that tell how far a time lies from another.
  static let shifts: [UInt64: Int] = table([
    ("apres tard", 1), ("avant auparavant plutot tot", -1),
  ])

  static let vague: Set<UInt64> = Set(
    table([("quelque plusieurs plusieur quelques", 1)]).keys)

  /// Words after which « 55 ans » is an age.
  static let ageCues: Set<UInt64> = Set(
    table([
      (
        """
        age agee homme femme patient patiente garcon fille enfant monsieur madame mme mr nourrisson \
        adolescent adolescente jeune dame etudiant sujet nouveau ne fillette bebe
        """, 1
      )
    ]).keys)

  static let phases: Set<UInt64> = Set(
    table([
      (
        """
        preoperatoire postoperatoire peroperatoire preanesthesique peranesthesique postanesthesique \
        postpartum prepartum antenatal prenatal postnatal neonatal peripartum perinatal \
        postchimiotherapie perioperatoire
        """, 1
      )
    ]).keys)

  static let phasePrefixes: Set<UInt64> = Set(table([("pre post per peri", 1)]).keys)

  static let phaseStems: Set<UInt64> = Set(
    table([
      (
        """
        operatoire partum endoscopie anesthesique natal chirurgical interventionnel therapeutique \
        traumatique transfusionnel critique greffe abortum chimiotherapie prandial
        """, 1
      )
    ]).keys)
}
