import Foundation
import Language
import Learning
import Review
import ReviewStore

@testable import Letters

/// A sink that writes to a store.
final class LetterSink: AnalysisSink, @unchecked Sendable {
  let store: MemoryStore
  let isCancelled: Bool
  init(_ store: MemoryStore, isCancelled: Bool = false) {
    self.store = store
    self.isCancelled = isCancelled
  }
  func progressed(_ progress: AnalysisProgress) {}
  func refused(_ refusal: Refusal) {}
  func receive(documents: [Document]) throws { try store.save(documents: documents) }
  func receive(records: [SourceRecord]) throws { try store.save(records: records) }
  func receive(examples: [TrainingExample]) throws { try store.save(examples: examples) }
  func receive(suggestions: [Suggestion]) throws { try store.save(suggestions: suggestions) }
}

/// A store and the engine, as a user has them.
struct LetterBench {
  let store = MemoryStore(agent: "marie")
  let engine = LettersEngine()
  let listener = LetterListener()
  var request = LetterFixture.request()

  init() {}

  init(_ files: [String: String]) throws {
    try analyse(files)
  }

  func analyse(_ files: [String: String]) throws {
    try LetterFixture.with(files) { folder in
      let corpus = try engine.read([folder], request: request, observer: listener)
      try engine.analyse(corpus, request: request, records: store.records, sink: LetterSink(store))
    }
  }

  func suggestions() throws -> [Suggestion] {
    var all: [Suggestion] = []
    try store.records.forEachSuggestion(SuggestionQuery(project: .letters)) {
      all.append($0)
      return true
    }
    return all
  }

  func suggestion(_ key: String) throws -> Suggestion? {
    try suggestions().first { $0.naturalKey == key }
  }

  func records(_ kind: String) throws -> [SourceRecord] {
    var all: [SourceRecord] = []
    try store.records.forEachRecord(project: .letters, kind: kind) {
      all.append($0)
      return true
    }
    return all
  }

  func act(
    _ name: String, _ parameters: [String: String] = [:], on suggestion: Suggestion? = nil,
    language: InterfaceLanguage = .french
  ) throws -> ActionResult {
    try engine.perform(
      ActionRequest(
        name: name, parameters: parameters, suggestion: suggestion, circumstances: request,
        agent: Agent(id: "marie", name: "Marie", role: .agent), language: language),
      records: store.records)
  }

  func export(
    _ format: String, _ options: [String: String] = [:], language: InterfaceLanguage = .french
  ) throws -> String {
    String(
      decoding: try engine.export(
        ExportRequest(
          format: format, query: SuggestionQuery(project: .letters), options: options,
          circumstances: request, language: language), records: store.records), as: UTF8.self)
  }
}

extension LetterFixture {
  /// Runs a body on a folder of files that is gone afterwards.
  static func with<Value>(
    _ files: [String: String], _ body: (URL) throws -> Value
  ) throws -> Value {
    let folder = try folder(files)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  /// A letter with its fields set, and no text.
  static func letter(
    _ inspection: String = "INSSN-LYO-2024-0412", site: String = "CNPE du Val",
    date: String? = "2024-06-18", sector: String = "REP", theme: String = "Incendie",
    items: [LetterItem] = []
  ) -> Letter {
    var letter = Letter(file: inspection + ".txt", text: "")
    letter.inspection = inspection
    letter.site = site
    letter.date = date.flatMap { CalendarDate(iso: $0) }
    letter.sector = sector
    letter.theme = theme
    letter.items = items
    return letter
  }

  static func item(
    _ id: String = "INSSN-LYO-2024-0412#II1", _ section: SectionKind = .otherRequests,
    text: String = "Je vous demande de corriger.", deadline: LetterDeadline? = nil
  ) -> LetterItem {
    LetterItem(
      id: id, section: section, ordinal: 1, text: text, span: Span(0, text.unicodeScalars.count),
      deadline: deadline)
  }

  /// What is known of an item of the first letter.
  static func facts(
    _ item: LetterItem = item(), letter: Int = 0, site: String = "val", cues: [VigilanceCue] = [],
    severity: Double = 0, theme: LetterTheme = .fire, systems: [String] = [],
    isotopes: [String] = [], history: ItemHistory = ItemHistory()
  ) -> ItemFacts {
    ItemFacts(
      letter: letter, item: item, site: site,
      reading: PassageReading(
        hits: cues.map { CueHit(cue: $0, span: Span(0, 3)) },
        features: [Float](repeating: 0, count: PassageReading.featureCount)),
      passage: item.text, itemStart: 0, severity: severity,
      theme: ThemeModel.Answer(theme: theme, score: 1, abstains: false),
      things: NamedThings(systems: systems, isotopes: isotopes), history: history)
  }

  /// A text as a passage whose places are those of the text.
  static func passage(_ text: String) -> JoinedText {
    var joined = JoinedText()
    let scalars = Array(text.unicodeScalars)
    joined.append(scalars, 0..<scalars.count)
    return joined
  }

  /// Facts of an evidence by their English name.
  static func facts(_ evidence: [Evidence]) -> [String: LocalizedText] {
    var found: [String: LocalizedText] = [:]
    for case .facts(let facts) in evidence {
      for fact in facts.facts { found[fact.name.en] = fact.value }
    }
    return found
  }
}

extension SplitMix64 {
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// Text out of pieces that break readers of letters.
  mutating func hostileLetter(_ count: Int) -> String {
    let pieces = [
      "SYNTHÈSE DE L’INSPECTION", "A. Demandes d’actions correctives",
      "B. Compléments d’information",
      "C. Observations", "I. DEMANDES A TRAITER PRIORITAIREMENT", "II. AUTRES DEMANDES",
      "Demande A1 :",
      "Demande II.1 :", "A.2", "C.1.", "Je vous demande de corriger.", "Sans objet.", "Néant",
      "1/2",
      "page 2 sur 5", "\u{0C}", "\r\n", "\n", "\n\n", "INSSN – LYO – 2014 – 0688",
      "CODEP-LYO-2014-\n008798",
      "[1] Code", "Objet :", "INB n° 111 et 112", "le 31 février 2014", "sous deux mois", "Œuvre",
      "ﬁ",
      "\u{AD}", "\u{202E}", "\u{1B}[31m", "- un point ;", "• un point.", "Monsieur,", "« ", "»",
      "…",
      "Je vous prie d’agréer", "césium 137", "RIS 215 VP", "99999999999999999999", "e\u{301}", "👩‍👩‍👧",
    ]
    return (0..<count).map { _ in pick(pieces) + pick([" ", "\n", "\n\n", ""]) }.joined()
  }
}
