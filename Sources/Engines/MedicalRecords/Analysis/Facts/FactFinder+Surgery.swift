import Language
import Review

extension FactFinder {
  private static let diagnosticProcedures = [
    "biopsie", "coloscopie", "fibroscopie", "ganglion sentinelle", "laparoscopie exploratrice",
    "laparotomie",
  ]

  /// Events of the postoperative course that are no operations.
  private static let courseEvents = [
    "transfusion", "intubation", "dialyse", "réanimation", "décès",
  ]

  mutating func takeProcedure(_ concept: Concept, _ tokens: Range<Int>) {
    if concept.label.hasPrefix("biopsie"), reading.note.kind != .operative {
      return addDiagnosisDate(tokens)
    }
    guard !Self.diagnosticProcedures.contains(concept.label) else { return }
    let date = reading.time(near: tokens.lowerBound)?.date ?? operationDate
    let suggests = Self.grade(ofProcedure: concept.label)
    if let suggests, isAfterSurgery(tokens) {
      return addGrade(suggests, because: concept.label, tokens: tokens, date: date)
    }
    guard !Self.courseEvents.contains(concept.label) else { return }
    let set = reading.qualifiers(of: tokens, scorer: scorer).set
    add(
      set.contains(.hypothesis) ? .plan : .operation, key: concept.key, value: concept.label,
      tokens: tokens, date: date, laterality: side(concept.label, after: tokens),
      ignoring: set.contains(.hypothesis) ? [] : .history)
  }

  /// The side of an operation: its name says it, or the words after it.
  private func side(_ label: String, after tokens: Range<Int>) -> String {
    if label.contains("droit") { return "R" }
    if label.contains("gauche") { return "L" }
    let sentence = text.sentence(around: tokens.lowerBound)
    let reach = tokens.lowerBound..<min(sentence.upperBound, tokens.upperBound + 2)
    for index in reach {
      let word = text.folded(index)
      if word.hasPrefix("droit") { return "R" }
      if word.hasPrefix("gauche") { return "L" }
    }
    return ""
  }

  /// The day of an operative report is the day of its operation.
  private var operationDate: CalendarDate? {
    reading.note.kind == .operative ? reading.note.date : nil
  }

  private mutating func addDiagnosisDate(_ tokens: Range<Int>) {
    guard let time = reading.time(near: tokens.lowerBound), let date = time.date else { return }
    let all =
      min(
        time.tokens.lowerBound, tokens.lowerBound)..<max(time.tokens.upperBound, tokens.upperBound)
    guard all.count <= 20 else { return }
    add(
      .diagnosisDate, key: "date|" + time.value, value: time.value, tokens: time.tokens, date: date,
      ignoring: [.history, .hypothesis, .negated])
  }

  private static let diagnosed = Set(
    ["diagnostique", "diagnostic"].map { WordStem.hash(Array($0.utf8)) })

  /// « adénocarcinome du rectum diagnostiqué en janvier 2026 »: the date that follows the word.
  mutating func addDiagnosisDate(ofTumour tokens: Range<Int>) {
    let sentence = text.sentence(around: tokens.lowerBound)
    guard let word = sentence.first(where: { Self.diagnosed.contains(text.stems[$0]) }),
      let time = reading.times.first(where: {
        $0.kind == .date && $0.date != nil && $0.tokens.lowerBound > word
          && $0.tokens.lowerBound - word <= 6 && sentence.contains($0.tokens.lowerBound)
      })
    else { return }
    add(
      .diagnosisDate, key: "date|" + time.value, value: time.value, tokens: time.tokens,
      date: time.date, ignoring: [.history, .hypothesis, .negated])
  }

  // MARK: After surgery

  /// Whether a place speaks of the days after an operation.
  func isAfterSurgery(_ tokens: Range<Int>) -> Bool {
    switch text.sectionOfToken[tokens.lowerBound] {
    case .postoperative: return true
    case .evolution, .operation, .none, .history, .conclusion, .other: break
    default: return false
    }
    let sentence = text.sentence(around: tokens.lowerBound)
    let reach = max(0, sentence.lowerBound - 40)..<sentence.upperBound
    let isMarked = reading.times.contains { time in
      guard reach.contains(time.tokens.lowerBound) else { return false }
      return (time.kind == .phase && text.folded(time.tokens.lowerBound).hasPrefix("post"))
        || (time.offsetDays != nil && text.folded(time.tokens.lowerBound).hasPrefix("j"))
    }
    return isMarked || reach.contains { text.folded($0) == "suites" }
  }

  mutating func takeComplication(_ concept: Concept, _ tokens: Range<Int>) {
    guard isAfterSurgery(tokens) else {
      let slot: Slot = isFamily(tokens) ? .familyHistory : .antecedent
      return add(slot, key: concept.key, value: concept.label, code: concept.code, tokens: tokens)
    }
    add(
      .complication, key: concept.key, value: concept.label, code: concept.code, tokens: tokens,
      date: reading.time(near: tokens.lowerBound)?.date, ignoring: .history)
  }

  /// The grade an event of the postoperative course suggests (Dindo, Demartines, Clavien 2004).
  private static func grade(ofProcedure label: String) -> String? {
    switch label {
    case "reprise chirurgicale": "IIIb"
    case "drainage radiologique", "embolisation", "endoprothèse": "IIIa"
    case "intubation", "dialyse", "réanimation": "IV"
    case "décès": "V"
    case "transfusion": "II"
    default: nil
    }
  }

  private mutating func addGrade(
    _ grade: String, because label: String, tokens: Range<Int>, date: CalendarDate?
  ) {
    let set = reading.qualifiers(of: tokens, scorer: scorer).set
    guard !set.contains(.negated), !set.contains(.hypothesis), !set.contains(.family) else {
      return
    }
    add(
      .clavien, key: "clavien|" + grade, value: "grade \(grade) (\(label))", tokens: tokens,
      date: date, ignoring: [.history], isSuggested: true)
    guard !Self.courseEvents.contains(label) else { return }
    add(
      .operation, key: "operation|" + label, value: label, tokens: tokens, date: date,
      ignoring: .history)
  }

  mutating func takeDrain(_ concept: Concept, _ tokens: Range<Int>) {
    let sentence = text.sentence(around: tokens.lowerBound)
    let measure = reading.measures.first {
      sentence.contains($0.tokens.lowerBound) && $0.tokens.lowerBound >= tokens.upperBound
        && $0.tokens.lowerBound - tokens.upperBound <= 8 && $0.unit.hasPrefix("mL")
    }
    let words = text.string(tokens.lowerBound..<(measure?.tokens.upperBound ?? tokens.upperBound))
    add(
      .drain, key: concept.key,
      value: words.withSingleSpaces,
      tokens: tokens.lowerBound..<(measure?.tokens.upperBound ?? tokens.upperBound),
      date: reading.time(near: tokens.lowerBound)?.date, ignoring: .history)
  }

  // MARK: Biomarkers

  private static let results = Set(
    """
    positif negatif positive negative mute mutee mutes sauvage natif absence surexprime surexprimee \
    amplifie amplifiee stable instable conserve conservee perte normale methyle non
    """.split(separator: " ").map { WordStem.hash(Array($0.utf8)) })

  mutating func takeBiomarker(_ concept: Concept, _ tokens: Range<Int>) {
    guard text.tokens[tokens.lowerBound].marks.contains(.capital) || tokens.count > 1 else {
      return
    }
    let sentence = text.sentence(around: tokens.lowerBound)
    let limit = min(sentence.upperBound, tokens.upperBound + 6)
    var end = tokens.upperBound
    while end < limit {
      let token = text.tokens[end]
      if text.utf8[Int(token.byteBegin)] == 0x2C || text.utf8[Int(token.byteBegin)] == 0x3B {
        break
      }
      let isNumber = token.kind == .number
      end += 1
      if Self.results.contains(text.stems[end - 1]) || isNumber {
        if end < limit, text.utf8[Int(text.tokens[end].byteBegin)] == 0x25 { end += 1 }
        while end < limit, text.utf8[Int(text.tokens[end].byteBegin)] == 0x2B { end += 1 }
        let extent = tokens.lowerBound..<end
        return add(
          .biomarker, key: concept.key, value: text.string(extent), tokens: extent,
          date: reading.note.date, ignoring: [.negated, .history, .hypothesis])
      }
    }
  }
}
