import Review

extension Project {
  /// What the processing is for, and for whom, as the legal mention and the register say it.
  public var purpose: LocalizedText {
    switch self {
    case .parcels:
      LocalizedText(
        fr: "repérer, entre deux prises de vue aériennes, les constructions et installations "
          + "nouvelles en zone protégée, pour préparer les contrôles de l'urbanisme",
        en: "find new buildings and installations in protected areas between two aerial pictures, "
          + "to prepare planning inspections")
    case .inspections:
      LocalizedText(
        fr: "ordonner les sites à contrôler au titre de la police de l'environnement",
        en: "rank the sites to inspect for the environment police")
    case .restaurants:
      LocalizedText(
        fr:
          "ordonner les établissements à contrôler au titre de la sécurité sanitaire des aliments",
        en: "rank the establishments to inspect for food safety")
    case .medical:
      LocalizedText(
        fr: "préparer la synthèse d'un dossier pour la réunion de concertation pluridisciplinaire",
        en: "prepare the summary of a record for the multidisciplinary meeting")
    case .calls:
      LocalizedText(
        fr: "répondre aux questions courantes et ordonner les appels à rappeler",
        en: "answer common questions and rank the calls to give back")
    case .letters:
      LocalizedText(
        fr: "ordonner les points des lettres de suite à vérifier lors d'une inspection nucléaire",
        en: "rank the points of follow-up letters to check at a nuclear inspection")
    }
  }
}
