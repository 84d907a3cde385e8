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
      key: "F", scope: .panel,
      parameters: [
        .init(
          name: "query", title: LocalizedText(fr: "Mot ou code", en: "Word or code"), type: .text),
        .init(
          name: "all", title: LocalizedText(fr: "Aussi nié, suspecté, familial", en: "Also negated, suspected, family"),
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
  ]

  func run() throws -> ActionResult {
    switch request.name {
    case "find": return try find()
    case "correct": return try correct()
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

  // MARK: Finding

  private func find() throws -> ActionResult {
    let query = request.parameters["query"] ?? ""
    let material = try Material(
      MedicalSources(), records: records, knowledge: request.circumstances.knowledge)
    let model = try request.circumstances.model.map { try MedicalModel($0) } ?? MedicalModel()
    let search = ConceptSearch(
      terminology: material.terminology, scorer: model.scorer,
      includesAll: request.parameters["all"] == "true")
    guard let wanted = search.wanted(query) else {
      throw EngineError.invalid(
        LocalizedText(fr: "« \(query) » : aucun mot", en: "“\(query)”: no word"))
    }
    var lines: [String] = []
    for key in material.patients.keys.sorted() where lines.count < Self.hitLimit {
      let record = PatientRecord(key: key, notes: material.patients[key] ?? [])
      let mask = IdentityMask(record.identity)
      let number = record.number(salt: request.circumstances.pseudonymSalt)
      for note in record.notes {
        for hit in search.hits(in: note, wanted: wanted) where lines.count < Self.hitLimit {
          let line = note.text.unicodeScalars.prefix(hit.span.begin).count { $0 == "\n" } + 1
          let excerpt = Excerpt(mask.masked(note.text), around: hit.span)?.text ?? ""
          let date = note.date?.iso ?? "—"
          lines.append(
            "\(number) · \(note.kind.title[request.language]) \(date), "
              + (request.language == .french ? "ligne" : "line") + " \(line) · "
              + hit.qualifiers.title[request.language] + " · " + excerpt)
        }
      }
    }
    if lines.isEmpty {
      lines = [request.language == .french ? "rien trouvé" : "nothing found"]
    }
    return .text(lines)
  }
}
