import Foundation
import Language
import Review

/// The actions of the panel.
struct MedicalActions {
  /// The most hits of a search.
  private static let hitLimit = 200

  let request: ActionRequest
  let records: any RecordSource

  static let descriptions = [
    ActionDescription(
      name: "find",
      title: LocalizedText(fr: "Chercher un concept", en: "Find a concept"),
      help: LocalizedText(
        fr: "Dans tous les dossiers : mot, synonyme ou code ; ni nié, ni d'un parent.",
        en: "In all records: word, synonym or code; neither negated nor of a relative."),
      key: "S", scope: .panel,
      parameters: [
        .init(
          name: "query", title: LocalizedText(fr: "Mot ou code", en: "Word or code"), type: .text),
        .init(
          name: "all",
          title: LocalizedText(
            fr: "Aussi nié, suspecté, familial", en: "Also negated, suspected, family"),
          type: .boolean, initial: "false"),
      ]),
    ActionDescription(
      name: "correct",
      title: LocalizedText(fr: "Corriger l'énoncé", en: "Correct the statement"),
      help: LocalizedText(
        fr: "Ce que l'énoncé devrait dire ; la décision est gardée et apprise.",
        en: "What the statement should say; the decision is kept and learned."),
      key: "c", scope: .suggestion,
      parameters: [
        .init(
          name: "qualifiers",
          title: LocalizedText(
            fr: "Attributs justes : n nié, h hypothèse, f famille, p antécédent, - aucun",
            en: "Right attributes: n negated, h hypothesis, f family, p past, - none"),
          type: .text),
        .init(
          name: "value", title: LocalizedText(fr: "Valeur juste", en: "Right value"), type: .text),
      ]),
    ActionDescription(
      name: "timeline", title: LocalizedText(fr: "Chronologie complète", en: "Whole timeline"),
      help: LocalizedText(
        fr: "Tout ce qui est daté dans le dossier, du plus ancien au plus récent.",
        en: "All that is dated in the record, oldest first."),
      key: "d", scope: .suggestion),
    ActionDescription(
      name: "unmask", title: LocalizedText(fr: "Démasquer l'identité", en: "Unmask the identity"),
      help: LocalizedText(
        fr: "Montre l'identité du patient ; le motif est gardé au registre.",
        en: "Shows the patient's identity; the reason is kept in the ledger."),
      key: "I", scope: .suggestion,
      parameters: [
        .init(name: "reason", title: LocalizedText(fr: "Motif", en: "Reason"), type: .text)
      ], minimumRole: .expert),
  ]

  func run() throws -> ActionResult {
    switch request.name {
    case "find": return try find()
    case "correct": return try correct()
    case "unmask": return try unmask()
    case "timeline": return try timeline()
    default: throw EngineError.unknownName(request.name)
    }
  }

  // MARK: Correcting

  private func correct() throws -> ActionResult {
    guard let part = request.part else {
      throw EngineError.invalid(
        LocalizedText(fr: "choisissez un énoncé", en: "choose a statement"))
    }
    let letters = request.parameters["qualifiers"] ?? ""
    guard letters.allSatisfy({ "nhfp-".contains($0) }) else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "« \(letters) » trouvé, des lettres n h f p ou - attendues",
          en: "found “\(letters)”, expected letters n h f p or -"))
    }
    var correction: [String: String] = [:]
    if !letters.isEmpty { correction["qualifiers"] = letters }
    if let value = request.parameters["value"], !value.isEmpty { correction["value"] = value }
    guard !correction.isEmpty else {
      throw EngineError.invalid(
        LocalizedText(fr: "rien à corriger", en: "nothing to correct"))
    }
    return .decision(
      ProposedDecision(
        verdict: .reject, part: part,
        reason: letters.isEmpty ? MedicalPanel.Reason.span : MedicalPanel.Reason.attribute,
        correction: correction))
  }

  // MARK: One record

  /// The record of the suggestion in focus, read again.
  private func record() throws -> PatientRecord {
    guard let suggestion = request.suggestion else { throw EngineError.unknownName("suggestion") }
    let material = try Material(
      MedicalSources(), records: records, knowledge: request.circumstances.knowledge)
    let model = try request.circumstances.model.map { try MedicalModel($0) } ?? MedicalModel()
    let salt = request.circumstances.pseudonymSalt
    for key in material.patients.keys.sorted() {
      let notes = material.patients[key] ?? []
      guard
        "patient|" + PatientRecord(key: key, notes: notes).number(salt: salt)
          == suggestion.naturalKey
      else { continue }
      return RecordReader(terminology: material.terminology, model: model).record(key, notes: notes)
    }
    throw EngineError.invalid(
      LocalizedText(fr: "dossier introuvable", en: "record not to be found"))
  }

  private func unmask() throws -> ActionResult {
    let reason = request.parameters["reason"] ?? ""
    guard reason.count >= 4 else {
      throw EngineError.invalid(
        LocalizedText(fr: "un motif est nécessaire", en: "a reason is needed"))
    }
    let identity = try record().identity
    return .disclosure(
      [
        identity.names.joined(separator: " "), identity.birthDate?.iso ?? "—", identity.sex,
        identity.identifiers.joined(separator: ", "), identity.contacts.joined(separator: ", "),
      ].filter { !$0.isEmpty }, reason: reason)
  }

  private func timeline() throws -> ActionResult {
    let record = try record()
    let mask = IdentityMask(record.identity)
    var seen: Set<String> = []
    let lines = record.facts.filter { $0.date != nil && !$0.qualifiers.contains(.negated) }
      .sorted { ($0.date?.daysSinceEpoch ?? 0, $0.note) < ($1.date?.daysSinceEpoch ?? 0, $1.note) }
      .compactMap { fact -> String? in
        let title = fact.slot.title[request.language]
        let line = "\(fact.dateText ?? "")  \(title) : \(mask.masked(fact.value))"
        guard seen.insert(line).inserted else { return nil }
        return line + " · " + record.notes[fact.note].kind.title[request.language]
      }
    return .text(lines.isEmpty ? ["—"] : Array(lines.prefix(Self.hitLimit)))
  }

  // MARK: Finding

  private func find() throws -> ActionResult {
    let query = request.parameters["query"] ?? ""
    let material = try Material(
      MedicalSources(), records: records, knowledge: request.circumstances.knowledge)
    let model = try request.circumstances.model.map { try MedicalModel($0) } ?? MedicalModel()
    let search = ConceptSearch(
      terminology: material.terminology, model: model,
      includesAll: request.parameters["all"] == "true")
    guard let wanted = search.wanted(query) else {
      throw EngineError.invalid(
        LocalizedText(fr: "« \(query) » : aucun mot", en: "“\(query)”: no word"))
    }
    var hits: [SearchHit] = []
    for key in material.patients.keys.sorted() where hits.count < Self.hitLimit {
      let record = PatientRecord(key: key, notes: material.patients[key] ?? [])
      let mask = IdentityMask(record.identity)
      let number = record.number(salt: request.circumstances.pseudonymSalt)
      for note in record.notes where hits.count < Self.hitLimit {
        let found = search.hits(in: note, wanted: wanted)
        guard !found.isEmpty else { continue }
        let text = mask.masked(note.text)
        hits += found.prefix(Self.hitLimit - hits.count).map { hit($0, note, number, text) }
      }
    }
    return .hits(query: query, hits)
  }

  /// A place found, as a line that opens its source.
  private func hit(
    _ found: ConceptSearch.Hit, _ note: PatientNote, _ number: String, _ text: String
  ) -> SearchHit {
    let excerpt = Excerpt(text, around: found.span)
    let words = [
      number, note.kind.title[request.language], found.qualifiers.title[request.language],
    ]
    return SearchHit(
      document: StoredNotes.documentID(note), title: words.joined(separator: " · "),
      date: note.date, snippet: excerpt?.text ?? "",
      highlights: excerpt.map { [$0.highlight] } ?? [], matches: [found.span])
  }
}
