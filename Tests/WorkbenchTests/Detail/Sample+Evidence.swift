import Display
import Review

/// One example of each kind of evidence.
extension Sample {
  static let passage = Evidence.passage(
    PassageEvidence(
      text: """
        Accueil charmant, mais toute la famille a été malade toute la nuit. Le poulet était \
        encore rosé et la vitrine sentait mauvais.
        Plus jamais.
        """,
      highlights: [
        .init(span: Span(46, 66), label: both("maladie", "illness")),
        .init(span: Span(84, 95), label: both("cuisson", "undercooked")),
        .init(span: Span(110, 125), label: both("odeur", "smell")),
      ],
      source: DocumentReference(document: "d1", span: Span(10, 140)),
      caption: both("avis 2★ · signalement 91 %", "review 2★ · report 91%"),
      date: date(2026, 10, 3), part: "p1"))

  static let passageParts = [
    Part(
      id: "p1", title: "Malade toute la nuit", kind: "passage",
      score: Score(0.91, basis: .probability(model: 7)))
  ]

  static let contributions = Evidence.contributions(
    ContributionsEvidence(
      base: -2.1,
      reasons: [
        .init(
          label: both("4 avis d'au moins 4★", "4 reviews of at least 4★"), value: -0.38,
          source: both("avis.tsv", "reviews.tsv")),
        .init(
          label: both(
            "2 avis parlent de maladie depuis octobre, le dernier il y a 17 jours",
            "2 reviews speak of illness since October, the last one 17 days ago"), value: 3.15,
          source: both("avis.tsv, lignes 12 et 40", "reviews.tsv, rows 12 and 40")),
        .init(label: both("dernier contrôle : à améliorer", "last result: to improve"), value: 1.3),
      ]))

  static let picturePair = Evidence.picturePair(
    PicturePairEvidence(
      before: "b.png", after: "a.png", beforeDate: date(2021, 6, 14),
      afterDate: date(2024, 5, 13),
      outline: [
        .init(x: 10, y: 6), .init(x: 27, y: 23), .init(x: 21, y: 29), .init(x: 4, y: 12),
      ], metresPerPixel: 0.2,
      description: both(
        "Un rectangle clair est apparu sur l'herbe, près d'un chemin.",
        "A bright rectangle appeared on the grass, near a track.")))

  static let pictures: [String: Raster] = {
    func raster(_ light: (Int, Int) -> UInt8) -> Raster? {
      let bytes = (0..<32).flatMap { y in
        (0..<32).flatMap { x in Array(repeating: light(x, y), count: 3) }
      }
      return Raster(width: 32, height: 32, bytes: bytes)
    }
    let before = raster { x, _ in UInt8(x * 4) }
    let after = raster { x, y in (8..<24).contains(x) && (8..<24).contains(y) ? 250 : UInt8(x * 4) }
    return ["b.png": before, "a.png": after].compactMapValues { $0 }
  }()

  static let plan = Evidence.plan(
    PlanEvidence(
      shapes: [
        .init(
          role: .zone, label: both("zone protégée", "protected zone"),
          points: square(43.3000, 3.4000, 0.0020)),
        .init(
          role: .ground, label: both("parcelle AB 12", "parcel AB 12"),
          points: square(43.3005, 3.4005, 0.0008)),
        .init(
          role: .subject, label: both("caravane", "caravan"),
          points: square(43.3007, 3.4007, 0.0002)),
        .init(
          role: .neighbour, label: both("mas", "farm"),
          points: [Coordinate(latitude: 43.3016, longitude: 3.4015)].compactMap { $0 }),
      ],
      description: both(
        "La caravane est à 40 m du chemin.", "The caravan stands 40 m from the track.")))

  static func square(_ south: Double, _ west: Double, _ side: Double) -> [Coordinate] {
    [(0, 0), (0, side), (side, side), (side, 0)].compactMap {
      Coordinate(latitude: south + $0.0, longitude: west + $0.1)
    }
  }

  static let line = Evidence.series(
    SeriesEvidence(
      title: both("Nitrates, station 12", "Nitrates, station 12"), unit: "mg/L", form: .line,
      points: [
        (2022, 1, 12.0, false), (2022, 7, 0.5, true), (2023, 1, 38.5, false),
        (2023, 7, 22.0, false), (2024, 1, 61.2, false), (2024, 7, 44.0, false),
        (2025, 1, 55.0, false),
      ].map {
        .init(date: date($0.0, $0.1, 15), value: $0.2, isCensored: $0.3)
      },
      thresholds: [.init(label: both("limite", "limit"), value: 50)],
      source: both("analyses.csv", "analyses.csv")))

  static let bars = Evidence.series(
    SeriesEvidence(
      title: both("Signalements par mois", "Reports per month"), unit: "", form: .bars,
      points: [0, 0, 1, 0, 2, 1, 0, 0, 3, 5, 8, 4].enumerated().map {
        .init(
          date: date(2025 + ($0.offset + 10) / 12, ($0.offset + 10) % 12 + 1, 1), value: $0.element)
      }, source: both("avis lus", "reviews read")))

  static let facts = Evidence.facts(
    FactsEvidence(
      title: both("Établissement", "Establishment"),
      facts: [
        .init(name: both("Activité", "Activity"), value: both("restaurant", "restaurant")),
        .init(
          name: both("Adresse", "Address"),
          value: both("12 quai de la Marine, 34200 Sète", "12 quai de la Marine, 34200 Sète"),
          source: both("contrôles.csv, ligne 8", "controls.csv, row 8")),
        .init(
          name: both("Dernier contrôle publié", "Last published result"),
          value: both(
            "à améliorer, deux écarts sur la chaîne du froid, relevés le 3 mars",
            "to improve, two deviations on the cold chain, found on 3 March"),
          source: both("registre des contrôles, n° 4711", "register of controls, no. 4711")),
      ]))

  static let dialogue = Evidence.dialogue(
    DialogueEvidence(
      title: both("Appel du 3 octobre", "Call of 3 October"),
      turns: [
        .init(
          speaker: both("appelant", "caller"), isMachine: false,
          text: "bonjour euh le prélèvement il est rejeté, je comprends pas",
          time: time(2026, 10, 3, 842),
          highlights: [
            .init(span: Span(15, 26), label: both("prélèvement", "debit")),
            .init(span: Span(34, 40), label: both("rejet", "rejection")),
          ]),
        .init(
          speaker: both("robot", "bot"), isMachine: true, text: "Je n'ai pas compris.",
          time: time(2026, 10, 3, 843)),
      ], document: "call-1"))

  static let statements = Evidence.statements(
    StatementsEvidence(sections: [
      .init(
        title: both("Diagnostic", "Diagnosis"),
        statements: [
          statement(
            "s1", both("Histologie", "Histology"), both("adénocarcinome", "adenocarcinoma"),
            .stated, both("affirmé", "affirmed"), 3),
          statement(
            "s2", both("Côté", "Side"),
            both("gauche (scanner) / droit (opération)", "left (scan) / right (surgery)"),
            .conflict, both("", ""), 2),
          statement(
            "s3", both("Quorum", "Quorum"), both("non trouvé", "not found"), .missing, both("", ""),
            0),
        ]),
      .init(
        title: both("Suites", "After surgery"),
        statements: [
          statement(
            "s4", both("Complication", "Complication"),
            both(
              "fistule, reprise : Clavien-Dindo IIIb", "fistula, reoperation: Clavien-Dindo IIIb"),
            .hypothesis, both("déduit", "inferred"), 1)
        ]),
    ]))

  private static func statement(
    _ part: String, _ label: LocalizedText, _ text: LocalizedText,
    _ status: StatementsEvidence.Status, _ qualifier: LocalizedText, _ sources: Int
  ) -> StatementsEvidence.Statement {
    .init(
      part: part, label: label, text: text, qualifier: qualifier, status: status,
      sources: (0..<sources).map { DocumentReference(document: "d\($0)", span: Span(0, 5)) })
  }

  /// The kinds by name, with what goes with them.
  static let kinds:
    [(name: String, evidence: Evidence, parts: [Part], decided: [String: ReviewStatus])] = [
      ("passage", passage, passageParts, ["p1": .accepted]),
      ("contributions", contributions, [], [:]), ("pictures", picturePair, [], [:]),
      ("plan", plan, [], [:]), ("line", line, [], [:]), ("bars", bars, [], [:]),
      ("facts", facts, [], [:]), ("dialogue", dialogue, [], [:]),
      ("statements", statements, [], ["s1": .accepted, "s4": .rejected]),
    ]

  static let all = kinds.map(\.evidence)
}
