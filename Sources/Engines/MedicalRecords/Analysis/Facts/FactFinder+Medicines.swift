import Language
import Review

extension FactFinder {
  private static func stems(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { WordStem.hash(TokenizedText(String($0)).bytes) })
  }

  private static let allergyWords = stems(
    "allergie allergique intolerance intolerant intolerante anaphylaxie oedeme urticaire choc")
  private static let stopWords = stems(
    "arret arrete arretee stoppe stoppee stop suspendu suspendue interrompu interrompue")

  mutating func takeMedicine(_ concept: Concept, _ tokens: Range<Int>) {
    if isAllergy(tokens) {
      return add(
        .allergy, key: "allergy|" + concept.key, value: concept.label, code: concept.code,
        tokens: tokens, ignoring: [.history, .hypothesis])
    }
    let extent = withDose(tokens)
    let dates = period(around: tokens)
    let value = wording(concept, extent, tokens)
    if isStopped(tokens) {
      return add(
        .stoppedMedicine, key: concept.key, value: concept.label, code: concept.code,
        tokens: extent, date: dates.start, endDate: dates.end, ignoring: [.negated, .history])
    }
    add(
      slot(of: concept), key: concept.key, value: value, code: concept.code, tokens: extent,
      date: dates.start, endDate: dates.end)
  }

  /// What is no drug of the terminology is told only where an allergy is spoken of.
  mutating func takeAllergen(_ concept: Concept, _ tokens: Range<Int>) {
    guard isAllergy(tokens) else { return }
    add(
      .allergy, key: "allergy|" + concept.key, value: concept.label, code: concept.code,
      tokens: tokens, ignoring: [.history, .hypothesis])
  }

  private static let none = stems("aucune aucun neant non pas ras rien 0")

  /// « Allergies : aucune connue »: that there is none is told, it is not missing.
  mutating func addAbsentAllergies() {
    for section in text.sections where section.kind == .allergies {
      guard let heading = section.heading else { continue }
      let body = (heading.upperBound..<section.tokens.upperBound).drop { !text.tokens[$0].isWord }
      guard let first = body.first, Self.none.contains(text.stems[first]) else { continue }
      let end = text.sentence(around: first).upperBound
      add(
        .allergy, key: Self.absentAllergy, value: "pas d'allergie connue",
        tokens: first..<min(end, first + 4), ignoring: [.negated, .hypothesis, .history])
    }
  }

  /// The key of the statement that there is no allergy.
  static let absentAllergy = "allergy|none"

  private func slot(of concept: Concept) -> Slot {
    switch concept.kind {
    case .antibiotic: .antibiotic
    case .anticoagulant: .anticoagulant
    case .cancerDrug: .cancerTreatment
    default: .medicine
    }
  }

  private func isAllergy(_ tokens: Range<Int>) -> Bool {
    if text.sectionOfToken[tokens.lowerBound] == .allergies { return true }
    let sentence = text.sentence(around: tokens.lowerBound)
    let before = max(sentence.lowerBound, tokens.lowerBound - 8)..<tokens.lowerBound
    return before.contains {
      Self.allergyWords.contains(text.stems[$0]) && text.folded($0).hasPrefix("allerg")
        || text.folded($0).hasPrefix("intoler")
    }
  }

  private func isStopped(_ tokens: Range<Int>) -> Bool {
    let sentence = text.sentence(around: tokens.lowerBound)
    let before = max(sentence.lowerBound, tokens.lowerBound - 4)..<tokens.lowerBound
    let after = tokens.upperBound..<min(sentence.upperBound, tokens.upperBound + 5)
    return before.contains { Self.stopWords.contains(text.stems[$0]) }
      || after.contains {
        Self.stopWords.contains(text.stems[$0]) && !isComma(before: $0, from: tokens)
      }
  }

  private func isComma(before index: Int, from tokens: Range<Int>) -> Bool {
    (tokens.upperBound..<index).contains {
      let byte = text.utf8[Int(text.tokens[$0].byteBegin)]
      return byte == 0x2C || byte == 0x3B
    }
  }

  /// The medicine with the dose and rhythm that follow it.
  func withDose(_ tokens: Range<Int>) -> Range<Int> {
    let sentence = text.sentence(around: tokens.lowerBound)
    var end = tokens.upperBound
    for measure in reading.measures
    where measure.tokens.lowerBound >= end && measure.tokens.lowerBound - end <= 3
      && measure.tokens.upperBound <= sentence.upperBound
      && (measure.isDose || measure.unit == "Gy" || measure.unit == "mL")
      && isOwn(end..<measure.tokens.lowerBound, mayPause: false)
    {
      end = measure.tokens.upperBound
    }
    for time in reading.times
    where (time.kind == .frequency || time.kind == .duration)
      && time.tokens.lowerBound >= end && time.tokens.lowerBound - end <= 4
      && time.tokens.upperBound <= sentence.upperBound
      && isOwn(end..<time.tokens.lowerBound, mayPause: true)
    {
      end = time.tokens.upperBound
    }
    return tokens.lowerBound..<end
  }

  /// Whether what stands after some words still speaks of the same medicine: no other one is named
  /// between, nor a comma where none may be.
  private func isOwn(_ gap: Range<Int>, mayPause: Bool) -> Bool {
    let isParted = gap.contains {
      let byte = text.utf8[Int(text.tokens[$0].byteBegin)]
      return byte == 0x3B || (byte == 0x2C && !mayPause)
    }
    return !isParted
      && !reading.mentions.contains {
        $0.concept.kind.isMedicine && gap.contains($0.tokens.lowerBound)
      }
  }

  private func wording(_ concept: Concept, _ extent: Range<Int>, _ tokens: Range<Int>) -> String {
    guard extent.upperBound > tokens.upperBound else { return concept.label }
    let tail = text.string(tokens.upperBound..<extent.upperBound)
    let words = tail.split { $0.isWhitespace || $0 == ";" }
    return concept.label + " " + words.joined(separator: " ")
  }

  private static let until: Set<UInt64> = Set(
    ["jusqu", "jusque", "au", "fin"].map { StableHash.of($0) })

  /// From when and until when: a date after « jusqu'au » ends.
  func period(around tokens: Range<Int>) -> (start: CalendarDate?, end: CalendarDate?) {
    let sentence = text.sentence(around: tokens.lowerBound)
    var start: CalendarDate?
    var end: CalendarDate?
    for time in reading.times
    where time.date != nil && sentence.contains(time.tokens.lowerBound) {
      let before = max(sentence.lowerBound, time.tokens.lowerBound - 3)..<time.tokens.lowerBound
      let isEnd =
        time.tokens.lowerBound >= tokens.upperBound
        && before.contains { Self.until.contains(text.tokens[$0].hash) }
      if isEnd {
        end = end ?? time.date
      } else if isNear(time.tokens, tokens) || isBeginning(time.tokens, tokens) {
        start = start ?? time.date
      }
    }
    return (start, end)
  }

  private static let beginnings = stems(
    "debute debutee debuter commence commencee depuis instaure introduit introduite initie initiee")

  /// « FOLFOX, 12 cures, débuté le 02/02/2026 »: a word before the date says that it began then.
  private func isBeginning(_ time: Range<Int>, _ tokens: Range<Int>) -> Bool {
    guard time.lowerBound >= tokens.upperBound, time.lowerBound - tokens.upperBound <= 14 else {
      return false
    }
    let before = max(tokens.upperBound, time.lowerBound - 2)..<time.lowerBound
    return before.contains { Self.beginnings.contains(text.stems[$0]) }
  }

  /// Whether a date belongs to a treatment: few tokens away, no comma between them.
  private func isNear(_ time: Range<Int>, _ tokens: Range<Int>) -> Bool {
    let gap =
      time.lowerBound >= tokens.upperBound
      ? tokens.upperBound..<time.lowerBound
      : time.upperBound..<max(time.upperBound, tokens.lowerBound)
    return gap.count <= 14
      && !gap.contains { text.utf8[Int(text.tokens[$0].byteBegin)] == 0x2C }
  }

  mutating func takeRadiotherapy(_ concept: Concept, _ tokens: Range<Int>) {
    let extent = withDose(tokens)
    let dates = period(around: tokens)
    add(
      .cancerTreatment, key: concept.key, value: wording(concept, extent, tokens), tokens: extent,
      date: dates.start, endDate: dates.end)
  }
}
