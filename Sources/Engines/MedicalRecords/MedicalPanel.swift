import Review

/// What the medical panel declares: its words, facets, reasons, states, tables and actions.
enum MedicalPanel {
  /// Names of the facets, shared by the panel's declaration and the suggestions.
  enum FacetName {
    static let conflicts = "conflicts"
    static let documents = "documents"
    static let site = "site"
    static let stage = "stage"
    static let specialty = "specialty"
  }

  /// Codes of the reasons for rejecting a statement.
  enum Reason {
    static let span = "span"
    static let attribute = "attribute"
    static let patient = "patient"
    static let outdated = "outdated"
    static let useless = "useless"
  }

  /// The name of the table of the hospital's own terms.
  static let lexiconTable = "lexicon"
  /// Formats of export.
  enum Format {
    static let fhir = "fhir"
    static let cda = "cda"
    static let text = "text"
    static let statements = "statements"
  }

  static let panel = Panel(
    project: .medical,
    item: PluralText(
      one: LocalizedText(fr: "dossier", en: "record"),
      other: LocalizedText(fr: "dossiers", en: "records")),
    facets: facets,
    columns: [FacetName.conflicts, FacetName.site, FacetName.stage, FacetName.documents],
    rejectionReasons: rejectionReasons,
    partRejectionReasons: partRejectionReasons,
    followUp: followUp,
    tables: [lexicon],
    actions: MedicalActions.descriptions,
    feedingHint: LocalizedText(
      fr: "Donnez un dossier par patient (TXT, CDA, HL7) ou une table de notes (CSV, JSON Lines) : "
        + "vigie analyse medical dossiers/",
      en: "Give one folder a patient (TXT, CDA, HL7) or a table of notes (CSV, JSON Lines): "
        + "vigie analyse medical records/"),
    evaluationTasks: tasks,
    exportFormats: [Format.fhir, Format.cda, Format.text, Format.statements],
    isConfidential: true)

  private static let facets = [
    FacetDescription(
      name: FacetName.conflicts, title: LocalizedText(fr: "Conflits", en: "Conflicts"), width: 12,
      words: (0...20).map {
        LocalizedText(
          fr: $0 < 2 ? "\($0) conflit" : "\($0) conflits",
          en: $0 == 1 ? "1 conflict" : "\($0) conflicts")
      }),
    FacetDescription(
      name: FacetName.site, title: LocalizedText(fr: "Siège", en: "Site"), width: 16),
    FacetDescription(
      name: FacetName.stage, title: LocalizedText(fr: "TNM", en: "TNM"), width: 12),
    FacetDescription(
      name: FacetName.documents, title: LocalizedText(fr: "Documents", en: "Documents"), width: 10),
    FacetDescription(
      name: FacetName.specialty, title: LocalizedText(fr: "Réunion", en: "Meeting"), width: 14,
      words: meetings),
  ]

  /// The meetings a tumour's site leads to.
  static let meetings = [
    LocalizedText(fr: "RCP à préciser", en: "to be chosen"),
    LocalizedText(fr: "RCP ORL", en: "head and neck"),
    LocalizedText(fr: "RCP digestive", en: "digestive"),
    LocalizedText(fr: "RCP thoracique", en: "thoracic"),
    LocalizedText(fr: "RCP dermatologie", en: "dermatology"),
    LocalizedText(fr: "RCP sein", en: "breast"),
    LocalizedText(fr: "RCP gynécologie", en: "gynaecology"),
    LocalizedText(fr: "RCP urologie", en: "urology"),
    LocalizedText(fr: "RCP neuro-oncologie", en: "neuro-oncology"),
    LocalizedText(fr: "RCP endocrinologie", en: "endocrinology"),
    LocalizedText(fr: "RCP oncologie", en: "oncology"),
  ]

  private static let rejectionReasons = [
    DecisionReason(
      code: "not-ready", key: "n",
      title: LocalizedText(fr: "dossier incomplet", en: "record not complete"), blamesEngine: false),
    DecisionReason(
      code: "conflict", key: "c",
      title: LocalizedText(fr: "contradiction à lever", en: "contradiction to settle"),
      blamesEngine: false),
    DecisionReason(
      code: "wrong-summary", key: "s",
      title: LocalizedText(fr: "synthèse fausse", en: "wrong summary")),
    DecisionReason(
      code: "mixed", key: "m",
      title: LocalizedText(
        fr: "documents de plusieurs patients", en: "documents of several patients")),
  ]

  private static let partRejectionReasons = [
    DecisionReason(
      code: Reason.span, key: "s",
      title: LocalizedText(fr: "mauvais passage", en: "wrong span")),
    DecisionReason(
      code: Reason.attribute, key: "a",
      title: LocalizedText(
        fr: "mauvais attribut (nié, suspecté…)", en: "wrong attribute (negated…)")),
    DecisionReason(
      code: Reason.patient, key: "p",
      title: LocalizedText(fr: "pas ce patient", en: "not this patient")),
    DecisionReason(
      code: Reason.outdated, key: "d",
      title: LocalizedText(fr: "périmé", en: "out of date")),
    DecisionReason(
      code: Reason.useless, key: "u",
      title: LocalizedText(fr: "inutile ici", en: "not useful here")),
  ]

  private static let followUp = FollowUpScheme(
    states: [
      .init(code: "ready", title: LocalizedText(fr: "prêt pour la RCP", en: "ready"), dueDays: 14),
      .init(code: "presented", title: LocalizedText(fr: "présenté", en: "presented"), dueDays: 30),
      .init(code: "postponed", title: LocalizedText(fr: "reporté", en: "postponed"), dueDays: 14),
      .init(code: "closed", title: LocalizedText(fr: "clos", en: "closed"), isFinal: true),
    ],
    moves: [
      .init(from: "ready", to: "presented"), .init(from: "ready", to: "postponed"),
      .init(from: "postponed", to: "presented"), .init(from: "presented", to: "closed"),
      .init(from: "postponed", to: "closed"),
    ])

  private static let lexicon = KnowledgeTable(
    name: lexiconTable,
    title: LocalizedText(fr: "Termes de l'établissement", en: "Terms of the hospital"),
    columns: [
      .init(
        name: "term", title: LocalizedText(fr: "Terme", en: "Term"), type: .text, isRequired: true),
      .init(
        name: "kind", title: LocalizedText(fr: "Nature", en: "Kind"),
        type: .choice(ConceptKind.allCases.map(\.rawValue)), isRequired: true),
      .init(
        name: "code", title: LocalizedText(fr: "Code, ou forme longue", en: "Code, or long form"),
        type: .text),
    ],
    editableBy: .expert)

  private static let tasks = [
    EvaluationTask(
      name: "attributes",
      title: LocalizedText(
        fr: "négation, hypothèse, famille, antécédent",
        en: "negation, hypothesis, family, past history")),
    EvaluationTask(
      name: "mentions", title: LocalizedText(fr: "mentions et codes", en: "mentions and codes")),
    EvaluationTask(
      name: "times", title: LocalizedText(fr: "dates et durées", en: "dates and durations")),
    EvaluationTask(
      name: "measures", title: LocalizedText(fr: "résultats et mesures", en: "results and measures")
    ),
    EvaluationTask(
      name: "tnm", title: LocalizedText(fr: "classifications TNM", en: "TNM stages")),
    EvaluationTask(
      name: "sections", title: LocalizedText(fr: "titres de sections", en: "section headings")),
    EvaluationTask(
      name: "diagnosis",
      title: LocalizedText(fr: "diagnostic principal", en: "main diagnosis")),
  ]
}
