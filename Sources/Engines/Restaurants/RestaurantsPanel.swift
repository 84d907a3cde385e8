import Review

/// What the restaurants panel declares: its words, facets, reasons, states, tables and actions.
enum RestaurantsPanel {
  /// Names of the facets, shared by the panel's declaration and the suggestions.
  enum FacetName {
    static let commune = "commune"
    static let department = "department"
    static let activity = "activity"
    static let reviews = "reviews"
    static let signal = "signal"
    static let outcome = "outcome"
  }

  /// The name of the table that pairs reviewed places with official establishments.
  static let joinsTable = "joins"

  static let panel = Panel(
    project: .restaurants,
    item: PluralText(
      one: LocalizedText(fr: "établissement", en: "establishment"),
      other: LocalizedText(fr: "établissements", en: "establishments")),
    facets: facets,
    columns: [FacetName.signal, FacetName.reviews, FacetName.activity, FacetName.outcome],
    rejectionReasons: rejectionReasons,
    partRejectionReasons: partRejectionReasons,
    followUp: followUp,
    tables: [joins, .columns(RestaurantFields.all)],
    actions: actions,
    feedingHint: LocalizedText(
      fr: """
        Donnez les exports Alim'confiance et les avis : \
        vigie analyse restaurants alimconfiance.csv avis.tsv
        """,
      en: """
        Give the Alim'confiance exports and the reviews: \
        vigie analyse restaurants alimconfiance.csv reviews.tsv
        """),
    evaluationTasks: [
      EvaluationTask(
        name: "sentiment",
        title: LocalizedText(fr: "avis négatif (note ≤ 2)", en: "negative review (mark ≤ 2)")),
      EvaluationTask(
        name: "sanitary",
        title: LocalizedText(fr: "signalement sanitaire", en: "sanitary report")),
      EvaluationTask(
        name: "establishment",
        title: LocalizedText(fr: "inspection non conforme", en: "non-compliant inspection")),
    ])

  private static let facets = [
    FacetDescription(
      name: FacetName.commune, title: LocalizedText(fr: "Commune", en: "Commune"), width: 14),
    FacetDescription(
      name: FacetName.department, title: LocalizedText(fr: "Département", en: "Département"),
      width: 4),
    FacetDescription(
      name: FacetName.activity, title: LocalizedText(fr: "Activité", en: "Activity"), width: 14),
    FacetDescription(
      name: FacetName.reviews, title: LocalizedText(fr: "Avis", en: "Reviews"), width: 9,
      words: [LocalizedText(fr: "avis", en: "reviews")]),
    FacetDescription(
      name: FacetName.signal, title: LocalizedText(fr: "Signal", en: "Signal"), width: 14,
      words: SanitaryType.allCases.map(\.title)),
    FacetDescription(
      name: FacetName.outcome, title: LocalizedText(fr: "Dernier contrôle", en: "Last result"),
      width: 14, words: Inspection.Outcome.allCases.map(\.title)),
  ]

  private static let rejectionReasons = [
    DecisionReason(
      code: "no-risk", key: "r",
      title: LocalizedText(fr: "pas de risque à mon avis", en: "no risk in my judgement")),
    DecisionReason(
      code: "unfair-reviews", key: "f",
      title: LocalizedText(fr: "avis douteux ou orchestrés", en: "doubtful or staged reviews")),
    DecisionReason(
      code: "wrong-place", key: "p",
      title: LocalizedText(
        fr: "avis d'un autre établissement", en: "reviews of another establishment")),
    DecisionReason(
      code: "closed", key: "c", title: LocalizedText(fr: "fermé", en: "closed"),
      blamesEngine: false),
    DecisionReason(
      code: "already-handled", key: "d",
      title: LocalizedText(fr: "déjà traité", en: "already handled"), blamesEngine: false),
    DecisionReason(
      code: "wrong-data", key: "w",
      title: LocalizedText(fr: "données fausses", en: "wrong data"), blamesEngine: false),
  ]

  private static let partRejectionReasons = [
    DecisionReason(
      code: "not-sanitary", key: "r",
      title: LocalizedText(fr: "pas un problème sanitaire", en: "not a sanitary problem")),
    DecisionReason(
      code: "misread", key: "m",
      title: LocalizedText(
        fr: "mal compris (négation, ironie, plat)", en: "misread (negation, irony, a dish)")),
    DecisionReason(
      code: "other-place", key: "p",
      title: LocalizedText(fr: "parle d'un autre lieu", en: "speaks of another place")),
    DecisionReason(
      code: "unfair", key: "f",
      title: LocalizedText(fr: "avis douteux", en: "doubtful review"), blamesEngine: false),
    DecisionReason(
      code: "too-old", key: "o",
      title: LocalizedText(fr: "trop ancien", en: "too old"), blamesEngine: false),
  ]

  private static let followUp = FollowUpScheme(
    states: [
      .init(
        code: FollowUpCode.toInspect, title: LocalizedText(fr: "à inspecter", en: "to inspect"),
        dueDays: 60),
      .init(
        code: FollowUpCode.planned, title: LocalizedText(fr: "planifié", en: "planned"),
        dueDays: 30),
      .init(
        code: FollowUpCode.compliant,
        title: LocalizedText(fr: "inspecté : conforme", en: "inspected: compliant"),
        isFinal: true),
      .init(
        code: FollowUpCode.nonCompliant,
        title: LocalizedText(fr: "inspecté : non conforme", en: "inspected: non-compliant"),
        dueDays: 30),
      .init(
        code: FollowUpCode.repaired, title: LocalizedText(fr: "corrigé", en: "repaired"),
        isFinal: true),
      .init(
        code: FollowUpCode.closed, title: LocalizedText(fr: "fermé", en: "closed"), isFinal: true),
    ],
    moves: [
      .init(from: FollowUpCode.toInspect, to: FollowUpCode.planned),
      .init(from: FollowUpCode.toInspect, to: FollowUpCode.compliant),
      .init(from: FollowUpCode.toInspect, to: FollowUpCode.nonCompliant),
      .init(from: FollowUpCode.toInspect, to: FollowUpCode.closed),
      .init(from: FollowUpCode.planned, to: FollowUpCode.compliant),
      .init(from: FollowUpCode.planned, to: FollowUpCode.nonCompliant),
      .init(from: FollowUpCode.planned, to: FollowUpCode.closed),
      .init(from: FollowUpCode.nonCompliant, to: FollowUpCode.repaired),
      .init(from: FollowUpCode.nonCompliant, to: FollowUpCode.closed),
    ])

  /// Codes of the follow-up states.
  enum FollowUpCode {
    static let toInspect = "to-inspect"
    static let planned = "planned"
    static let compliant = "compliant"
    static let nonCompliant = "non-compliant"
    static let repaired = "repaired"
    static let closed = "closed"
  }

  private static let joins = KnowledgeTable(
    name: joinsTable,
    title: LocalizedText(
      fr: "Lieux d'avis ↔ établissements", en: "Reviewed places ↔ establishments"),
    columns: [
      .init(
        name: "place", title: LocalizedText(fr: "Lieu sur le site d'avis", en: "Reviewed place"),
        type: .text, isRequired: true),
      .init(
        name: "siret",
        title: LocalizedText(
          fr: "SIRET (« aucun » : ne pas rapprocher)", en: "SIRET (“aucun”: do not join)"),
        type: .text, isRequired: true),
      .init(name: "remark", title: LocalizedText(fr: "Remarque", en: "Remark"), type: .text),
    ],
    editableBy: .agent)

  private static let actions = [
    ActionDescription(
      name: "join",
      title: LocalizedText(
        fr: "Confirmer le rapprochement avis ↔ SIRET", en: "Confirm the pair reviews ↔ SIRET"),
      help: LocalizedText(
        fr: "Écrit dans la table des rapprochements ; pris en compte à la prochaine analyse.",
        en: "Writes the table of pairs; taken into account at the next analysis."),
      key: "J", scope: .suggestion,
      parameters: [
        .init(
          name: "siret",
          title: LocalizedText(fr: "SIRET, ou « aucun »", en: "SIRET, or “aucun” for none"),
          type: .text)
      ]),
    ActionDescription(
      name: "fairness",
      title: LocalizedText(fr: "Équité du classement", en: "Fairness of the ranking"),
      help: LocalizedText(
        fr: "Prévu et observé par activité, département et nombre d'avis.",
        en: "Predicted and observed by activity, département and number of reviews."),
      scope: .panel),
    ActionDescription(
      name: "plan",
      title: LocalizedText(fr: "Liste d'inspections", en: "List of inspections"),
      help: LocalizedText(
        fr: "Les meilleures suggestions et la part tirée au hasard, en Markdown.",
        en: "The best suggestions and the share drawn at random, in Markdown."),
      scope: .panel,
      parameters: [
        .init(
          name: "count", title: LocalizedText(fr: "Nombre", en: "Count"),
          type: .integer(1...500), initial: "20")
      ]),
  ]
}
