import Review

/// What the inspections panel declares.
enum InspectionsPanel {
  enum FollowUpCode {
    static let toInspect = "to-inspect"
    static let planned = "planned"
    static let compliant = "compliant"
    static let nonCompliant = "non-compliant"
    static let notice = "formal-notice"
    static let prosecuted = "prosecuted"
    static let repaired = "repaired"
    static let closed = "closed"
  }

  static let panel = Panel(
    project: .inspections,
    item: PluralText(
      one: LocalizedText(fr: "site", en: "site"), other: LocalizedText(fr: "sites", en: "sites")),
    facets: facets,
    columns: [FacetName.theme, FacetName.last, FacetName.plan, FacetName.followUp],
    rejectionReasons: rejectionReasons,
    followUp: followUp,
    tables: [
      PlanEntry.table, Budgets.table, thresholds, .columns(InspectionFields.all),
    ],
    actions: actions,
    feedingHint: LocalizedText(
      fr: """
        Donnez les mesures, les stations, les installations et les contrôles passés : \
        vigie analyse inspections analyses.csv stations.csv icpe.csv controles.csv
        """,
      en: """
        Give measurements, stations, sites and past inspections: \
        vigie analyse inspections analyses.csv stations.csv icpe.csv inspections.csv
        """),
    evaluationTasks: [
      EvaluationTask(
        name: "outcomes",
        title: LocalizedText(
          fr: "non-conformité trouvée à l'inspection (--map)",
          en: "non-conformity found by the inspection (--map)")),
      EvaluationTask(
        name: "exceedance",
        title: LocalizedText(
          fr: "dépassement d'un seuil au prochain prélèvement",
          en: "threshold exceeded by the next sample")),
    ],
    exportFormats: ["plan-csv", "plan-markdown", "plan-geojson"])

  private static let rejectionReasons = [
    DecisionReason(
      code: "no-risk", key: "r",
      title: LocalizedText(fr: "pas de risque à mon avis", en: "no risk in my judgement")),
    DecisionReason(
      code: "not-priority", key: "p",
      title: LocalizedText(fr: "pas une priorité", en: "not a priority")),
    DecisionReason(
      code: "other-cause", key: "o",
      title: LocalizedText(
        fr: "la cause est ailleurs (amont, naturel)",
        en: "the cause lies elsewhere (upstream, natural)")),
    DecisionReason(
      code: "already-handled", key: "d",
      title: LocalizedText(fr: "déjà traité", en: "already handled"), blamesEngine: false),
    DecisionReason(
      code: "wrong-data", key: "w",
      title: LocalizedText(fr: "données fausses", en: "wrong data"), blamesEngine: false),
    DecisionReason(
      code: "closed", key: "c",
      title: LocalizedText(fr: "site fermé", en: "site closed"), blamesEngine: false),
  ]

  static let followUp = FollowUpScheme(
    states: [
      .init(
        code: FollowUpCode.toInspect, title: LocalizedText(fr: "à contrôler", en: "to inspect"),
        dueDays: 60),
      .init(
        code: FollowUpCode.planned, title: LocalizedText(fr: "planifié", en: "planned"), dueDays: 30
      ),
      .init(
        code: FollowUpCode.compliant,
        title: LocalizedText(fr: "contrôlé : conforme", en: "inspected: compliant"), isFinal: true),
      .init(
        code: FollowUpCode.nonCompliant,
        title: LocalizedText(fr: "contrôlé : non conforme", en: "inspected: non-compliant"),
        dueDays: 60),
      .init(
        code: FollowUpCode.notice,
        title: LocalizedText(fr: "mise en demeure", en: "formal notice"), dueDays: 90),
      .init(
        code: FollowUpCode.prosecuted,
        title: LocalizedText(fr: "procédure judiciaire", en: "prosecuted"), dueDays: 180),
      .init(
        code: FollowUpCode.repaired, title: LocalizedText(fr: "régularisé", en: "repaired"),
        isFinal: true),
      .init(
        code: FollowUpCode.closed, title: LocalizedText(fr: "clos", en: "closed"), isFinal: true),
    ],
    moves: moves([
      (
        FollowUpCode.toInspect,
        [
          FollowUpCode.planned, FollowUpCode.compliant, FollowUpCode.nonCompliant,
          FollowUpCode.closed,
        ]
      ),
      (
        FollowUpCode.planned,
        [
          FollowUpCode.compliant, FollowUpCode.nonCompliant, FollowUpCode.closed,
        ]
      ),
      (
        FollowUpCode.nonCompliant,
        [
          FollowUpCode.notice, FollowUpCode.prosecuted, FollowUpCode.repaired, FollowUpCode.closed,
        ]
      ),
      (
        FollowUpCode.notice,
        [
          FollowUpCode.prosecuted, FollowUpCode.repaired, FollowUpCode.closed,
        ]
      ),
      (FollowUpCode.prosecuted, [FollowUpCode.repaired, FollowUpCode.closed]),
    ]))

  private static func moves(_ list: [(String, [String])]) -> [FollowUpScheme.Move] {
    list.flatMap { from, targets in targets.map { .init(from: from, to: $0) } }
  }

  static let thresholdsTable = "thresholds"

  private static let thresholds = KnowledgeTable(
    name: thresholdsTable,
    title: LocalizedText(fr: "Seuils par paramètre", en: "Thresholds by parameter"),
    columns: [
      .init(
        name: "parameter", title: LocalizedText(fr: "Code SANDRE", en: "SANDRE code"),
        type: .text, isRequired: true),
      .init(
        name: "threshold", title: LocalizedText(fr: "Seuil", en: "Threshold"),
        type: .number(0...1e9), isRequired: true),
      .init(name: "label", title: LocalizedText(fr: "Nom", en: "Name"), type: .text),
    ], editableBy: .supervisor, feedsModel: true)

  private static let actions = [
    ActionDescription(
      name: "plan",
      title: LocalizedText(fr: "Établir un plan de contrôle", en: "Make an inspection plan"),
      help: LocalizedText(
        fr: "Les prochains contrôles sous les moyens, avec une part tirée au hasard ; consigné.",
        en: "The next inspections within budgets, with a share drawn at random; recorded."),
      key: "P", scope: .panel,
      parameters: [
        .init(
          name: "count",
          title: LocalizedText(fr: "Nombre de contrôles", en: "Number of inspections"),
          type: .integer(1...500), initial: "20"),
        .init(
          name: "share",
          title: LocalizedText(fr: "Part tirée au hasard (10–20 %)", en: "Share drawn (10–20%)"),
          type: .integer(10...20), initial: "15"),
        .init(
          name: "name",
          title: LocalizedText(fr: "Nom du plan (vide : le mois)", en: "Name (empty: the month)"),
          type: .text),
        .init(
          name: "theme", title: LocalizedText(fr: "Thème (vide : tous)", en: "Theme (empty: all)"),
          type: .text),
        .init(
          name: "territory",
          title: LocalizedText(fr: "Département (vide : tous)", en: "Département (empty: all)"),
          type: .text),
      ]),
    ActionDescription(
      name: "print",
      title: LocalizedText(fr: "Imprimer le plan", en: "Print the plan"),
      help: LocalizedText(fr: "Le dernier plan en Markdown.", en: "The latest plan in Markdown."),
      scope: .panel),
    ActionDescription(
      name: "follow-up",
      title: LocalizedText(
        fr: "Suites : en retard, régularisé", en: "Follow-up: overdue, repaired"),
      help: LocalizedText(
        fr: "Ce que sont devenues les non-conformités, dans les tables de contrôles et ici.",
        en: "What became of non-conformities, in the tables of inspections and here."),
      key: "O", scope: .panel),
    ActionDescription(
      name: "drift",
      title: LocalizedText(fr: "Dérive des données", en: "Drift of the inputs"),
      help: LocalizedText(
        fr: "Colonnes et listes de codes qui ont changé depuis l'apprentissage.",
        en: "Columns and code lists that have changed since the training."),
      scope: .panel),
  ]
}
