import Review

extension ItemEvidence {
  /// What is known of the demand and of its letter.
  func facts(_ fact: ItemFacts, trail: PriorityTrail) -> Evidence {
    let letter = letters[fact.letter]
    var list: [FactsEvidence.Fact] = []
    func add(_ fr: String, _ en: String, _ value: LocalizedText?) {
      guard let value, !value.fr.isEmpty else { return }
      list.append(.init(name: LocalizedText(fr: fr, en: en), value: value))
    }
    func plain(_ text: String) -> LocalizedText { LocalizedText(same: text) }
    add("Priorité", "Priority", trail.sentence)
    add("Thème", "Theme", fact.theme.theme.title)
    add("Tendance", "Trend", trend(fact))
    add("Section", "Section", section(fact.item.section))
    add("Échéance", "Deadline", deadline(fact, letter))
    add("Réponse", "Answer", answer(fact))
    add("Matériels", "Equipment", plain(systems(fact)))
    add("Radionucléides", "Radionuclides", plain(fact.things.isotopes.joined(separator: ", ")))
    add(
      "Textes cités", "Texts cited", plain(fact.item.citations.prefix(6).joined(separator: " ; ")))
    add("Nouveauté", "Novelty", novelty(fact))
    add("Lettre", "Letter", plain(letterName(letter)))
    add("Thème de l’inspection", "Inspection’s theme", plain(letter.theme))
    add("INB", "INB", plain(letter.installations.joined(separator: ", ")))
    add("Exploitant", "Operator", plain(letter.operatorName))
    return .facts(
      FactsEvidence(title: LocalizedText(fr: "La demande", en: "The demand"), facts: list))
  }

  private func letterName(_ letter: Letter) -> String {
    [letter.reference, letter.date?.iso ?? "", letter.file].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }

  private func section(_ kind: SectionKind) -> LocalizedText {
    switch kind {
    case .synthesis: LocalizedText(fr: "synthèse", en: "summary")
    case .correctiveActions:
      LocalizedText(fr: "A, actions correctives", en: "A, corrective actions")
    case .additionalInformation:
      LocalizedText(fr: "B, compléments d’information", en: "B, additional information")
    case .observations: LocalizedText(fr: "C, observations", en: "C, observations")
    case .priorityRequests:
      LocalizedText(fr: "I, à traiter prioritairement", en: "I, to treat first")
    case .otherRequests: LocalizedText(fr: "II, autres demandes", en: "II, other requests")
    case .findings:
      LocalizedText(fr: "III, sans réponse attendue", en: "III, no answer needed")
    }
  }

  private func trend(_ fact: ItemFacts) -> LocalizedText? {
    guard let trend = fact.history.trend, trend.observed > 0 else { return nil }
    let expected = LocalizedText.decimal(trend.expected, 1)
    let (ratio, low, high) = (
      LocalizedText.decimal(trend.ratio, 1), LocalizedText.decimal(trend.low, 1),
      LocalizedText.decimal(trend.high, 1)
    )
    return LocalizedText(
      fr: "\(trend.observed) demandes en 3 ans, \(expected.fr) attendues d’après "
        + "\(trend.siteCount) sites (×\(ratio.fr) ; \(low.fr)–\(high.fr))",
      en: "\(trend.observed) demands in 3 years, \(expected.en) expected from "
        + "\(trend.siteCount) sites (×\(ratio.en); \(low.en)–\(high.en))")
  }

  private func deadline(_ fact: ItemFacts, _ letter: Letter) -> LocalizedText? {
    guard let deadline = fact.item.deadline ?? letter.answerDeadline else { return nil }
    let day = deadline.date.map { " (\($0.iso))" } ?? ""
    return LocalizedText(same: deadline.words + day)
  }

  private func answer(_ fact: ItemFacts) -> LocalizedText? {
    if let closed = fact.history.closed {
      return LocalizedText(fr: "soldée le \(closed.iso)", en: "closed on \(closed.iso)")
    }
    if let answered = fact.history.answered {
      return LocalizedText(fr: "reçue le \(answered.iso)", en: "received on \(answered.iso)")
    }
    return fact.history.overdueDays.map {
      LocalizedText(fr: "en retard de \($0) jours", en: "\($0) days overdue")
    }
  }

  private func systems(_ fact: ItemFacts) -> String {
    fact.things.systems.map { code in
      SystemCodes.name(code).map { "\(code) (\($0))" } ?? code
    }.joined(separator: ", ")
  }

  private func novelty(_ fact: ItemFacts) -> LocalizedText? {
    var fr: [String] = []
    var en: [String] = []
    if fact.history.isNewTheme {
      fr.append("thème jamais rencontré sur ce site")
      en.append("theme never met at this site")
    }
    if !fact.history.newSystems.isEmpty {
      let list = fact.history.newSystems.joined(separator: ", ")
      fr.append("première mention de \(list)")
      en.append("first mention of \(list)")
    }
    guard !fr.isEmpty else { return nil }
    return LocalizedText(fr: fr.joined(separator: " ; "), en: en.joined(separator: "; "))
  }
}
