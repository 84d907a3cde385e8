import Review

/// What the letters panel declares: its words, facets, reasons, states, tables and actions.
enum LettersPanel {
  /// Names of the facets, shared by the panel's declaration and the suggestions.
  enum FacetName {
    static let state = "state"
    static let theme = "theme"
    static let section = "section"
    static let inspection = "inspection"
    static let site = "site"
    static let year = "year"
    static let sector = "sector"
    static let operatorName = "operator"
    static let system = "system"
    static let isotope = "isotope"
  }

  /// Codes of the states of an accepted demand.
  enum FollowUpCode {
    static let toCheck = "to-check"
    static let planned = "planned"
    static let confirmed = "confirmed"
    static let corrected = "corrected"
  }

  /// The name of the table of saved searches.
  static let searchesTable = "searches"

  static let panel = Panel(
    project: .letters,
    item: PluralText(
      one: LocalizedText(fr: "demande", en: "demand"),
      other: LocalizedText(fr: "demandes", en: "demands")),
    facets: facets,
    columns: [FacetName.state, FacetName.theme, FacetName.section, FacetName.inspection],
    rejectionReasons: rejectionReasons, followUp: followUp, tables: [searches],
    actions: actions,
    feedingHint: LocalizedText(
      fr: """
        Donnez un dossier de lettres de suite (PDF ou texte) et, si vous en avez, les réponses : \
        vigie analyse letters lettres/ reponses.csv
        """,
      en: """
        Give a folder of follow-up letters (PDF or text) and the answers, if you have them: \
        vigie analyse letters letters/ answers.csv
        """),
    evaluationTasks: tasks,
    exportFormats: ["markdown", "json", "csv", "siance", "siance-demandes"])

  private static let facets = [
    FacetDescription(
      name: FacetName.state, title: LocalizedText(fr: "État", en: "State"), width: 14,
      words: StateWord.all),
    FacetDescription(
      name: FacetName.theme, title: LocalizedText(fr: "Thème", en: "Theme"), width: 18,
      words: LetterTheme.allCases.map(\.title)),
    FacetDescription(
      name: FacetName.section, title: LocalizedText(fr: "Section", en: "Section"), width: 4),
    FacetDescription(
      name: FacetName.inspection, title: LocalizedText(fr: "Inspection", en: "Inspection"),
      width: 19),
    FacetDescription(name: FacetName.site, title: LocalizedText(fr: "Site", en: "Site"), width: 16),
    FacetDescription(
      name: FacetName.year, title: LocalizedText(fr: "Année", en: "Year"), width: 4),
    FacetDescription(
      name: FacetName.sector, title: LocalizedText(fr: "Secteur", en: "Sector"), width: 5),
    FacetDescription(
      name: FacetName.operatorName, title: LocalizedText(fr: "Exploitant", en: "Operator"),
      width: 10),
    FacetDescription(
      name: FacetName.system, title: LocalizedText(fr: "Système", en: "System"), width: 5),
    FacetDescription(
      name: FacetName.isotope, title: LocalizedText(fr: "Radionucléide", en: "Radionuclide"),
      width: 7),
  ]

  private static let rejectionReasons = [
    DecisionReason(
      code: "nothing", key: "r",
      title: LocalizedText(fr: "rien à suivre", en: "nothing to follow")),
    DecisionReason(
      code: "minor", key: "m",
      title: LocalizedText(
        fr: "mineur, pas pour une inspection", en: "minor, not for an inspection")),
    DecisionReason(
      code: "misread", key: "p",
      title: LocalizedText(fr: "mal lu ou mal découpé", en: "misread or badly cut")),
    DecisionReason(
      code: "answered", key: "a",
      title: LocalizedText(fr: "réponse satisfaisante reçue", en: "satisfactory answer received"),
      blamesEngine: false),
    DecisionReason(
      code: "seen", key: "s",
      title: LocalizedText(fr: "déjà vérifié sur place", en: "already checked on site"),
      blamesEngine: false),
    DecisionReason(
      code: "obsolete", key: "o",
      title: LocalizedText(fr: "installation ou règle disparue", en: "plant or rule is gone"),
      blamesEngine: false),
  ]

  private static let followUp = FollowUpScheme(
    states: [
      .init(
        code: FollowUpCode.toCheck,
        title: LocalizedText(fr: "à vérifier sur site", en: "to check on site"), dueDays: 365),
      .init(
        code: FollowUpCode.planned,
        title: LocalizedText(fr: "inscrite à une inspection", en: "in an inspection’s plan"),
        dueDays: 90),
      .init(
        code: FollowUpCode.confirmed,
        title: LocalizedText(fr: "vérifiée : écart confirmé", en: "checked: deviation confirmed"),
        dueDays: 60),
      .init(
        code: FollowUpCode.corrected,
        title: LocalizedText(fr: "vérifiée : corrigé", en: "checked: corrected"), isFinal: true),
    ],
    moves: [
      .init(from: FollowUpCode.toCheck, to: FollowUpCode.planned),
      .init(from: FollowUpCode.toCheck, to: FollowUpCode.confirmed),
      .init(from: FollowUpCode.toCheck, to: FollowUpCode.corrected),
      .init(from: FollowUpCode.planned, to: FollowUpCode.confirmed),
      .init(from: FollowUpCode.planned, to: FollowUpCode.corrected),
      .init(from: FollowUpCode.confirmed, to: FollowUpCode.corrected),
    ])

  private static let searches = KnowledgeTable(
    name: searchesTable, title: LocalizedText(fr: "Recherches gardées", en: "Saved searches"),
    columns: [
      .init(
        name: "name", title: LocalizedText(fr: "Nom", en: "Name"), type: .text, isRequired: true),
      .init(
        name: "query", title: LocalizedText(fr: "Recherche", en: "Search"), type: .text,
        isRequired: true),
      .init(
        name: "seen", title: LocalizedText(fr: "Vue jusqu’au", en: "Seen up to"), type: .text),
    ],
    editableBy: .agent)

  private static let tasks = [
    EvaluationTask(
      name: "vigilance",
      title: LocalizedText(
        fr: "phrase qui appelle la vigilance", en: "sentence calling for vigilance")
    ),
    EvaluationTask(
      name: "themes", title: LocalizedText(fr: "thème d’une phrase", en: "theme of a sentence")),
    EvaluationTask(
      name: "parse",
      title: LocalizedText(fr: "champs, sections et demandes", en: "fields, sections and requests")),
    EvaluationTask(
      name: "repeats",
      title: LocalizedText(fr: "demandes répétées sur un site", en: "demands repeated at a site")),
    EvaluationTask(
      name: "search", title: LocalizedText(fr: "recherche de passages", en: "search for passages")),
  ]

  private static let actions = [
    ActionDescription(
      name: "brief", title: LocalizedText(fr: "Fiche d’inspection du site", en: "Site’s brief"),
      help: LocalizedText(
        fr: "Écrit les points à vérifier sur un site, avec les lettres qui les portent.",
        en: "Writes the points to check at a site, with the letters that bear them."),
      key: "b", scope: .suggestion,
      parameters: [
        .init(
          name: "count", title: LocalizedText(fr: "Nombre de points", en: "Number of points"),
          type: .integer(1...200), initial: "12")
      ]),
    ActionDescription(
      name: "history", title: LocalizedText(fr: "Histoire du site", en: "History of the site"),
      help: LocalizedText(
        fr: "Les lettres du site par date, avec leurs demandes.",
        en: "The site’s letters by date, with their demands."),
      key: "I", scope: .suggestion),
    ActionDescription(
      name: "similar", title: LocalizedText(fr: "Passages semblables", en: "Similar passages"),
      help: LocalizedText(
        fr: "Les demandes qui ressemblent le plus à celle-ci, sur tous les sites.",
        en: "The demands most like this one, at all sites."),
      key: "S", scope: .suggestion),
    ActionDescription(
      name: "watch", title: LocalizedText(fr: "Nouveautés des recherches", en: "News of searches"),
      help: LocalizedText(
        fr: "Pour chaque recherche gardée, les lettres venues depuis la dernière fois.",
        en: "For each saved search, the letters that came since the last time."),
      key: "w", scope: .panel),
    ActionDescription(
      name: "seen", title: LocalizedText(fr: "Recherches : tout est vu", en: "Searches: all seen"),
      help: LocalizedText(
        fr: "Les lettres lues jusqu’à ce jour ne seront plus données comme nouvelles.",
        en: "The letters read up to this day will no longer be told as news."),
      key: "W", scope: .panel),
  ]
}
