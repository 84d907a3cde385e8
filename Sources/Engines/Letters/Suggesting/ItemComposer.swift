import Learning
import Review

/// Makes the suggestion of a demand.
struct ItemComposer: Sendable {
  let evidence: ItemEvidence
  let hashes: [String]
  let model: LettersModel
  /// The version of the model, or `nil` for rules.
  let version: Int?
  let engine: String
  let now: Timestamp
  /// What is drawn at random.
  let draw: DemandDraw

  func suggestion(_ fact: ItemFacts) -> Suggestion {
    let letter = evidence.letters[fact.letter]
    let features = ItemFeatures(fact, date: letter.date, today: evidence.today)
    let trail = PriorityTrail(fact, letters: evidence.letters, all: evidence.facts)
    let logOdds = model.items.logOdds(features)
    let contributions = ContributionsEvidence(
      base: model.items.logistic.intercept,
      reasons: model.items.contributions(features).map { reason in
        ContributionsEvidence.Reason(
          label: label(reason.feature, fact), value: reason.value)
      })
    var list: [Evidence] = [evidence.passage(fact), .contributions(contributions)]
    list += evidence.repeats(fact)
    if let series = evidence.series(fact) { list.append(series) }
    list.append(evidence.facts(fact, trail: trail))
    let score = score(logOdds, trail)
    // What is closed needs nobody: it is not drawn.
    let (selection, priority) =
      fact.history.closed == nil
      ? draw.place(fact.item.id, score: score.value) : (Selection(.best), score.value)
    return Suggestion(
      project: .letters, naturalKey: fact.item.id, title: DemandTitle.title(fact.item.text),
      place: evidence.names[fact.site] ?? letter.site, date: letter.date,
      facets: facets(fact, letter, trail), score: score,
      priority: priority, selection: selection, evidence: list,
      features: features.frozen,
      provenance: Provenance(
        file: letter.file, sha256: hashes[fact.letter], row: nil, engine: engine, model: version,
        time: now))
  }

  private func score(_ logOdds: Double, _ trail: PriorityTrail) -> Score {
    let value = Logistic.sigmoid(logOdds)
    guard let version, model.decisionCount > 0 else {
      // Experts’ weights are no calibrated probability, whatever was learned of sentences.
      return Score(value, basis: .rule(level: trail.level))
    }
    // The fewer decisions, the less the weights are known: a standard error of 1 at none.
    let error = 1 / (1 + Double(model.decisionCount) / 20).squareRoot()
    let interval = ValueInterval.logOdds(logOdds, standardError: error)
    return Score(
      value, low: interval.low, high: interval.high, basis: .probability(model: version))
  }

  private func label(_ feature: ItemFeatures.Feature, _ fact: ItemFacts) -> LocalizedText {
    switch feature {
    case .severity:
      let cues = fact.reading.hits.map(\.cue).filter {
        VigilanceWeights.weights[$0, default: 0] >= 0.7 && $0 != .request
      }
      var seen: [VigilanceCue] = []
      for cue in cues where !seen.contains(cue) && seen.count < 3 { seen.append(cue) }
      guard !seen.isEmpty else { return feature.title }
      return LocalizedText(
        fr: feature.title.fr + " : " + seen.map(\.title.fr).joined(separator: ", "),
        en: feature.title.en + ": " + seen.map(\.title.en).joined(separator: ", "))
    case .repeats:
      let score = LocalizedText.decimal(fact.history.repeats.first?.similarity ?? 0, 2)
      return LocalizedText(
        fr: "\(feature.title.fr) (\(score.fr))", en: "\(feature.title.en) (\(score.en))")
    case .overdue:
      let days = fact.history.overdueDays ?? 0
      return LocalizedText(
        fr: "\(feature.title.fr) (\(days) j)", en: "\(feature.title.en) (\(days) d)")
    default: return feature.title
    }
  }

  private func facets(_ fact: ItemFacts, _ letter: Letter, _ trail: PriorityTrail) -> [Facet] {
    typealias Name = LettersPanel.FacetName
    var facets: [Facet] = []
    func add(_ name: String, _ value: String) {
      if !value.isEmpty { facets.append(Facet(name, value)) }
    }
    add(Name.state, trail.word(fact).fr)
    add(Name.theme, fact.theme.theme.title.fr)
    add(Name.section, fact.item.section.rawValue)
    add(Name.inspection, letter.inspection)
    add(Name.site, evidence.names[fact.site] ?? letter.site)
    add(Name.year, letter.date.map { String($0.year) } ?? "")
    add(Name.sector, letter.sector)
    add(Name.operatorName, letter.operatorName)
    for system in fact.things.systems.prefix(6) { add(Name.system, system) }
    for isotope in fact.things.isotopes.prefix(4) { add(Name.isotope, isotope) }
    return facets
  }
}
