import Display
import Review
import Testing

@testable import Workbench

/// What holds for any text, any spans and any width; drawn from a fixed seed.
@Suite struct DrawingPropertyTests {
  /// Numbers that look random and are the same each time (Steele et al. 2014, SplitMix64).
  private struct Draw {
    var state: UInt64 = 20_181_107

    mutating func below(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(max(bound, 1)))
    }

    private static let alphabet = Array(
      "abcdé œ 京e\u{301}\u{202E}\u{1B}\n «»:;?! [12345678\u{A0}👍🏽 \t\u{200D}".unicodeScalars)

    mutating func text(_ longest: Int) -> String {
      let scalars = (0..<below(longest)).map { _ in Self.alphabet[below(Self.alphabet.count)] }
      return String(String.UnicodeScalarView(scalars))
    }

    mutating func spans(_ count: Int, in text: String) -> [Span] {
      let length = text.unicodeScalars.count
      return (0..<below(count)).map { _ in
        let begin = below(length + 3)
        return Span(begin, begin + below(12))
      }
    }
  }

  /// What must be left of a text that was wrapped: blanks at line ends go, with marks drawn on them.
  private func withoutBlanks(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0 != " " && $0 != "\u{301}" }
  }

  @Test func bracketsAddNothingElse() {
    var draw = Draw()
    for _ in 0..<400 {
      let text = String(draw.text(60).unicodeScalars.filter { $0 != "[" })
      let safe = SafeText(text, tracking: draw.spans(6, in: text).map(\.range))
      let line = EvidenceDrawer.bracketed(safe)
      // A mark cut from its base by a bracket gets a base of its own, `◌`.
      let added: Set<Unicode.Scalar> = ["[", "]", "◌"]
      let shown = line.text.content.unicodeScalars.filter { !added.contains($0) }
      let given = safe.content.unicodeScalars.filter { !added.contains($0) }
      #expect(shown.elementsEqual(given))
      let opened = line.text.content.unicodeScalars.count { $0 == "[" }
      #expect(opened == line.runs.count { $0.style.role == .highlight })
    }
  }

  @Test func documentsLoseNoText() {
    var draw = Draw()
    for _ in 0..<200 {
      let text = draw.text(300)
      let document = Document(
        project: .letters, naturalKey: "k", kind: "letter", title: "t", date: nil, text: text,
        provenance: Sample.provenance)
      let width = 4 + draw.below(80)
      let layout = DocumentLayout(document, highlights: [], context: Sample.context(width))
      let shown = layout.lines.map(\.text.content).joined()
      let expected = SafeText.lines(text).map(\.content).joined()
      let tail = withoutBlanks(shown).suffix(withoutBlanks(expected).count)
      #expect(tail.elementsEqual(withoutBlanks(expected)))
    }
  }

  @Test func anyEvidenceFitsAnyWidth() {
    var draw = Draw()
    for _ in 0..<150 {
      let text = draw.text(120)
      let highlights = draw.spans(5, in: text).map {
        PassageEvidence.Highlight(span: $0, label: LocalizedText(same: draw.text(20)))
      }
      let passage = PassageEvidence(
        text: text, highlights: highlights, source: nil,
        caption: LocalizedText(same: draw.text(30)), part: "p")
      let reasons = (0..<draw.below(8)).map { _ in
        ContributionsEvidence.Reason(
          label: LocalizedText(same: draw.text(50)), value: Double(draw.below(4_000) - 2_000) / 999)
      }
      let evidence: [Evidence] = [
        .passage(passage), .contributions(.init(base: -1, reasons: reasons)),
        Sample.all[draw.below(Sample.all.count)],
      ]
      let width = draw.below(140)
      let glyphs: GlyphSet = draw.below(2) == 0 ? .unicode : .ascii
      let layout = DetailView.layout(
        Sample.detail(Sample.suggestion(evidence, title: draw.text(40))), panel: Sample.panel,
        context: Sample.context(width, .english, glyphs))
      #expect(layout.lines.allSatisfy { $0.width <= width })
      #expect(layout.items.contains { $0.part == "p" })
    }
  }

  @Test func typesettingKeepsWords() {
    var draw = Draw()
    for _ in 0..<400 {
      let text = draw.text(60)
      let set = Words.french.typeset(text)
      let blanks: Set<Unicode.Scalar> = [" ", "\u{A0}"]
      let (before, after) = (text.unicodeScalars, set.unicodeScalars)
      #expect(before.count == after.count)
      #expect(zip(before, after).allSatisfy { $0 == $1 || blanks.isSuperset(of: [$0, $1]) })
      #expect(Words.french.typeset(set) == set)
      #expect(Words.english.typeset(text) == text)
    }
  }

  @Test func listColumnsAreStable() {
    for width in 0...Size.maximum where width % 7 == 0 {
      let columns = ListColumns(Sample.panel, width: width)
      #expect(columns.title >= 0)
      #expect(columns.facets.count <= Sample.panel.columns.count)
      let wider = ListColumns(Sample.panel, width: width + 40)
      #expect(wider.facets.count >= columns.facets.count)
    }
  }
}
