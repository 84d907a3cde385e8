import Language
import Review

/// Turns the facts of all notes of a patient into statements: one for each concept, with all its
/// sources, ranked.
struct RecordBuilder {
  let ranker: StatementRanker
  let exceptions: StatementExceptions
  /// The day of the newest note.
  private var newest: CalendarDate?

  init(ranker: StatementRanker, exceptions: StatementExceptions) {
    self.ranker = ranker
    self.exceptions = exceptions
  }

  /// Fills in the statements, conflicts and missing fields of a record.
  mutating func build(_ record: inout PatientRecord) {
    newest = record.newest
    settle(&record.facts)
    record.conflicts = ConflictFinder(notes: record.notes, identity: record.identity)
      .conflicts(record.facts)
    var statements = group(record.facts).compactMap { statement($0, record) }
    for index in statements.indices {
      statements[index].score =
        ranker.probability(statements[index].features)
        * exceptions.factor(statements[index])
    }
    record.statements = Slot.allCases.flatMap { slot in
      shown(statements.filter { $0.slot == slot }, slot)
    }
    let filled = Set(record.statements.map(\.slot))
    record.missing = Slot.mandatory.filter { !filled.contains($0) }
  }

  /// What one note tells as past may be what the record is about: the tumour that was operated on,
  /// the complication of that operation.
  private func settle(_ facts: inout [RecordFact]) {
    let complications = Set(facts.filter { $0.slot == .complication }.map(\.key))
    let tumours = Set(facts.filter { $0.slot == .morphology && $0.certainty > 0 }.map(\.key))
    for index in facts.indices where facts[index].slot == .antecedent {
      if complications.contains(facts[index].key) { facts[index].slot = .complication }
      let tumour = facts[index].code.contains("/") ? "morphology|" + facts[index].code : ""
      if tumours.contains(tumour) {
        facts[index].slot = .morphology
        facts[index].key = tumour
        facts[index].value = facts[index].value.split(separator: ",").first.map(String.init) ?? ""
      }
    }
  }

  /// The statements of a field that are shown: the best, without those that a more exact one says.
  private func shown(_ statements: [RecordStatement], _ slot: Slot) -> [RecordStatement] {
    let codes = statements.filter { !$0.qualifiers.contains(.negated) }.map(\.code)
    let sorted = statements.filter { statement in
      statement.score > StatementExceptions.hidden
        && !codes.contains { Self.isNarrower($0, than: statement.code) }
        && !statements.contains { Self.saysMore($0, than: statement) }
    }
    .sorted { ($0.score, $1.key) > ($1.score, $0.key) }
    return Array(sorted.prefix(slot.limit))
  }

  /// Whether a stage gives all that another gives, and more: « pT3 N1b M0 » than « pT3 N1b ».
  private static func saysMore(_ one: RecordStatement, than other: RecordStatement) -> Bool {
    guard other.slot == .clinicalStage || other.slot == .pathologicalStage else { return false }
    let words = Set(one.value.split(separator: " "))
    let fewer = Set(other.value.split(separator: " "))
    return words.count > fewer.count && fewer.isSubset(of: words)
  }

  /// Whether a code says the same more exactly: `C18.2` than `C18.9`, `J01CR05` than `J01`, `8500/3`
  /// than carcinoma.
  private static func isNarrower(_ code: String, than other: String) -> Bool {
    guard !other.isEmpty, code != other else { return false }
    if other.hasSuffix(".9") { return code.hasPrefix(other.dropLast(1)) }
    if other == "8000/3" || other == "8010/3" { return code.hasSuffix("/3") }
    return other.count == 3 && code.hasPrefix(other)
  }

  /// Facts that say the same thing, in the order of their first one.
  private func group(_ facts: [RecordFact]) -> [[RecordFact]] {
    var groups: [String: [RecordFact]] = [:]
    var order: [String] = []
    for fact in facts {
      // What is denied and what is said are two statements; a suspicion joins what is said.
      let polarity = fact.qualifiers.contains(.negated) ? "n" : ""
      let key = fact.slot.rawValue + "|" + fact.key + "|" + polarity
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(fact)
    }
    return order.compactMap { groups[$0] }
  }

  private func statement(_ facts: [RecordFact], _ record: PatientRecord) -> RecordStatement? {
    let weights = facts.map { weight($0, record) }
    let best = facts.indices.sorted { (weights[$0], $1) > (weights[$1], $0) }.map { facts[$0] }
    guard let first = best.first, isWorthSaying(first) else { return nil }
    var sentences: Set<UInt64> = []
    var documents: Set<Int> = []
    for fact in facts where sentences.insert(fact.sentence).inserted { documents.insert(fact.note) }
    // Suspected in one place and said in another: it is said.
    var qualifiers = first.qualifiers
    if facts.contains(where: { !$0.qualifiers.contains(.hypothesis) }) {
      qualifiers.remove(.hypothesis)
    }
    let isHypothesis = qualifiers.contains(.hypothesis) || first.isSuggested
    var statement = RecordStatement(
      slot: first.slot, key: first.key, value: first.value, code: first.code,
      qualifiers: qualifiers, date: date(best),
      endDate: facts.compactMap(\.endDate).max(),
      laterality: best.lazy.map(\.laterality).first { !$0.isEmpty } ?? "",
      status: isHypothesis ? .hypothesis : .stated, facts: best, documents: max(1, documents.count))
    statement.precision = facts.first { $0.date == statement.date }?.precision ?? .day
    statement.features = features(statement, record)
    return statement
  }

  /// The day of a statement: of values the day of the one shown, of events the first day named.
  private func date(_ best: [RecordFact]) -> CalendarDate? {
    switch best.first?.slot {
    case .biology, .performance, .clinicalStage, .pathologicalStage, .otherStaging, .biomarker:
      best.first?.date
    default: best.compactMap(\.date).min()
    }
  }

  /// Whether a statement tells something: what is denied is told where its absence matters.
  private func isWorthSaying(_ fact: RecordFact) -> Bool {
    guard fact.qualifiers.contains(.negated) else { return true }
    switch fact.slot {
    case .progression, .allergy, .lifestyle, .complication, .familyHistory: return true
    default: return false
    }
  }

  /// How much a fact is worth as a source: kind of note, certainty, section, age.
  private func weight(_ fact: RecordFact, _ record: PatientRecord) -> Double {
    let note = record.notes[fact.note]
    var weight = note.kind.weight + fact.certainty
    if fact.qualifiers.contains(.hypothesis) { weight -= 0.6 }
    if Self.goodSections.contains(fact.section) { weight += 0.3 }
    if let date = note.date, let newest {
      weight -= min(0.5, Double(newest.days(since: date)) / 3650)
    }
    return weight
  }

  private static let goodSections: Set<SectionKind> = [
    .conclusion, .diagnosis, .pathology, .operation, .antecedents, .allergies, .dischargeTreatment,
    .postoperative, .reason, .plan, .family,
  ]

  // MARK: Features

  private func features(_ statement: RecordStatement, _ record: PatientRecord) -> [Float] {
    typealias Name = RecordStatement.Feature
    var values = [Float](repeating: 0, count: Name.allCases.count)
    func set(_ name: Name, _ value: Float) { values[name.rawValue] = value }
    let notes = statement.facts.map { record.notes[$0.note] }
    set(.documents, Float(min(6, statement.documents)))
    set(.mentions, Float(min(20, statement.facts.count)))
    set(.sourceWeight, Float(notes.map(\.kind.weight).max() ?? 0))
    if let newest, let last = notes.compactMap(\.date).max() {
      set(.age, Float(min(10, Double(newest.days(since: last)) / 365)))
    }
    set(.certainty, Float(statement.facts.map(\.certainty).max() ?? 0))
    set(.hypothesis, statement.qualifiers.contains(.hypothesis) ? 1 : 0)
    set(.negated, statement.qualifiers.contains(.negated) ? 1 : 0)
    set(.family, statement.qualifiers.contains(.family) ? 1 : 0)
    set(.history, statement.qualifiers.contains(.history) ? 1 : 0)
    set(.coded, statement.code.isEmpty ? 0 : 1)
    set(.specific, isSpecific(statement) ? 1 : 0)
    set(.goodSection, statement.facts.contains { Self.goodSections.contains($0.section) } ? 1 : 0)
    let isDisputed = record.conflicts.contains { conflict in
      conflict.sides.contains { statement.facts.contains($0.1) }
    }
    set(.conflict, isDisputed ? 1 : 0)
    set(.complaint, statement.slot == .discovery ? 1 : 0)
    let qualifiers = statement.facts.first?.qualifierFeatures ?? []
    for index in Qualifier.allCases.indices {
      values += index < qualifiers.count ? qualifiers[index].values : QualifierFeatures().values
    }
    return values
  }

  /// Whether a code says more than « carcinoma », « colon ».
  private func isSpecific(_ statement: RecordStatement) -> Bool {
    switch statement.slot {
    case .morphology:
      !["8000/3", "8010/3", "8140/3", "8800/3", "9590/3", "8140/0"].contains(statement.code)
    case .site: !statement.code.hasSuffix(".9")
    default: statement.code.count > 3
    }
  }
}
