import Review
import Testing

@testable import ReviewStore

@Suite struct ListConformanceTests {
  typealias Kind = StoreFixture.Kind

  static func filled(_ kind: Kind, count: Int = 60) throws -> any ReviewStore {
    let store = try StoreFixture.store(kind)
    try store.save(
      suggestions: (0..<count).map {
        StoreFixture.suggestion(
          $0, value: Double($0 % 10) / 10, commune: $0 % 3 == 0 ? "Sète" : "Agde")
      })
    return store
  }

  @Test(arguments: Kind.allCases)
  func pagesFollowOneAnotherWithoutGapOrRepetition(kind: Kind) throws {
    let store = try Self.filled(kind)
    let query = SuggestionQuery(project: .restaurants)
    let whole = try store.window(query, anchor: .start, limit: 100)
    #expect(whole.rows.count == 60 && whole.total == 60)
    #expect(whole.rows.map(\.key) == whole.rows.map(\.key).sorted())
    var seen: [String] = []
    var anchor = WindowAnchor.start
    while true {
      let page = try store.window(query, anchor: anchor, limit: 7)
      let new = page.rows.filter { !seen.contains($0.id) }
      #expect(page.before == (seen.isEmpty ? 0 : seen.count - 1))
      seen += new.map(\.id)
      guard let last = new.last else { break }
      anchor = .from(last.key)
    }
    #expect(seen == whole.rows.map(\.id))
  }

  @Test(arguments: Kind.allCases)
  func anchorsTakeTheRowsTheySay(kind: Kind) throws {
    let store = try Self.filled(kind)
    let query = SuggestionQuery(project: .restaurants)
    let all = try store.window(query, anchor: .start, limit: 100).rows
    #expect(try store.window(query, anchor: .end, limit: 5).rows == Array(all.suffix(5)))
    #expect(try store.window(query, anchor: .end, limit: 5).before == 55)
    let middle = all[30].key
    #expect(try store.window(query, anchor: .before(middle), limit: 4).rows == Array(all[26..<30]))
    let around = try store.window(query, anchor: .around(middle), limit: 10)
    #expect(around.rows == Array(all[25..<35]) && around.before == 25)
    let gone = SuggestionKey(priority: middle.priority, id: middle.id + "0")
    #expect(try store.window(query, anchor: .from(gone), limit: 1).rows == [all[31]])
  }

  @Test(arguments: Kind.allCases)
  func everyAnchorKnowsWhatLiesBefore(kind: Kind) throws {
    let store = try Self.filled(kind)
    // Among equals the identifier decides, so ties must be counted too.
    try store.save(
      suggestions: (100..<120).map { StoreFixture.suggestion($0, value: 0.5) })
    for query in [
      SuggestionQuery(project: .restaurants), SuggestionQuery(project: .restaurants, text: "cafe"),
      SuggestionQuery(project: .restaurants, facets: [Facet("parity", "even")]),
    ] {
      let all = try store.window(query, anchor: .start, limit: 200).rows
      let ranks = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.id, $0) })
      for row in all {
        for anchor in [WindowAnchor.from(row.key), .before(row.key), .around(row.key), .end] {
          let window = try store.window(query, anchor: anchor, limit: 6)
          guard let first = window.rows.first else { continue }
          #expect(window.before == ranks[first.id])
        }
      }
    }
  }

  @Test(arguments: Kind.allCases)
  func filtersFoldAccentsAndAddUp(kind: Kind) throws {
    let store = try Self.filled(kind)
    func total(_ text: String, _ facets: [Facet] = []) throws -> Int {
      try store.window(
        SuggestionQuery(project: .restaurants, text: text, facets: facets), anchor: .start,
        limit: 5
      ).total
    }
    #expect(try total("ete") == 60)
    #expect(try total("SÈT") == 20)
    #expect(try total("set ete") == 20)
    #expect(try total("ète") == 60)
    #expect(try total("tete") == 0)
    #expect(try total("", [Facet("commune", "Agde")]) == 40)
    #expect(try total("", [Facet("commune", "Agde"), Facet("commune", "Sète")]) == 60)
    #expect(try total("agde", [Facet("parity", "odd")]) == 20)
    #expect(try total("\"' OR 1=1 --*") == 0)
    #expect(try total("'") == 60)
  }

  @Test(arguments: Kind.allCases)
  func statusesPartTheList(kind: Kind) throws {
    let store = try Self.filled(kind, count: 4)
    let rows = try store.window(
      SuggestionQuery(project: .restaurants), anchor: .start, limit: 10
    ).rows
    let first = StoreFixture.suggestion(3, value: 0.3)
    try store.append([StoreFixture.draft(StoreFixture.decision(first))])
    let open = SuggestionQuery(project: .restaurants)
    #expect(try store.window(open, anchor: .start, limit: 10).rows == Array(rows.dropFirst()))
    #expect(try store.window(open, anchor: .start, limit: 10).total == 3)
    let accepted = SuggestionQuery(project: .restaurants, statuses: [.accepted], text: "caf")
    #expect(try store.window(accepted, anchor: .start, limit: 10).rows.map(\.id) == [first.id])
    let all = SuggestionQuery(project: .restaurants, statuses: [])
    #expect(try store.window(all, anchor: .start, limit: 10).total == 4)
    let counts = try store.counts(.restaurants, today: StoreFixture.today)
    #expect(counts.open == 3 && counts.accepted == 1 && counts.decidedToday == 1)
    #expect(try store.counts(.letters, today: StoreFixture.today) == PanelCounts())
  }

  @Test(arguments: Kind.allCases)
  func analysingAgainUpdatesAndKeepsWhatWasDecided(kind: Kind) throws {
    let store = try Self.filled(kind, count: 3)
    let old = StoreFixture.suggestion(1, value: 0.1)
    try store.append([StoreFixture.draft(StoreFixture.decision(old, .later))])
    var new = StoreFixture.suggestion(1, value: 0.9)
    new.title = "Nouveau nom"
    try store.save(suggestions: [new, StoreFixture.suggestion(0, value: 0)])
    let all = SuggestionQuery(project: .restaurants, statuses: [])
    let rows = try store.window(all, anchor: .start, limit: 10).rows
    #expect(rows.count == 3)
    #expect(rows[0].title == "Nouveau nom" && rows[0].status == .later)
    let text = SuggestionQuery(project: .restaurants, statuses: [.later], text: "nouveau")
    #expect(try store.window(text, anchor: .start, limit: 10).total == 1)
    #expect(try store.detail(new.id)?.suggestion == new)
  }

  @Test(arguments: Kind.allCases)
  func facetsAreCounted(kind: Kind) throws {
    let store = try Self.filled(kind)
    let counts = try store.facetCounts(
      SuggestionQuery(project: .restaurants), facet: "commune", limit: 5)
    #expect(counts.map(\.value) == ["Agde", "Sète"])
    #expect(counts.map(\.count) == [40, 20])
  }

  @Test(arguments: Kind.allCases)
  func identifiersAreResolvedByTheirBeginning(kind: Kind) throws {
    let store = try Self.filled(kind)
    let id = StoreFixture.suggestion(5, value: 0).id
    #expect(try store.resolve(String(id.prefix(10))) == id)
    #expect(try store.resolve(id) == id)
    #expect(try store.resolve("zzzz") == nil)
    #expect(try store.resolve("") == nil)
    #expect(try store.resolve("%%%%") == nil)
  }

  @Test(arguments: Kind.allCases)
  func documentsAreFoundWithTheirMatches(kind: Kind) throws {
    let store = try StoreFixture.store(kind)
    try store.save(documents: [
      StoreFixture.document("a", "L'assiette était SALE, vraiment sale."),
      StoreFixture.document("b", "Très propre."),
    ])
    let hits = try store.search("assiette sal", project: .restaurants, limit: 10)
    #expect(hits.map(\.title) == ["Avis a"])
    #expect(hits[0].matches == [Span(2, 10), Span(17, 21), Span(32, 36)])
    #expect(try store.search("tres", project: .restaurants, limit: 10).count == 1)
    #expect(try store.search("\" ( AND", project: .restaurants, limit: 10).isEmpty)
    #expect(try store.search("sale", project: .letters, limit: 10).isEmpty)
    try store.save(documents: [StoreFixture.document("a", "Corrigé.")])
    #expect(try store.search("sale", project: .restaurants, limit: 10).isEmpty)
    #expect(try store.search("corrige", project: .restaurants, limit: 10).count == 1)
  }

  @Test(
    arguments: Kind.allCases,
    [
      ("engagement", ["a"]), ("contrôles", ["a", "b"]), ("controle -fuite", ["b"]),
      ("\"contrôle technique\"", ["b"]), ("\"contrôles techniques\"", ["a"]),
      ("fuite OR incendie", ["a", "c"]), ("engag*", ["a"]), ("fuite NEAR/3 huile", ["a"]),
      ("site:bugey", ["a"]), ("incendie site:bugey", []), ("lieu:\"Val Joli\"", ["c"]),
      ("contrôle site:bugey", ["a"]), ("après:2027", []), ("avant:2027 incendie", ["c"]),
      ("\"", []), ("NEAR OR AND", []), ("-fuite", ["b", "c"]), ("rien du tout", []),
    ] as [(String, [String])])
  func searchKnowsStemsOperatorsAndFields(kind: Kind, search: (String, [String])) throws {
    let store = try StoreFixture.store(kind)
    let texts = [
      ("a", "Les engagements : contrôles techniques, fuites d'huile.", "CNPE du Bugey"),
      ("b", "Le contrôle technique annuel.", ""), ("c", "Un incendie.", "Val Joli"),
    ]
    try store.save(
      documents: texts.map { key, text, site in
        var document = StoreFixture.document(key, text)
        document.title = key
        document.attributes = ["site": site]
        return document
      })
    let found = try store.search(search.0, project: .restaurants, limit: 10).map(\.title)
    #expect(found.sorted() == search.1)
  }

  @Test func mistypedWordsAreCorrected() throws {
    let store = try StoreFixture.store(.sqlite)
    try store.save(documents: [StoreFixture.document("a", "Le confinement statique.")])
    #expect(try store.correction("confinemnt statique") == "confinement statique")
    #expect(try store.correction("confinement") == nil)
    #expect(try store.correction("xyzxyz") == nil)
  }

  @Test(arguments: Kind.allCases)
  func recordsComeBackForTheNextAnalysis(kind: Kind) throws {
    let store = try StoreFixture.store(kind)
    let record = SourceRecord(
      project: .restaurants, kind: "k", key: "1", content: .init([1, 2, 3]))
    try store.save(records: [record, record])
    let example = TrainingExample(
      project: .restaurants, task: "t", key: "e", group: "g",
      features: FrozenFeatures(schema: "s", values: [1, .nan]), label: nil, weight: 0.5)
    try store.save(examples: [example])
    try store.save(documents: [StoreFixture.document("a", "x")])
    try store.save(suggestions: (0..<5).map { StoreFixture.suggestion($0, value: 0.2) })
    var records: [SourceRecord] = []
    try store.records.forEachRecord(project: .restaurants, kind: "k") {
      records.append($0)
      return true
    }
    #expect(records == [record])
    var examples: [TrainingExample] = []
    try store.records.forEachExample(project: .restaurants, task: "t") {
      examples.append($0)
      return true
    }
    #expect(examples == [example])
    var titles = 0
    try store.records.forEachDocument(project: .restaurants, kind: "review") { _ in
      titles += 1
      return true
    }
    #expect(titles == 1)
    var seen = 0
    try store.records.forEachSuggestion(SuggestionQuery(project: .restaurants)) { _ in
      seen += 1
      return seen < 3
    }
    #expect(seen == 3)
  }
}
