import Review

/// Composes the suggestion of an establishment from its dossier, its score and its evidence.
struct SuggestionComposer {
  /// What the model says of an establishment.
  struct Assessment {
    /// The score with its basis and interval.
    var score: Score
    /// The reasons; their sum is the score in log-odds.
    var contributions: ContributionsEvidence
    /// The numbers the model saw.
    var features: FrozenFeatures
    /// Why the establishment stands in the list.
    var selection: Selection
    /// What the list is sorted by.
    var priority: Double
  }

  let writer: EvidenceWriter
  let fileHashes: [String: String]
  let engine: String
  let now: Timestamp

  /// The suggestion of a dossier.
  func suggestion(_ dossier: Dossier, _ assessment: Assessment) -> Suggestion {
    let passages = writer.passages(of: dossier)
    var evidence: [Evidence] = [.contributions(assessment.contributions)]
    evidence += passages.evidence
    if let series = writer.series(of: dossier) { evidence.append(series) }
    if let results = writer.officialResults(of: dossier) { evidence.append(results) }
    evidence.append(writer.identity(of: dossier))
    return Suggestion(
      project: .restaurants, naturalKey: dossier.key, title: dossier.name,
      place: place(dossier), location: dossier.location, date: lastDate(dossier),
      facets: facets(dossier), score: assessment.score, priority: assessment.priority,
      selection: assessment.selection, evidence: evidence, parts: passages.parts,
      features: assessment.features, provenance: provenance(dossier, assessment.score))
  }

  private func place(_ dossier: Dossier) -> String {
    dossier.commune.isEmpty ? dossier.postcode : dossier.commune.displayCase
  }

  private func lastDate(_ dossier: Dossier) -> CalendarDate? {
    let inspected = dossier.inspections.compactMap { writer.inspections[$0].date }.max()
    let reviewed = dossier.reviews.compactMap { writer.reviews[$0].date }.max()
    return [inspected, reviewed].compactMap { $0 }.max()
  }

  private func facets(_ dossier: Dossier) -> [Facet] {
    typealias Name = RestaurantsPanel.FacetName
    var facets: [Facet] = []
    if let signal = signal(dossier) { facets.append(Facet(Name.signal, signal)) }
    facets.append(Facet(Name.reviews, reviewBand(dossier.reviews.count)))
    for activity in dossier.activities where !activity.isEmpty {
      facets.append(Facet(Name.activity, activity))
    }
    if let last = dossier.inspections.last, let outcome = writer.inspections[last].outcome {
      facets.append(Facet(Name.outcome, outcome.title.fr))
    }
    if !dossier.commune.isEmpty { facets.append(Facet(Name.commune, dossier.commune.displayCase)) }
    if !dossier.department.isEmpty { facets.append(Facet(Name.department, dossier.department)) }
    return facets
  }

  /// The most frequent kind of problem reported, in French as on the sources.
  private func signal(_ dossier: Dossier) -> String? {
    var counts: [String: Int] = [:]
    for index in dossier.reviews where writer.readings[index].isReport {
      let labels = Set(writer.readings[index].hits.filter { !$0.isNegated }.map(\.label.fr))
      for label in labels { counts[label, default: 0] += 1 }
    }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    return best.value > 1 ? "\(best.key) ×\(best.value)" : best.key
  }

  /// Bands, so that the facet has few values: exact counts stand in the facts.
  private func reviewBand(_ count: Int) -> String {
    switch count {
    case 0: "0 avis"
    case 1...9: "1–9 avis"
    case 10...49: "10–49 avis"
    case 50...199: "50–199 avis"
    default: "≥ 200 avis"
    }
  }

  private func provenance(_ dossier: Dossier, _ score: Score) -> Provenance {
    let source: (file: String, line: Int)
    if let last = dossier.inspections.last {
      source = (writer.inspections[last].file, writer.inspections[last].line)
    } else if let last = dossier.reviews.last {
      source = (writer.reviews[last].file, writer.reviews[last].line)
    } else {
      source = ("", 0)
    }
    return Provenance(
      file: source.file, sha256: fileHashes[source.file] ?? "", row: source.line, engine: engine,
      model: score.model, time: now)
  }
}

extension String {
  /// « LA GARENNE COLOMBES » as « La Garenne Colombes »: exports shout, screens need not.
  fileprivate var displayCase: String {
    guard self == uppercased(), contains(where: \.isLetter) else { return self }
    var out = ""
    var isStart = true
    for character in lowercased() {
      out += isStart ? character.uppercased() : String(character)
      isStart = !character.isLetter
    }
    return out
  }
}
