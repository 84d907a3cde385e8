import Language
import Review

/// Turns what was found in a note into facts for the fields of the summary.
struct FactFinder {
  let reading: NoteReading
  let scorer: QualifierScorer
  private(set) var facts: [RecordFact] = []
  /// The concepts by token, so that neighbours are found.
  private let sites: [ConceptMention]

  static func facts(_ reading: NoteReading, scorer: QualifierScorer) -> [RecordFact] {
    var finder = FactFinder(reading, scorer: scorer)
    finder.run()
    return finder.facts
  }

  private init(_ reading: NoteReading, scorer: QualifierScorer) {
    self.reading = reading
    self.scorer = scorer
    sites = reading.mentions.filter { $0.concept.kind == .site }
  }

  var text: ClinicalText { reading.text }

  private mutating func run() {
    for mention in reading.mentions { take(mention) }
    addStages()
    addScores()
    addBiology()
    addSections()
    addEvents()
    addAbsentAllergies()
  }

  /// Adds a fact at a place.
  mutating func add(
    _ slot: Slot, key: String, value: String, code: String = "", tokens: Range<Int>,
    date: CalendarDate? = nil, endDate: CalendarDate? = nil, laterality: String = "",
    ignoring: Qualifiers = [], isSuggested: Bool = false
  ) {
    let found = reading.qualifiers(of: tokens, scorer: scorer)
    var qualifiers = found.set.subtracting(ignoring)
    // The field itself says that it is of the past, or of a relative.
    if slot == .antecedent { qualifiers.remove(.history) }
    var fact = RecordFact(
      slot: slot, key: key, value: value, quote: text.string(tokens), code: code,
      qualifiers: qualifiers, certainty: found.certainty, date: date, endDate: endDate,
      note: reading.index, span: text.span(tokens),
      section: text.sectionOfToken[tokens.lowerBound], laterality: laterality,
      isSuggested: isSuggested, qualifierFeatures: found.features,
      sentence: reading.sentenceHash(around: tokens.lowerBound))
    if let time = reading.time(near: tokens.lowerBound), time.date == date {
      fact.precision = time.precision ?? .day
    }
    facts.append(fact)
  }

  // MARK: Concepts

  private mutating func take(_ match: ConceptMention) {
    let concept = match.concept
    switch concept.kind {
    case .morphology: takeTumour(concept, match.tokens)
    case .disease: takeDisease(concept, match.tokens)
    case .lifestyle:
      add(
        .lifestyle, key: concept.key, value: concept.label, code: concept.code, tokens: match.tokens
      )
    case .drug, .antibiotic, .anticoagulant, .cancerDrug: takeMedicine(concept, match.tokens)
    case .radiotherapy: takeRadiotherapy(concept, match.tokens)
    case .procedure: takeProcedure(concept, match.tokens)
    case .complication: takeComplication(concept, match.tokens)
    case .drain: takeDrain(concept, match.tokens)
    case .biomarker: takeBiomarker(concept, match.tokens)
    case .symptom: takeSymptom(concept, match.tokens)
    case .allergy: takeAllergen(concept, match.tokens)
    case .site, .abbreviation: break
    }
  }

  /// Whether a mention is of a relative, by its qualifiers.
  func isFamily(_ tokens: Range<Int>) -> Bool {
    reading.qualifiers(of: tokens, scorer: scorer).set.contains(.family)
  }

  private mutating func takeTumour(_ concept: Concept, _ tokens: Range<Int>) {
    let qualifiers = reading.qualifiers(of: tokens, scorer: scorer).set
    let place = site(near: tokens)
    if qualifiers.contains(.family) {
      let words = [concept.label, place?.concept.label].compactMap { $0 }.joined(separator: ", ")
      return add(
        .familyHistory, key: concept.key + (place?.concept.key ?? ""), value: words,
        code: concept.code, tokens: tokens)
    }
    if concept.code.hasSuffix("/6") {
      let words = [concept.label, place?.concept.label].compactMap { $0 }.joined(separator: ", ")
      let all = place.map {
        min(tokens.lowerBound, $0.tokens.lowerBound)..<max(tokens.upperBound, $0.tokens.upperBound)
      }
      return add(
        .progression, key: "distant" + (place?.concept.key ?? ""), value: words, code: concept.code,
        tokens: all ?? tokens, date: reading.time(near: tokens.lowerBound)?.date)
    }
    if qualifiers.contains(.history) {
      let words = [concept.label, place?.concept.label].compactMap { $0 }.joined(separator: ", ")
      add(
        .antecedent, key: concept.key + (place?.concept.key ?? ""), value: words,
        code: concept.code, tokens: tokens, date: reading.time(near: tokens.lowerBound)?.date)
      return
    }
    add(
      .morphology, key: concept.key, value: concept.label, code: concept.code, tokens: tokens,
      date: reading.time(near: tokens.lowerBound)?.date)
    if qualifiers.isDisjoint(with: [.negated, .hypothesis]) { addDiagnosisDate(ofTumour: tokens) }
    guard let place, !qualifiers.contains(.negated) else { return }
    let side = laterality(around: place.tokens, concept: place.concept)
    add(
      .site, key: place.concept.key, value: place.concept.label, code: place.concept.code,
      tokens: place.tokens, laterality: side, ignoring: .history)
  }

  private mutating func takeDisease(_ concept: Concept, _ tokens: Range<Int>) {
    let isRelative = isFamily(tokens)
    add(
      isRelative ? .familyHistory : .antecedent, key: concept.key, value: concept.label,
      code: concept.code, tokens: tokens)
  }

  private mutating func takeSymptom(_ concept: Concept, _ tokens: Range<Int>) {
    let section = text.sectionOfToken[tokens.lowerBound]
    guard section == .reason || section == .history || section == .none else { return }
    add(
      .discovery, key: "symptoms", value: "symptômes : \(concept.label)", code: concept.code,
      tokens: tokens, date: reading.time(near: tokens.lowerBound)?.date)
  }

  // MARK: Sites

  /// The site named nearest to a tumour in its sentence, after it before others.
  func site(near tokens: Range<Int>) -> (concept: Concept, tokens: Range<Int>)? {
    let sentence = text.sentence(around: tokens.lowerBound)
    var best: (distance: Int, match: ConceptMention)?
    for match in sites where sentence.contains(match.tokens.lowerBound) {
      let isAfter = match.tokens.lowerBound >= tokens.upperBound
      let gap =
        isAfter
        ? match.tokens.lowerBound - tokens.upperBound
        : tokens.lowerBound - match.tokens.upperBound + 4
      guard gap >= 0, gap <= 8 else { continue }
      if gap < best?.distance ?? Int.max { best = (gap, match) }
    }
    return best.map { ($0.match.concept, $0.match.tokens) }
  }

  private static let right = WordStem.hash(Array("droit".utf8))
  private static let left = WordStem.hash(Array("gauche".utf8))
  private static let both = WordStem.hash(Array("bilateral".utf8))

  /// The side a site is on: its own name says it, or a word within three tokens after it.
  func laterality(around tokens: Range<Int>, concept: Concept) -> String {
    switch concept.code {
    case "C18.2", "C18.0", "C18.3": return "R"
    case "C18.6", "C18.7", "C18.5": return "L"
    default: break
    }
    let sentence = text.sentence(around: tokens.lowerBound)
    let reach = tokens.lowerBound..<min(sentence.upperBound, tokens.upperBound + 4)
    for index in reach {
      switch text.stems[index] {
      case Self.right: return "R"
      case Self.left: return "L"
      case Self.both: return "B"
      default: break
      }
    }
    return ""
  }
}
