import Review

/// Composes the suggestion of a subject.
struct SuggestionComposer {
  let material: Material
  let writer: EvidenceWriter
  let hashes: [String: String]
  let engine: String
  let request: AnalysisRequest

  private typealias Name = InspectionsPanel.FacetName

  func suggestion(_ subject: Subject, _ assessment: Assessment) -> Suggestion {
    Suggestion(
      project: .inspections, naturalKey: subject.naturalKey, title: title(subject),
      place: subject.commune.isEmpty ? subject.department : subject.commune,
      location: subject.location, date: date(subject), facets: facets(subject, assessment),
      score: assessment.score, priority: assessment.priority, selection: assessment.selection,
      evidence: writer.evidence(subject, assessment), features: assessment.features,
      provenance: provenance(subject, assessment.score))
  }

  private func title(_ subject: Subject) -> String {
    guard case .station(let parameter, _) = subject.kind else { return subject.name }
    // Two parameters of a station are two lines: the second language has it in the theme.
    return "\(subject.name) · \(Facts.name(parameter).fr)"
  }

  private func date(_ subject: Subject) -> CalendarDate? {
    if case .station(_, let number) = subject.kind {
      return material.series[number].points.last { $0.date <= request.today }?.date
    }
    return subject.controls.last.map { material.controls[$0].date }
  }

  private func facets(_ subject: Subject, _ assessment: Assessment) -> [Facet] {
    var facets: [Facet] = []
    func add(_ name: String, _ value: String) {
      if !value.isEmpty { facets.append(Facet(name, value)) }
    }
    switch subject.kind {
    case .site(let theme):
      add(Name.kind, "site")
      add(Name.theme, theme)
    case .station(let parameter, _):
      add(Name.kind, "station")
      add(Name.theme, InspectionsPanel.FacetWord.water(parameter).fr)
    }
    let past = subject.controls.map { material.controls[$0] }
    if let last = past.last(where: { $0.isBad != nil }) {
      add(Name.last, "\(Facts.outcome(last.level).fr) \(last.date.year)")
    } else if !subject.isStation {
      add(Name.last, InspectionsPanel.FacetWord.never.fr)
    }
    let report = FollowUpReport(past, today: request.today)
    if !report.overdue.isEmpty {
      add(Name.followUp, InspectionsPanel.FacetWord.overdue.fr)
    } else if !report.waiting.isEmpty {
      add(Name.followUp, InspectionsPanel.FacetWord.waiting.fr)
    }
    if let plan = assessment.plan { add(Name.plan, "\(plan.name), \(plan.rank)/\(plan.size)") }
    add(Name.commune, subject.commune)
    add(Name.department, subject.department)
    return facets
  }

  private func provenance(_ subject: Subject, _ score: Score) -> Provenance {
    let last = subject.controls.last.map { material.controls[$0] }
    let station = material.stations[subject.code]
    let file = last?.file ?? subject.site?.file ?? station?.file ?? ""
    let row = last?.line ?? subject.site?.line ?? station?.line
    return Provenance(
      file: file, sha256: hashes[file] ?? "", row: row, engine: engine, model: score.model,
      time: request.now)
  }
}
