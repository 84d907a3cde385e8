import Learning
import Review

/// Makes the suggestion of a record: its summary, what makes it urgent, its timeline.
struct SuggestionComposer: Sendable {
  /// The most events of the timeline, the most conflicts shown as passages.
  private static let eventLimit = 40
  private static let passageLimit = 4

  let request: AnalysisRequest
  let engine: String
  let hashes: [String: String]

  func suggestion(_ record: PatientRecord) -> Suggestion {
    let documents = record.notes.map { StoredNotes.documentID($0) }
    let mask = IdentityMask(record.identity)
    let writer = SummaryWriter(record: record, mask: mask, documents: documents)
    let reasons = reasons(record)
    let score = score(reasons)
    var evidence: [Evidence] = [.contributions(reasons), .statements(writer.statements)]
    evidence += conflictPassages(record, writer, mask).map { .passage($0) }
    if let series = MarkerSeries(record).series { evidence.append(.series(series)) }
    if let timeline = timeline(record, mask) { evidence.append(.facts(timeline)) }
    let number = record.number(salt: request.pseudonymSalt)
    return Suggestion(
      project: .medical, naturalKey: "patient|" + number,
      title: title(record, number), place: specialty(record), date: record.newest,
      facets: facets(record), score: score, priority: score.value, evidence: evidence,
      parts: parts(record, writer), provenance: provenance(record))
  }

  private func title(_ record: PatientRecord, _ number: String) -> String {
    var words = ["Patient \(number)"]
    if !record.identity.initials.isEmpty { words.append(record.identity.initials) }
    if let born = record.identity.birthDate {
      let years = request.today.days(since: born) * 100 / 36525
      words.append("\(years) ans")
    }
    if !record.identity.sex.isEmpty { words.append(record.identity.sex) }
    return words.joined(separator: " · ")
  }

  // MARK: Score

  /// Why the record wants attention before the meeting.
  private func reasons(_ record: PatientRecord) -> ContributionsEvidence {
    var reasons: [ContributionsEvidence.Reason] = []
    func add(_ count: Int, _ each: Double, _ fr: String, _ en: String) {
      guard count > 0 else { return }
      reasons.append(
        .init(
          label: LocalizedText(fr: "\(fr) : \(count)", en: "\(en): \(count)"),
          value: each * Double(min(count, 5))))
    }
    add(
      record.conflicts.count, 0.9, "documents qui se contredisent", "documents that disagree")
    add(
      record.missing.filter { $0 != .quorum && $0 != .frame && $0 != .plan }.count, 0.2,
      "champs obligatoires absents", "mandatory fields not found")
    add(
      record.statements.count { $0.status == .hypothesis }, 0.15, "hypothèses à lever",
      "hypotheses to settle")
    add(
      record.statements.count { $0.slot == .complication && !$0.qualifiers.contains(.negated) },
      0.25,
      "complications", "complications")
    add(
      record.statements.count { $0.score < 0.55 }, 0.05, "énoncés peu sûrs", "uncertain statements")
    if let newest = record.newest, request.today.days(since: newest) <= 31 {
      reasons.append(
        .init(
          label: LocalizedText(
            fr: "document de moins d'un mois", en: "a document of the last month"),
          value: 0.4))
    }
    return ContributionsEvidence(
      base: -1.5, reasons: reasons.sorted { ($0.value, $1.label.fr) > ($1.value, $0.label.fr) })
  }

  private func score(_ reasons: ContributionsEvidence) -> Score {
    let value = Logistic.sigmoid(reasons.total)
    return Score(value, basis: .rule(level: value > 0.66 ? 3 : value > 0.4 ? 2 : 1))
  }

  // MARK: Parts, facets

  private func parts(_ record: PatientRecord, _ writer: SummaryWriter) -> [Part] {
    let basis: Score.Basis =
      request.model.map { .probability(model: $0.version) } ?? .rule(level: 2)
    let conflicts = record.conflicts.map {
      Part(id: SummaryWriter.part($0), title: $0.title.fr, kind: "conflict")
    }
    var missing: [Part] = []
    if !record.missing.isEmpty {
      missing.append(Part(id: SummaryWriter.missingPart, title: "non renseigné", kind: "missing"))
    }
    let statements = record.statements.map { statement in
      Part(
        id: statement.part, title: "\(statement.slot.title.fr) : \(writer.text(statement).fr)",
        kind: statement.slot.rawValue,
        score: request.model == nil ? nil : Score(statement.score, basis: basis),
        features: FrozenFeatures(schema: RecordStatement.schema, values: statement.features))
    }
    return conflicts + missing + statements
  }

  private func facets(_ record: PatientRecord) -> [Facet] {
    typealias Name = MedicalPanel.FacetName
    let count = record.conflicts.count
    var facets = [
      Facet(
        Name.conflicts,
        count < 2 ? "\(count) conflit" : "\(count) conflits"),
      Facet(Name.documents, Self.band(record.notes.count)),
    ]
    if let site = record.statements.first(where: { $0.slot == .site }) {
      facets.append(Facet(Name.site, site.value))
    }
    // What was seen under the microscope says more than what was thought before.
    if let stage = record.statements.first(where: { $0.slot == .pathologicalStage })
      ?? record.statements.first(where: { $0.slot == .clinicalStage })
    {
      facets.append(Facet(Name.stage, stage.value))
    }
    facets.append(Facet(Name.specialty, specialty(record)))
    return facets
  }

  private static func band(_ count: Int) -> String {
    switch count {
    case ...5: "1–5 docs"
    case 6...20: "6–20 docs"
    case 21...100: "21–100 docs"
    default: "> 100 docs"
    }
  }

  /// The meeting a tumour's site leads to.
  private func specialty(_ record: PatientRecord) -> String {
    guard let site = record.statements.first(where: { $0.slot == .site }),
      let number = Int(site.code.dropFirst().prefix(2))
    else { return "RCP à préciser" }
    switch number {
    case 0...14, 30...32: return "RCP ORL"
    case 15...26: return "RCP digestive"
    case 33...39, 45: return "RCP thoracique"
    case 43, 44: return "RCP dermatologie"
    case 50: return "RCP sein"
    case 51...58: return "RCP gynécologie"
    case 60...68: return "RCP urologie"
    case 70...72: return "RCP neuro-oncologie"
    case 73...75: return "RCP endocrinologie"
    default: return "RCP oncologie"
    }
  }

  private func provenance(_ record: PatientRecord) -> Provenance {
    let last = record.notes.last
    return Provenance(
      file: last?.file ?? "", sha256: hashes[last?.file ?? ""] ?? "", row: last?.line,
      engine: engine, model: request.model?.version, time: request.now)
  }

  // MARK: Other evidence

  /// Both sides of a conflict as passages, so that they stand one after the other.
  private func conflictPassages(
    _ record: PatientRecord, _ writer: SummaryWriter, _ mask: IdentityMask
  ) -> [PassageEvidence] {
    record.conflicts.prefix(Self.passageLimit).flatMap { conflict in
      conflict.sides.compactMap { side -> PassageEvidence? in
        let note = record.notes[side.1.note]
        let text = mask.masked(note.text)
        guard let excerpt = Excerpt(text, around: side.1.span) else { return nil }
        return PassageEvidence(
          text: excerpt.text,
          highlights: [.init(span: excerpt.highlight, label: conflict.title)],
          source: writer.reference(side.1),
          caption: LocalizedText(
            fr: "\(conflict.title.fr) · \(note.kind.title.fr)",
            en: "\(conflict.title.en) · \(note.kind.title.en)"),
          date: note.date)
      }
    }
  }

  /// The dated events of the record, oldest first.
  private func timeline(_ record: PatientRecord, _ mask: IdentityMask) -> FactsEvidence? {
    let slots: Set<Slot> = [
      .operation, .cancerTreatment, .pathologicalStage, .clinicalStage, .progression, .complication,
      .diagnosisDate, .antibiotic, .anticoagulant,
    ]
    let dated = record.statements.filter {
      slots.contains($0.slot) && $0.date != nil && !$0.qualifiers.contains(.negated)
    }
    .sorted { ($0.date?.daysSinceEpoch ?? 0, $0.key) < ($1.date?.daysSinceEpoch ?? 0, $1.key) }
    guard dated.count > 1 else { return nil }
    return FactsEvidence(
      title: LocalizedText(fr: "Chronologie", en: "Timeline"),
      facts: dated.suffix(Self.eventLimit).map { statement in
        let note = statement.facts.first.map { record.notes[$0.note] }
        return .init(
          name: LocalizedText(same: statement.dateText ?? ""),
          value: LocalizedText(
            fr: "\(statement.slot.title.fr) : \(mask.masked(statement.value))",
            en: "\(statement.slot.title.en): \(mask.masked(statement.value))"),
          source: note?.kind.title)
      })
  }
}
