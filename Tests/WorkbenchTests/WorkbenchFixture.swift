import Display
import Review

@testable import Workbench

/// An invented panel, and a store of rows that answers effects as Session would.
struct WorkbenchFixture {
  static let today = CalendarDate(iso: "2026-11-24") ?? CalendarDate(daysSinceEpoch: 0)
  static let now = Timestamp(milliseconds: Int64(today.daysSinceEpoch) * 86_400_000)

  static let panel = Panel(
    project: .restaurants,
    item: PluralText(
      one: LocalizedText(fr: "établissement", en: "establishment"),
      other: LocalizedText(fr: "établissements", en: "establishments")),
    facets: [
      FacetDescription(name: "signal", title: LocalizedText(fr: "Signal", en: "Signal"), width: 12)
    ], columns: ["signal"],
    rejectionReasons: [
      DecisionReason(
        code: "no-risk", key: "r", title: LocalizedText(fr: "pas de risque", en: "no risk")),
      DecisionReason(code: "closed", key: "c", title: LocalizedText(fr: "fermé", en: "closed")),
    ],
    partRejectionReasons: [
      DecisionReason(code: "misread", key: "m", title: LocalizedText(fr: "mal lu", en: "misread"))
    ],
    followUp: FollowUpScheme(
      states: [
        .init(code: "todo", title: LocalizedText(fr: "à faire", en: "to do"), dueDays: 10),
        .init(code: "done", title: LocalizedText(fr: "fait", en: "done"), isFinal: true),
      ], moves: [.init(from: "todo", to: "done")]),
    tables: [
      KnowledgeTable(
        name: "pairs", title: LocalizedText(fr: "Paires", en: "Pairs"),
        columns: [
          .init(
            name: "key", title: LocalizedText(fr: "Clé", en: "Key"), type: .text, isRequired: true)
        ], editableBy: .agent)
    ],
    actions: [
      ActionDescription(
        name: "plan", title: LocalizedText(fr: "Planifier", en: "Plan"),
        help: LocalizedText(fr: "fait un plan", en: "makes a plan"), key: "P", scope: .panel,
        parameters: [
          .init(
            name: "count", title: LocalizedText(fr: "Nombre", en: "Count"),
            type: .integer(1...9), initial: "3")
        ]),
      ActionDescription(
        name: "talk", title: LocalizedText(fr: "Parler", en: "Talk"),
        help: LocalizedText(fr: "répond", en: "answers"), key: "y", scope: .panel,
        parameters: [
          .init(name: "said", title: LocalizedText(fr: "Vous dites", en: "You say"), type: .text)
        ], isConversation: true),
    ], feedingHint: LocalizedText(fr: "Donnez des fichiers.", en: "Give files."))

  static func suggestion(_ number: Int) -> Suggestion {
    let text = "On a été malades toute la nuit, table \(number)."
    return Suggestion(
      project: .restaurants, naturalKey: "n\(number)", title: "Café numéro \(number)",
      place: "Port-Lavande", date: today, facets: [Facet("signal", "maladie ×\(number % 3 + 1)")],
      score: number % 4 == 3
        ? Score(0.2, basis: .rule(level: 2))
        : Score(0.95 - Double(number) / 50, low: 0.1, high: 0.99, basis: .probability(model: 2)),
      selection: number % 7 == 5 ? Selection(.random, probability: 0.15) : Selection(.best),
      evidence: [
        .contributions(
          ContributionsEvidence(
            base: -2,
            reasons: [
              .init(
                label: LocalizedText(fr: "maladie signalée", en: "illness reported"), value: 1.5),
              .init(label: LocalizedText(fr: "bon contrôle", en: "good result"), value: -0.4),
            ])),
        .passage(
          PassageEvidence(
            text: text,
            highlights: [
              .init(span: Span(9, 16), label: LocalizedText(fr: "maladie", en: "illness"))
            ], source: DocumentReference(document: "d\(number)", span: Span(0, 20)),
            caption: LocalizedText(fr: "avis 1★", en: "review 1★"), date: today, part: "p")),
        .series(
          SeriesEvidence(
            title: LocalizedText(fr: "Signalements", en: "Reports"), unit: "", form: .bars,
            points: (0..<6).map {
              .init(date: today.adding(days: $0 * 30 - 180), value: Double($0))
            },
            source: LocalizedText(fr: "avis", en: "reviews"))),
        .facts(
          FactsEvidence(
            title: LocalizedText(fr: "Contrôles", en: "Results"),
            facts: [
              .init(
                name: LocalizedText(same: "2025-03-01"),
                value: LocalizedText(fr: "À améliorer", en: "To be improved"),
                source: LocalizedText(same: "a.csv"))
            ])),
      ], parts: [Part(id: "p", title: "passage", kind: "passage")],
      provenance: Provenance(
        file: "a.csv", sha256: "", row: number, engine: "test 1", model: 2, time: now))
  }

  var suggestions: [Suggestion]
  var statuses: [String: ReviewStatus] = [:]
  var decisions: [Decision] = []
  var effects: [Effect] = []

  init(count: Int = 60) { suggestions = (0..<count).map { Self.suggestion($0) } }

  static func state(
    _ size: Size = Size(width: 120, height: 40), _ language: InterfaceLanguage = .french
  ) -> State {
    State(
      size: size, language: language, agent: Agent(id: "marie", name: "marie", role: .supervisor),
      panels: [panel], now: now)
  }

  private func rows(_ query: SuggestionQuery) -> [SuggestionRow] {
    suggestions.map { SuggestionRow($0, status: statuses[$0.id] ?? .open) }
      .filter { query.statuses.isEmpty || query.statuses.contains($0.status) }
      .filter { query.text.isEmpty || $0.title.lowercased().contains(query.text.lowercased()) }
      .sorted { $0.key < $1.key }
  }

  /// Sends a message and answers the effects until nothing is left to do.
  mutating func send(_ message: Message, to state: inout State) {
    var pending = update(&state, message)
    var rounds = 0
    while !pending.isEmpty, rounds < 200 {
      rounds += 1
      let effect = pending.removeFirst()
      effects.append(effect)
      for answer in answers(effect) { pending += update(&state, answer) }
    }
  }

  /// Answers one effect.
  mutating func answer(_ effect: Effect, to state: inout State) {
    for answer in answers(effect) { send(answer, to: &state) }
  }

  /// Presses keys in their notation.
  mutating func press(_ keys: String..., on state: inout State) {
    for key in keys {
      guard let key = Key(notation: key) else { continue }
      send(.input(.key(key), now: Self.now.adding(seconds: 3)), to: &state)
    }
  }

  private mutating func answers(_ effect: Effect) -> [Message] {
    switch effect {
    case .loadWindow(let query, let anchor, let limit, let rule):
      let all = rows(query)
      var start = 0
      switch anchor {
      case .start: start = 0
      case .end: start = max(0, all.count - limit)
      case .from(let key), .around(let key), .before(let key):
        start = max(0, (all.firstIndex { !($0.key < key) } ?? 0) - limit / 2)
      }
      let page = Array(all.dropFirst(start).prefix(limit))
      return [.window(query, SuggestionWindow(rows: page, before: start, total: all.count), rule)]
    case .loadCounts:
      let open = suggestions.count { (statuses[$0.id] ?? .open) == .open }
      return [.counts([.restaurants: PanelCounts(open: open, accepted: suggestions.count - open)])]
    case .loadDetail(let id):
      guard let suggestion = suggestions.first(where: { $0.id == id }) else { return [] }
      return [
        .detail(
          SuggestionDetail(
            suggestion: suggestion, status: statuses[id] ?? .open, partStatuses: [:], history: [],
            undone: []))
      ]
    case .decide(let made):
      decisions += made
      for decision in made where decision.part == nil {
        if let status = ReviewStatus(decision.verdict) { statuses[decision.suggestion] = status }
      }
      return [.recorded(.restaurants, LocalizedText(fr: "fait", en: "done"))]
    case .undoLast:
      guard let last = decisions.popLast() else {
        return [.failed(LocalizedText(fr: "rien", en: "nothing"))]
      }
      statuses[last.suggestion] = nil
      return [.recorded(.restaurants, LocalizedText(fr: "annulé", en: "undone"))]
    case .act(_, "talk", let values, _):
      let said = (values["said"] ?? "").split(separator: "/").map {
        "you " + $0.split(separator: " ").joined(separator: " ")
      }
      let lines = ["bot hello"] + said.flatMap { [$0, "bot well"] }
      return [.page(LocalizedText(fr: "Parler", en: "Talk"), lines)]
    case .explain: return [.page(LocalizedText(fr: "Explication", en: "Explanation"), ["1. a"])]
    case .loadTable(let project, let name): return [.table(project, name, [])]
    case .loadFacet(_, let name):
      return [.facet(name, [FacetCount(name: name, value: "maladie ×1", count: 3)])]
    case .search(_, let text):
      return [
        .hits(
          text,
          [
            SearchHit(
              document: "d1", title: "Avis", date: Self.today, snippet: "malade",
              highlights: [Span(0, 6)], matches: [Span(0, 6)])
          ])
      ]
    case .loadDocument(let id, let spans):
      return [
        .document(
          Document(
            project: .restaurants, naturalKey: id, kind: "review", title: "Avis", date: Self.today,
            text: "On a été malades toute la nuit.",
            provenance: suggestions[0].provenance), spans)
      ]
    default: return []
    }
  }
}
