import Review

/// The named values of an establishment.
extension EvidenceWriter {
  /// The official results, newest first; `nil` when there is none.
  func officialResults(of dossier: Dossier) -> Evidence? {
    guard !dossier.inspections.isEmpty else { return nil }
    let facts = dossier.inspections.reversed().prefix(Self.inspectionLimit).map { index in
      let inspection = inspections[index]
      let day = inspection.date?.iso ?? "—"
      let outcome =
        inspection.outcome?.title
        ?? LocalizedText(fr: "résultat non publié", en: "result not published")
      return FactsEvidence.Fact(
        name: LocalizedText(same: day), value: outcome,
        source: LocalizedText(
          fr:
            "Alim'confiance n° \(inspection.number), \(inspection.file), ligne \(inspection.line)",
          en: "Alim'confiance no. \(inspection.number), \(inspection.file), line \(inspection.line)"
        ))
    }
    return .facts(
      FactsEvidence(
        title: LocalizedText(fr: "Contrôles officiels", en: "Official inspections"),
        facts: Array(facts)))
  }

  /// Who the establishment is and where its reviews come from.
  func identity(of dossier: Dossier) -> Evidence {
    var facts: [FactsEvidence.Fact] = []
    func add(_ fr: String, _ en: String, _ value: String, source: LocalizedText? = nil) {
      guard !value.isEmpty else { return }
      facts.append(
        .init(
          name: LocalizedText(fr: fr, en: en), value: LocalizedText(same: value), source: source))
    }
    add("Activité", "Activity", dossier.activities.joined(separator: ", "))
    add(
      "Adresse", "Address",
      [dossier.address, dossier.postcode, dossier.commune].filter { !$0.isEmpty }
        .joined(separator: " "))
    add("SIRET", "SIRET", dossier.siret ?? "")
    facts += joiningFacts(of: dossier)
    facts += reviewFacts(of: dossier)
    return .facts(
      FactsEvidence(
        title: LocalizedText(fr: "Établissement", en: "Establishment"), facts: facts))
  }

  private func reviewFacts(of dossier: Dossier) -> [FactsEvidence.Fact] {
    guard !dossier.reviews.isEmpty else { return [] }
    let marks = dossier.reviews.compactMap { reviews[$0].rating }
    let mean =
      marks.isEmpty
      ? nil : LocalizedText.decimal(marks.reduce(0, +) / Double(marks.count), 1)
    let authors = Set(dossier.reviews.map { reviews[$0].authorHash }.filter { !$0.isEmpty }).count
    let reports = dossier.reviews.count { readings[$0].isReport }
    let meanFr = mean.map { ", moyenne \($0.fr)/5" } ?? ""
    let meanEn = mean.map { ", mean \($0.en)/5" } ?? ""
    return [
      .init(
        name: LocalizedText(fr: "Avis lus", en: "Reviews read"),
        value: LocalizedText(
          fr: "\(dossier.reviews.count)\(meanFr), \(authors) auteurs, \(reports) signalements",
          en: "\(dossier.reviews.count)\(meanEn), \(authors) authors, \(reports) reports"))
    ]
  }

  private func joiningFacts(of dossier: Dossier) -> [FactsEvidence.Fact] {
    let name = LocalizedText(fr: "Rapprochement", en: "Pairing")
    switch dossier.joining {
    case .none: return []
    case .confirmed(let place):
      return [
        .init(
          name: name,
          value: LocalizedText(
            fr: "avis de « \(place) », confirmé", en: "reviews of “\(place)”, confirmed"))
      ]
    case .probable(let place, let score, let reasons):
      let percent = Int((score * 100).rounded())
      return [
        .init(
          name: name,
          value: LocalizedText(
            fr: "avis de « \(place) », à confirmer (\(percent) sur 100 : "
              + reasons.map(\.fr).joined(separator: ", ") + ") — touche J",
            en: "reviews of “\(place)”, to be confirmed (\(percent) of 100: "
              + reasons.map(\.en).joined(separator: ", ") + ") — key J"))
      ]
    case .reviewsOnly:
      return dossier.proposals.map { proposal in
        let percent = Int((proposal.score * 100).rounded())
        return .init(
          name: name,
          value: LocalizedText(
            fr:
              "peut-être \(proposal.name), SIRET \(proposal.siret) (\(percent) sur 100) — touche J",
            en: "perhaps \(proposal.name), SIRET \(proposal.siret) (\(percent) of 100) — key J"))
      }
    }
  }
}

extension Inspection.Outcome {
  /// The level's name, as published, with a translation.
  var title: LocalizedText {
    switch self {
    case .verySatisfactory: LocalizedText(fr: "Très satisfaisant", en: "Very satisfactory")
    case .satisfactory: LocalizedText(fr: "Satisfaisant", en: "Satisfactory")
    case .toImprove: LocalizedText(fr: "À améliorer", en: "To be improved")
    case .urgent:
      LocalizedText(fr: "À corriger de manière urgente", en: "To be corrected urgently")
    }
  }
}
