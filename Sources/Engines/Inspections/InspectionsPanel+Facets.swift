import Review

/// The facets of the panel. Values are stored in French; their English words stand here.
extension InspectionsPanel {
  enum FacetName {
    static let kind = "kind"
    static let theme = "theme"
    static let commune = "commune"
    static let department = "department"
    static let last = "last"
    static let followUp = "follow-up"
    static let plan = "plan"
  }

  /// What a facet says beside names, years and codes.
  enum FacetWord {
    static let never = LocalizedText(fr: "jamais", en: "never")
    static let overdue = LocalizedText(fr: "en retard", en: "overdue")
    static let waiting = LocalizedText(fr: "en cours", en: "under way")

    /// The theme under which stations stand: what is measured there.
    static func water(_ parameter: Int32) -> LocalizedText {
      let name = Facts.name(parameter)
      return LocalizedText(fr: "eau : \(name.fr)", en: "water: \(name.en)")
    }
  }

  static let facets = [
    FacetDescription(
      name: FacetName.theme, title: LocalizedText(fr: "Thème", en: "Theme"), width: 16,
      words: SandreTable.parameters.keys.sorted().map { FacetWord.water($0) }),
    FacetDescription(
      name: FacetName.last, title: LocalizedText(fr: "Dernier contrôle", en: "Last inspection"),
      width: 18,
      words: [OutcomeWords.Level.compliant, .failing, .offence].map { Facts.outcome($0) }
        + [FacetWord.never]),
    FacetDescription(name: FacetName.plan, title: LocalizedText(fr: "Plan", en: "Plan"), width: 13),
    FacetDescription(
      name: FacetName.followUp, title: LocalizedText(fr: "Suites", en: "Follow-up"), width: 10,
      words: [FacetWord.overdue, FacetWord.waiting]),
    FacetDescription(
      name: FacetName.commune, title: LocalizedText(fr: "Commune", en: "Commune"), width: 14),
    FacetDescription(
      name: FacetName.department, title: LocalizedText(fr: "Département", en: "Département"),
      width: 4),
    FacetDescription(name: FacetName.kind, title: LocalizedText(fr: "Genre", en: "Kind"), width: 8),
  ]
}
