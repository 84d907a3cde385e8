import Review
import Testing

@testable import Restaurants

@Suite struct ExcerptTests {
  static func part(_ text: String, _ span: Span) -> String {
    String(String.UnicodeScalarView(Array(text.unicodeScalars)[span.range]))
  }

  @Test func shortTextsAreKeptWhole() {
    let excerpt = Excerpt("Malade toute la nuit", around: [Span(0, 6)])
    #expect(excerpt.text == "Malade toute la nuit")
    #expect(excerpt.highlights == [Span(0, 6)])
  }

  @Test func highlightsFollowTheCut() {
    let before = String(repeating: "très bon. ", count: 40)
    let text = before + "Ma fille a été malade ensuite. " + String(repeating: "voilà ", count: 80)
    let begin = before.unicodeScalars.count + 15
    let excerpt = Excerpt(text, around: [Span(begin, begin + 6)])
    #expect(excerpt.text.hasPrefix("…") && excerpt.text.hasSuffix("…"))
    #expect(Self.part(excerpt.text, excerpt.highlights[0]) == "malade")
    #expect(excerpt.text.unicodeScalars.count < text.unicodeScalars.count)
    #expect(Self.part(text, excerpt.span).contains("Ma fille"))
  }

  @Test func codePointsAreCountedNotCharacters() {
    let text = "👨‍👩‍👧 malade e\u{301}te"
    let scalars = Array(text.unicodeScalars)
    let begin = scalars.firstIndex(of: "m") ?? 0
    let excerpt = Excerpt(text, around: [Span(begin, begin + 6)])
    #expect(Self.part(excerpt.text, excerpt.highlights[0]) == "malade")
  }

  @Test(arguments: [[Span](), [Span(500, 600)], [Span(3, 3)]])
  func impossibleSpansAreLeftAside(spans: [Span]) {
    let excerpt = Excerpt("court", around: spans)
    #expect(excerpt.highlights.isEmpty)
    #expect(excerpt.text == "court")
  }

  @Test func anEmptyTextHasAnEmptyExcerpt() {
    #expect(Excerpt("", around: [Span(0, 3)]).text.isEmpty)
  }
}
