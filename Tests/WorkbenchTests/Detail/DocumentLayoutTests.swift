import Display
import Review
import Testing

@testable import Workbench

@Suite struct DocumentLayoutTests {
  private static let document = Document(
    project: .letters, naturalKey: "l", kind: "letter", title: "Lettre du 3 octobre",
    date: Sample.date(2026, 10, 3),
    text: """
      Monsieur le directeur,

      Les inspecteurs ont constaté que la porte coupe-feu du local était maintenue ouverte.
      Vous préciserez les mesures prises, et avant quelle date.
      """,
    attributes: ["site": "Vaugneray"], provenance: Sample.provenance)

  @Test func pages() throws {
    try LineSnapshot.check(
      "document",
      [(38, InterfaceLanguage.french, GlyphSet.unicode), (80, .english, .ascii)].map {
        let context = Sample.context($0, $1, $2)
        let layout = DocumentLayout(
          Self.document, highlights: [Span(75, 80), Span(120, 140)], context: context)
        return .init(
          name: "\($0) \($1.rawValue) first \(layout.firstHighlight ?? -1)", lines: layout.lines,
          width: $0)
      })
  }

  @Test func theFirstHighlightIsFound() throws {
    for width in 20...90 {
      let layout = DocumentLayout(
        Self.document, highlights: [Span(110, 116)], context: Sample.context(width))
      let first = try #require(layout.firstHighlight)
      #expect(layout.lines[first].text.content.contains("["))
      #expect(!layout.lines[..<first].contains { $0.text.content.contains("[") })
    }
    let plain = DocumentLayout(Self.document, highlights: [], context: Sample.context(60))
    #expect(plain.firstHighlight == nil)
    let beyond = DocumentLayout(
      Self.document, highlights: [Span(9_000, 9_010)], context: Sample.context(60))
    #expect(beyond.firstHighlight == nil)
  }

  @Test func endlessTextsAreBounded() {
    var document = Self.document
    document.text = String(repeating: "a\n", count: DocumentLayout.lineLimit + 500)
    let layout = DocumentLayout(document, highlights: [], context: Sample.context(60))
    #expect(layout.lines.count <= DocumentLayout.lineLimit + 2)
    #expect(layout.lines.last?.text.content == "… la suite n'est pas montrée")
  }
}
