import Language
import Review
import Testing

@testable import ReviewStore

@Suite struct SearchConformanceTests {
  typealias Kind = StoreFixture.Kind

  static let texts = [
    "a": "L'œuf n'était pas frais, le cœur de bœuf non plus.", "b": "Cafards et RATS ; été 2024.",
    "c": "Aujourd’hui, e\u{301}cœurant 🍽️ !", "d": "Très eﬃcace, ﬁn.", "e": "",
  ]

  static func titles(_ kind: Kind, _ text: String, limit: Int = 10) throws -> [String] {
    let store = try StoreFixture.store(kind)
    try store.save(
      documents: texts.sorted { $0.key < $1.key }.map { StoreFixture.document($0.key, $0.value) })
    return try store.search(text, project: .restaurants, limit: limit)
      .map { String($0.title.suffix(1)) }.sorted()
  }

  static let searches: [(String, [String])] = [
    ("oeuf", ["a"]), ("œuf", ["a"]), ("OEUF", ["a"]), ("coeur boeuf", ["a"]), ("cœur", ["a"]),
    ("cafard", ["b"]), ("rat", ["b"]), ("ETE", ["b"]), ("etait", ["a"]), ("2024", ["b"]),
    ("ecoeur", ["c"]), ("aujourd", ["c"]), ("l'oeuf frais", ["a"]), ("efficace", ["d"]),
    ("fin", ["d"]), ("avis", ["a", "b", "c", "d", "e"]), ("absent", []), ("", []), ("   ", []),
    ("* OR a:b NEAR(", []), ("cafards NOT rats", []), ("🍽️", []), ("\u{0}", []),
  ]

  @Test(arguments: Kind.allCases, searches)
  func wordsAreFoundAsFrenchWritesThem(kind: Kind, search: (String, [String])) throws {
    #expect(try Self.titles(kind, search.0) == search.1, "\(search.0)")
  }

  @Test func phrasesStandTogether() throws {
    #expect(try Self.titles(.sqlite, "\"pas frais\"") == ["a"])
    #expect(try Self.titles(.sqlite, "\"frais pas\"").isEmpty)
    #expect(try Self.titles(.sqlite, "\"pas frais\" bœuf") == ["a"])
    #expect(try Self.titles(.sqlite, "\"pas frais") == ["a"])
    #expect(try Self.titles(.sqlite, "\"\"").isEmpty)
  }

  @Test(arguments: Kind.allCases)
  func matchesPointIntoTheText(kind: Kind) throws {
    let store = try StoreFixture.store(kind)
    let text =
      String(repeating: "mot ", count: 100) + "le cœur " + String(repeating: "x ", count: 90)
    try store.save(documents: [StoreFixture.document("long", text)])
    let hit = try #require(try store.search("coeur", project: .restaurants, limit: 1).first)
    #expect(hit.matches == [Span(403, 407)])
    let scalars = Array(hit.snippet.unicodeScalars)
    #expect(scalars.count == 180)
    let shown = String(String.UnicodeScalarView(scalars[hit.highlights[0].range]))
    #expect(shown.hasPrefix("cœur") || shown == "cœur")
  }

  @Test(arguments: Kind.allCases)
  func matchesAreBounded(kind: Kind) throws {
    let store = try StoreFixture.store(kind)
    let text = String(repeating: "sale ", count: 5000)
    try store.save(documents: [StoreFixture.document("long", text)])
    let hit = try #require(try store.search("sale", project: .restaurants, limit: 1).first)
    #expect(hit.matches.count == 200)
  }

  private static func expression(_ text: String) throws -> String? {
    try SearchExpression { _ in [] }.expression(SearchQuery(text), project: .letters)
  }

  @Test(
    arguments: [
      ("ab", "text : (\"ab\")"), ("\"un deux\"", "text : (\"un deu\")"),
      ("œil", "text : (\"oeil\")"), ("a OR b", "text : ((\"a\") OR (\"b\"))"),
      ("a -b", "NOT text : (\"b\")"), ("a NEAR/3 b", "NEAR(\"a\" \"b\", 3)"),
      ("site:bugey", "field : \"sitezzbugey\""), ("\"x) OR (y", "text : (\"x or y\")"),
    ])
  func expressionsQuoteEverything(text: String, part: String) throws {
    let expression = try #require(try Self.expression(text))
    #expect(expression.contains("field : \"projectzzletters\""))
    #expect(expression.contains(part))
  }

  @Test(arguments: ["", "\"", "   ", "🍽️", "OR NEAR"])
  func nothingGivesNoExpression(text: String) throws {
    #expect(try Self.expression(text) == nil)
  }

  @Test func expressionsAreBounded() throws {
    let many = (0..<500).map { "mot\($0)" }.joined(separator: " ")
    let terms = try Self.expression(many)?.split(separator: " ").filter { $0 == "AND" }
    #expect(terms?.count == SearchQuery.partLimit)
  }

  @Test(
    arguments: [
      ("L'Été à Sète", ["l", "ete", "a", "sete"]), ("ŒUF", ["oeuf"]),
      ("N° 12-bis", ["n", "12", "bis"]),
      ("", []), ("!?", []), ("日本 2½", ["日本", "2½"]),
    ] as [(String, [String])])
  func wordsAreFolded(text: String, words: [String]) {
    #expect(FoldedWords.words(text) == words)
    #expect(FoldedWords.text(text) == words.map { " " + $0 }.joined())
  }

  @Test func facetsAreKeptAsOneText() {
    let facets = [Facet("commune", "Sète"), Facet("type", ""), Facet("é", "a=b")]
    #expect(FacetText.read(FacetText.write(facets)) == facets)
    #expect(FacetText.read("").isEmpty)
    #expect(FacetText.read("sans séparateur").isEmpty)
  }

  @Test(arguments: Kind.allCases)
  func aDocumentIsReplacedInTheIndex(kind: Kind) throws {
    let store = try StoreFixture.store(kind)
    for text in ["l'œuf", "le bœuf", "la vache"] {
      try store.save(documents: [StoreFixture.document("a", text)])
    }
    #expect(try store.search("oeuf", project: .restaurants, limit: 9).isEmpty)
    #expect(try store.search("boeuf", project: .restaurants, limit: 9).isEmpty)
    #expect(try store.search("vache", project: .restaurants, limit: 9).count == 1)
    #expect(try store.document(StoreFixture.document("a", "").id)?.text == "la vache")
    #expect(try store.document("nowhere") == nil)
  }
}
