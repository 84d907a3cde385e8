import Review

/// What the parcels panel declares: its words, facets, reasons, states, tables and actions.
enum ParcelsPanel {
  /// Names of the facets.
  enum FacetName {
    static let type = "type"
    static let commune = "commune"
    static let zone = "zone"
    static let permit = "permit"
    static let parcel = "parcel"
    static let blind = "blind"
  }

  static let panel = Panel(
    project: .parcels,
    item: PluralText(
      one: LocalizedText(fr: "objet", en: "object"),
      other: LocalizedText(fr: "objets", en: "objects")),
    facets: facets,
    columns: [FacetName.zone, FacetName.permit, FacetName.parcel],
    rejectionReasons: rejectionReasons,
    followUp: followUp,
    tables: ParcelsTables.all,
    actions: ParcelsPanel.actions,
    feedingHint: LocalizedText(
      fr: """
        Donnez un dossier : deux images PNG du même lieu avec leurs .pgw et leurs dates, et s'il se \
        peut les parcelles, les zones (GeoJSON, SHP) et les permis (CSV) : vigie analyse parcels \
        DOSSIER
        """,
      en: """
        Give a folder: two PNG pictures of one place with their .pgw and dates, and if possible \
        parcels, zones (GeoJSON, SHP) and permits (CSV): vigie analyse parcels FOLDER
        """),
    evaluationTasks: [
      EvaluationTask(
        name: "changes",
        title: LocalizedText(
          fr: "changements entre deux images", en: "changes between two pictures")),
      EvaluationTask(
        name: "decisions",
        title: LocalizedText(
          fr: "ce que cent décisions sur d'autres scènes apportent",
          en: "what a hundred decisions on other scenes bring")),
    ],
    exportFormats: ["aigle", "geojson", "lambert93", "sheet", "route"])

  private static let facets = [
    FacetDescription(
      name: FacetName.type, title: LocalizedText(fr: "Type", en: "Type"), width: 14,
      words: ObjectType.allCases.map(\.title)),
    FacetDescription(
      name: FacetName.commune, title: LocalizedText(fr: "Commune", en: "Commune"), width: 12),
    FacetDescription(
      name: FacetName.zone, title: LocalizedText(fr: "Zone", en: "Zone"), width: 11,
      words: [
        LocalizedText(fr: ParcelsTables.elsewhere, en: "no zone"),
        LocalizedText(fr: "PPRi rouge", en: "PPRi red"),
        LocalizedText(fr: "PPRi bleu", en: "PPRi blue"),
        LocalizedText(fr: "autre zone", en: "other zone"),
      ]),
    FacetDescription(
      name: FacetName.permit, title: LocalizedText(fr: "Permis", en: "Permit"), width: 10,
      words: [LocalizedText(fr: "aucun", en: "none")]),
    FacetDescription(
      name: FacetName.parcel, title: LocalizedText(fr: "Parcelle", en: "Parcel"), width: 8),
    FacetDescription(
      name: FacetName.blind, title: LocalizedText(fr: "Tuile tirée", en: "Drawn tile"), width: 6,
      words: [LocalizedText(fr: "oui", en: "yes")]),
  ]

  /// Reasons that blame the engine say that there is no new object; the others say that there is one
  /// and that nothing is to be done: they never teach that the object is not there.
  private static let rejectionReasons = [
    DecisionReason(
      code: "nothing-new", key: "r",
      title: LocalizedText(fr: "rien de nouveau (Invalidé)", en: "nothing new (invalid)")),
    DecisionReason(
      code: "vegetation", key: "v",
      title: LocalizedText(fr: "végétation, culture, sol", en: "vegetation, crop, ground")),
    DecisionReason(
      code: "shadow", key: "o",
      title: LocalizedText(
        fr: "ombre, dévers, lumière", en: "shadow, lean of a building, light")),
    DecisionReason(
      code: "vehicle", key: "c",
      title: LocalizedText(fr: "véhicule de passage", en: "passing vehicle")),
    DecisionReason(
      code: "legal", key: "l",
      title: LocalizedText(fr: "objet réel, mais légal", en: "a real object, but legal"),
      blamesEngine: false),
    DecisionReason(
      code: "already-handled", key: "d",
      title: LocalizedText(fr: "déjà traité", en: "already handled"), blamesEngine: false),
    DecisionReason(
      code: "old", key: "a",
      title: LocalizedText(fr: "plus ancien que la 1re image", en: "older than the first picture"),
      blamesEngine: false),
  ]
}
