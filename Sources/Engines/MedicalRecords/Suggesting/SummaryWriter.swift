import Review

/// Writes a record as statements, each with its sources.
struct SummaryWriter {
  /// The most sources of one statement.
  private static let sourceLimit = 12

  let record: PatientRecord
  let mask: IdentityMask
  /// The identifiers of the notes' documents.
  let documents: [String]

  /// The sections of the summary: conflicts, what the form demands and is missing, its sections.
  var statements: StatementsEvidence {
    var sections: [StatementsEvidence.Section] = []
    if !record.conflicts.isEmpty {
      sections.append(
        .init(
          title: LocalizedText(fr: "Conflits entre documents", en: "Conflicts between documents"),
          statements: record.conflicts.map { statement($0) }))
    }
    if let missing = missing() { sections.append(missing) }
    for section in SummarySection.all {
      let own = section.slots.flatMap { slot in record.statements.filter { $0.slot == slot } }
      guard !own.isEmpty else { continue }
      sections.append(.init(title: section.title, statements: own.map { statement($0) }))
    }
    return StatementsEvidence(sections: sections)
  }

  func reference(_ fact: RecordFact) -> DocumentReference {
    DocumentReference(document: documents[fact.note], span: fact.span)
  }

  private func missing() -> StatementsEvidence.Section? {
    guard !record.missing.isEmpty else { return nil }
    let titles = record.missing.map(\.title)
    return .init(
      title: LocalizedText(fr: "Obligatoire, non renseigné", en: "Mandatory, not found"),
      statements: [
        .init(
          part: Self.missingPart,
          label: LocalizedText(fr: "À compléter", en: "To complete"),
          text: LocalizedText(
            fr: titles.map(\.fr).joined(separator: " · "),
            en: titles.map(\.en).joined(separator: " · ")),
          qualifier: LocalizedText(fr: "non renseigné", en: "not found"), status: .missing,
          sources: [])
      ])
  }

  static let missingPart = "missing"

  static func part(_ conflict: RecordConflict) -> String { StableID.make("conflict", conflict.key) }

  private func statement(_ conflict: RecordConflict) -> StatementsEvidence.Statement {
    let words = conflict.sides.map { side in
      let note = record.notes[side.1.note]
      let date = note.date.map { " \($0.iso)" } ?? ""
      return (
        fr: "« \(mask.masked(side.0.fr)) » (\(note.kind.title.fr)\(date))",
        en: "“\(mask.masked(side.0.en))” (\(note.kind.title.en)\(date))"
      )
    }
    return .init(
      part: Self.part(conflict), label: conflict.title,
      text: LocalizedText(
        fr: words.map(\.fr).joined(separator: " / "), en: words.map(\.en).joined(separator: " / ")),
      qualifier: LocalizedText(fr: "", en: ""), status: .conflict,
      sources: conflict.sides.map { reference($0.1) })
  }

  private func statement(_ statement: RecordStatement) -> StatementsEvidence.Statement {
    .init(
      part: statement.part, label: statement.slot.title, text: text(statement),
      qualifier: qualifier(statement), status: statement.status,
      sources: statement.facts.prefix(Self.sourceLimit).map { reference($0) })
  }

  /// Value, side and code.
  func text(_ statement: RecordStatement) -> LocalizedText {
    var words = mask.masked(statement.value)
    let side = RecordStatement.side(statement.laterality)
    if !side.isEmpty, !words.contains(side) { words += " \(side)" }
    let code = statement.code.isEmpty || statement.slot == .biology ? "" : " \(statement.code)"
    return LocalizedText(same: words + code)
  }

  /// Certainty, dates, number of documents.
  private func qualifier(_ statement: RecordStatement) -> LocalizedText {
    var fr: [String] = []
    var en: [String] = []
    let isPlain = statement.qualifiers.isEmpty && Self.isConcept(statement.slot)
    if !statement.qualifiers.isEmpty || isPlain {
      fr.append(statement.qualifiers.title.fr)
      en.append(statement.qualifiers.title.en)
    }
    if let date = statement.dateText {
      fr.append(date)
      en.append(date)
    }
    if let end = statement.endDate {
      fr.append("jusqu'au \(end.iso)")
      en.append("until \(end.iso)")
    }
    if statement.documents > 1 {
      fr.append("\(statement.documents) documents")
      en.append("\(statement.documents) documents")
    }
    return LocalizedText(fr: fr.joined(separator: " · "), en: en.joined(separator: " · "))
  }

  private static func isConcept(_ slot: Slot) -> Bool {
    switch slot {
    case .morphology, .site, .progression, .antecedent, .complication, .allergy: true
    default: false
    }
  }
}
