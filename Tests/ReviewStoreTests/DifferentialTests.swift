import Foundation
import Review
import Testing

@testable import ReviewStore

/// The store on disk and the one in memory are two programs for one contract: whatever is done to
/// both, they answer the same.
@Suite struct DifferentialTests {
  /// Two stores that are treated alike.
  struct Pair {
    let disk: any ReviewStore
    let memory: any ReviewStore

    init() throws {
      disk = try StoreFixture.store(.sqlite)
      memory = try StoreFixture.store(.memory)
    }

    func both(_ body: (any ReviewStore) throws -> Void) rethrows {
      try body(disk)
      try body(memory)
    }
  }

  static func suggestion(_ number: Int, _ random: inout Lehmer) -> Suggestion {
    let names = ["Café Été", "L'Œuf au plat", "Chez Momo", "BŒUF d'or", "Phở 24", "Snack", "été"]
    var made = StoreFixture.suggestion(
      number, value: Double(random.next(5)) / 4,
      commune: ["Sète", "Agde", "Mèze"][random.next(3)])
    made.title = names[random.next(names.count)]
    made.priority = Double(random.next(4)) / 2
    if random.next(3) == 0 { made.date = nil }
    if random.next(4) == 0 { made.facets = [] }
    if random.next(4) == 0 {
      made.score = Score(0.5, low: 0.25, high: 0.75, basis: .probability(model: 2))
    }
    made.selection = Selection(
      Selection.Reason.allCases[random.next(3)], probability: Double(random.next(3)) / 2)
    return made
  }

  static func query(_ random: inout Lehmer) -> SuggestionQuery {
    let texts = ["", "", "ete", "oeuf", "che mo", "24", "bœuf", "l'oeuf", "zzz", "s", "phở"]
    let statuses: [Set<ReviewStatus>] = [[.open], [], [.accepted, .rejected], [.later]]
    let facets = [
      [], [Facet("commune", "Sète")], [Facet("commune", "Sète"), Facet("commune", "Agde")],
      [Facet("commune", "Mèze"), Facet("parity", "odd")], [Facet("nowhere", "x")],
    ]
    return SuggestionQuery(
      project: .restaurants, statuses: statuses[random.next(statuses.count)],
      text: texts[random.next(texts.count)], facets: facets[random.next(facets.count)])
  }

  static func anchor(_ random: inout Lehmer, _ known: [SuggestionRow]) -> WindowAnchor {
    let key =
      known.isEmpty || random.next(4) == 0
      ? SuggestionKey(priority: Double(random.next(5)) / 2 - 0.25, id: "8")
      : known[random.next(known.count)].key
    switch random.next(5) {
    case 0: return .start
    case 1: return .end
    case 2: return .from(key)
    case 3: return .before(key)
    default: return .around(key)
    }
  }

  @Test(arguments: 1...6)
  func randomWindowsAreTheSame(seed: Int) throws {
    var random = Lehmer(state: UInt64(seed))
    let pair = try Pair()
    let suggestions = (0..<45).map { Self.suggestion($0, &random) }
    try pair.both { try $0.save(suggestions: suggestions) }
    for suggestion in suggestions where random.next(2) == 0 {
      let verdict = Verdict.allCases[random.next(4)]
      try pair.both {
        try $0.append([
          StoreFixture.draft(StoreFixture.decision(suggestion, verdict, note: "n"))
        ])
      }
    }
    let all = SuggestionQuery(project: .restaurants, statuses: [])
    let known = try pair.disk.window(all, anchor: .start, limit: 100).rows
    #expect(known.count == 45)
    for _ in 0..<150 {
      let query = Self.query(&random)
      let anchor = Self.anchor(&random, known)
      let limit = random.next(9)
      let disk = try pair.disk.window(query, anchor: anchor, limit: limit)
      let memory = try pair.memory.window(query, anchor: anchor, limit: limit)
      #expect(disk == memory, "\(query) \(anchor) \(limit)")
      for facet in ["commune", "parity", "nowhere"] {
        #expect(
          try pair.disk.facetCounts(query, facet: facet, limit: 2)
            == pair.memory.facetCounts(query, facet: facet, limit: 2), "\(query) \(facet)")
      }
    }
  }

  @Test(arguments: 1...4)
  func randomEventsLeadToTheSame(seed: Int) throws {
    var random = Lehmer(state: UInt64(seed) * 77)
    let pair = try Pair()
    let suggestions = (0..<6).map { Self.suggestion($0, &random) }
    try pair.both { try $0.save(suggestions: suggestions) }
    for step in 0..<160 {
      let draft = Self.draft(&random, suggestions, step)
      let disk = Result { try pair.disk.append([draft]).map(\.payload) }
      let memory = Result { try pair.memory.append([draft]).map(\.payload) }
      #expect(Self.outcome(disk) == Self.outcome(memory), "\(step): \(draft.payload)")
    }
    try Self.compare(pair, suggestions)
    #expect(try pair.disk.verify(expectedHead: try pair.disk.head()).isIntact)
    #expect(try pair.memory.verify(expectedHead: try pair.memory.head()).isIntact)
  }

  /// What an event says, without the hash of what was seen: each store has a form of its own.
  static func plain(_ payload: LedgerPayload) -> [String] {
    let fields = payload.canonicalFields.filter { $0.key != "seen.content" }
    return
      (fields.map { "\($0.key)=\($0.value)" }
      + payload.personalFields.map { "\($0.key)~\($0.value)" }).sorted()
  }

  private static func outcome(_ result: Result<[LedgerPayload], any Error>) -> String {
    switch result {
    case .success(let payloads): payloads.map { plain($0).sorted() }.description
    case .failure(let error): "\(error)"
    }
  }

  private static func draft(
    _ random: inout Lehmer, _ suggestions: [Suggestion], _ step: Int
  ) -> LedgerDraft {
    let subject = suggestions[random.next(suggestions.count)]
    let agent = ["marie", "paul", StoreFixture.administrator][random.next(3)]
    let payload: LedgerPayload
    switch random.next(9) {
    case 0, 1, 2:
      payload = StoreFixture.decision(
        subject, Verdict.allCases[random.next(4)], part: random.next(3) == 0 ? "p1" : nil,
        note: random.next(2) == 0 ? "n" : nil)
    case 3:
      payload = .followUp(
        FollowUp(
          suggestion: subject.id, project: .restaurants,
          state: ["planned", "done"][random.next(2)],
          due: random.next(2) == 0 ? StoreFixture.today.adding(days: random.next(20) - 10) : nil))
    case 4, 5: payload = .undo(cancels: random.next(step + 2), subject: nil, project: nil)
    case 6:
      payload = .knowledge(
        KnowledgeEdit(
          project: .restaurants, table: "t\(random.next(2))", key: "k\(random.next(2))",
          values: random.next(3) == 0 ? nil : ["a": "\(step)"]))
    case 7: payload = .erasure(sequence: random.next(step + 3), reason: "r")
    default: payload = .role(Agent(id: "zoé", role: Role.allCases[random.next(4)]))
    }
    return StoreFixture.draft(payload, agent: agent)
  }

  private static func compare(_ pair: Pair, _ suggestions: [Suggestion]) throws {
    for suggestion in suggestions {
      let disk = try #require(try pair.disk.detail(suggestion.id))
      let memory = try #require(try pair.memory.detail(suggestion.id))
      #expect(disk.status == memory.status && disk.partStatuses == memory.partStatuses)
      #expect(disk.undone == memory.undone)
      #expect(disk.history.map { plain($0.payload) } == memory.history.map { plain($0.payload) })
    }
    let all = SuggestionQuery(project: .restaurants, statuses: [])
    #expect(
      try pair.disk.window(all, anchor: .start, limit: 100)
        == pair.memory.window(all, anchor: .start, limit: 100))
    #expect(
      try pair.disk.counts(.restaurants, today: StoreFixture.today)
        == pair.memory.counts(.restaurants, today: StoreFixture.today))
    for table in ["t0", "t1", "t2"] {
      #expect(
        try pair.disk.knowledge(project: .restaurants, table: table)
          == pair.memory.knowledge(project: .restaurants, table: table))
    }
    #expect(
      try pair.disk.labelledDecisions(project: .restaurants).map { plain(.decision($0.decision)) }
        == pair.memory.labelledDecisions(project: .restaurants).map {
          plain(.decision($0.decision))
        })
    #expect(
      try pair.disk.labelledFollowUps(project: .restaurants).map(\.step)
        == pair.memory.labelledFollowUps(project: .restaurants).map(\.step))
    #expect(try pair.disk.agents() == pair.memory.agents())
  }
}
