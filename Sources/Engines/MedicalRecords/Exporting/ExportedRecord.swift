import Foundation
import Review

/// A statement as it leaves: what it says, what a reader decided, where it stands in its source.
struct ExportedStatement: Sendable {
  /// A source with its place.
  struct Source: Sendable {
    var document: String
    var span: Span
  }

  var section: Int
  var slot: Slot
  var label: String
  var text: String
  var code: String
  var qualifiers: Qualifiers
  var status: StatementsEvidence.Status
  var decision: ReviewStatus
  var sources: [Source]
  var date: CalendarDate?
  /// How exactly the date is known.
  var precision = TimeMention.Precision.day

  /// The place of the statement among those that leave: its anchor in a narrative.
  var place = 0

  /// The name of the statement's words in a narrative.
  var anchor: String { "\(slot.rawValue)-\(place)" }

  /// The words without the code at their end.
  var words: String {
    guard !code.isEmpty, text.hasSuffix(" " + code) else { return text }
    return String(text.dropLast(code.count + 1))
  }

  /// Whether the words themselves say that there is nothing: « pas de progression ».
  var statesAbsence: Bool { FactFinder.absences.contains(text) }

  /// The date as exactly as it is known.
  var dateText: String? { date.map { precision.text($0) } }
}

/// A patient's summary as it leaves: pseudonymised, dates shifted by a constant of the patient.
struct ExportedRecord: Sendable {
  /// The longest shift, in days either way.
  static let shiftLimit = 180

  var number: String
  var sex: String
  var specialty: String
  var date: CalendarDate?
  var statements: [ExportedStatement]
  var reviewer: String
  /// The day of the export.
  var made: CalendarDate

  /// Makes a record of statements; nobody's unless a number is given.
  init(_ statements: [ExportedStatement], number: String = "", sex: String = "", made: CalendarDate)
  {
    self.statements = statements
    self.number = number
    self.sex = sex
    self.made = made
    specialty = ""
    reviewer = ""
  }

  /// The sections that hold a statement, with their statements.
  var sections: [(section: SummarySection, statements: [ExportedStatement])] {
    SummarySection.all.enumerated().compactMap { index, section in
      let own = statements.filter { $0.section == index }
      return own.isEmpty ? nil : (section, own)
    }
  }

  /// Reads the summary back from a suggestion; only accepted statements unless all are wanted.
  init(
    _ detail: SuggestionDetail, circumstances: AnalysisRequest, includesAll: Bool, keepsDates: Bool
  ) {
    let suggestion = detail.suggestion
    let salt = circumstances.pseudonymSalt
    let shift = keepsDates ? 0 : Self.shift(of: suggestion.naturalKey, salt: salt)
    number = suggestion.naturalKey.split(separator: "|").last.map(String.init) ?? ""
    sex = suggestion.title.hasSuffix(" F") ? "F" : suggestion.title.hasSuffix(" M") ? "M" : ""
    specialty = suggestion.place
    date = suggestion.date.map { $0.adding(days: shift) }
    made = circumstances.today
    reviewer =
      detail.history.last { if case .decision = $0.payload { true } else { false } }?.agent ?? ""
    let kinds = Dictionary(
      suggestion.parts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let isAccepted = detail.status == .accepted
    statements = []
    for case .statements(let evidence) in suggestion.evidence {
      for statement in evidence.sections.flatMap(\.statements) {
        guard let part = kinds[statement.part], let slot = Slot(rawValue: part.kind),
          let section = SummarySection.all.firstIndex(where: { $0.slots.contains(slot) })
        else { continue }
        let decided = detail.partStatuses[statement.part] ?? (isAccepted ? .accepted : .open)
        guard includesAll ? decided != .rejected : decided == .accepted else { continue }
        let place = statements.count
        statements.append(
          ExportedStatement(
            section: section, slot: slot, label: statement.label.fr,
            text: DateShift.shifted(statement.text.fr, by: shift),
            code: Self.code(statement.text.fr, slot: slot),
            qualifiers: Self.qualifiers(part), status: statement.status, decision: decided,
            sources: statement.sources.map { .init(document: $0.document, span: $0.span) },
            date: Self.date(statement.qualifier.fr)?.date.adding(days: shift),
            precision: Self.date(statement.qualifier.fr)?.precision ?? .day, place: place))
      }
    }
  }

  /// The constant shift of a patient's dates: never zero, the same in every export.
  static func shift(of key: String, salt: String) -> Int {
    let digits = StableID.make("shift", salt, key)
    let value = Int(UInt64(digits.prefix(12), radix: 16) ?? 1) % (2 * shiftLimit) - shiftLimit
    return value == 0 ? shiftLimit : value
  }

  /// The features of the part say what qualifies the statement.
  private static func qualifiers(_ part: Part) -> Qualifiers {
    guard let values = part.features?.values,
      values.count >= RecordStatement.Feature.allCases.count
    else { return [] }
    var set: Qualifiers = []
    if values[RecordStatement.Feature.negated.rawValue] > 0 { set.insert(.negated) }
    if values[RecordStatement.Feature.hypothesis.rawValue] > 0 { set.insert(.hypothesis) }
    if values[RecordStatement.Feature.family.rawValue] > 0 { set.insert(.family) }
    if values[RecordStatement.Feature.history.rawValue] > 0 { set.insert(.history) }
    return set
  }

  /// The code at the end of a statement's text.
  private static func code(_ text: String, slot: Slot) -> String {
    guard let last = text.split(separator: " ").last, last.count >= 3, last.count <= 8,
      last.contains(where: \.isNumber), last.first?.isUppercase == true || last.contains("/"),
      slot != .biology, slot != .pathologicalStage, slot != .clinicalStage, slot != .biomarker
    else { return "" }
    return String(last)
  }

  /// The first date of a qualifier: « 2015 », « 2015-03 », « 2015-03-12 ».
  private static func date(
    _ qualifier: String
  ) -> (date: CalendarDate, precision: TimeMention.Precision)? {
    for word in qualifier.split(separator: " ") {
      if let date = CalendarDate(iso: word) { return (date, .day) }
      if word.count == 7, let date = CalendarDate(iso: word + "-01") { return (date, .month) }
      if word.count == 4, let year = Int(word), (1900...2100).contains(year) {
        return CalendarDate(year: year, month: 1, day: 1).map { ($0, .year) }
      }
    }
    return nil
  }
}

/// Moves the dates that stand in a text by so many days.
enum DateShift {
  static func shifted(_ text: String, by days: Int) -> String {
    guard days != 0 else { return text }
    let clinical = ClinicalText(text)
    var scalars = Array(text.unicodeScalars)
    for time in TimeFinder.times(clinical).reversed() where time.kind == .date {
      guard let date = time.date, let precision = time.precision else { continue }
      let moved = date.adding(days: days)
      let words: String
      switch precision {
      case .day: words = moved.iso
      case .month: words = String(moved.iso.prefix(7))
      case .year: words = String(moved.year)
      }
      scalars.replaceSubrange(time.span.range, with: Array(words.unicodeScalars))
    }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
