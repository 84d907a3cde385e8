import Review
import Testing

@testable import MedicalRecords

@Suite("Clinical text")
struct TextTests {
  @Test("Tokens, lines, sentences and sections")
  func parts() {
    let text = ClinicalText("Anamnèse\nUn homme. Il va bien.\n\nTraitement : aucun.")
    #expect(text.sections.map(\.kind) == [.history, .treatment])
    #expect(text.sentences.count == 4 || text.sentences.count == 5)
  }

  @Test("A word broken at a line's end is one, with both offsets")
  func hyphenation() {
    let text = ClinicalText("une radiochimio-\nthérapie de 50 Gy")
    let whole = ClinicalText("une radiochimiothérapie de 50 Gy")
    #expect(text.stems == whole.stems)
    #expect(text.span(1..<2) == Span(4, 25))
  }

  @Test("Lines that repeat on every page are noise, but for the first")
  func noise() {
    let page =
      "CHU - dossier 12 - page 1/9\n" + String(repeating: "un texte long\nqui varie\n", count: 12)
    let text = page + page.replacing("1/9", with: "2/9") + page.replacing("1/9", with: "3/9")
    let noise = PageNoise.lines(text)
    #expect(noise.contains(25) && !noise.contains(0))
  }

  @Test("A soft line end does not end a sentence")
  func softLines() {
    #expect(ClinicalText("Une tumeur du\ncôlon droit.").sentences.count == 1)
    #expect(ClinicalText("Une tumeur.\nUn foie normal.").sentences.count == 2)
    #expect(ClinicalText("Le Dr. Martin et M. Paul.").sentences.count == 1)
  }

  @Test(
    "Headings",
    arguments: [
      ("ANTÉCÉDENTS\nHTA", SectionKind.antecedents), ("Antécédents familiaux : mère", .family),
      ("EXAMEN PHYSIQUE\nnormal", .examination), ("L'évolution\nfavorable", .evolution),
      ("1. Examens complémentaires :\nIRM", .tests), ("III - Conclusion\nok", .conclusion),
      ("Traitement de sortie\nrien", .dischargeTreatment), ("Épreuves complémentaires\nx", .tests),
    ])
  func headings(_ text: String, _ kind: SectionKind) {
    #expect(ClinicalText(text).sections.first?.kind == kind)
  }

  @Test("A word of the lexicon inside a sentence is no heading")
  func noHeading() {
    #expect(ClinicalText("Traitement bien toléré par le patient.").sections.map(\.kind) == [.none])
    #expect(ClinicalText("Diagnostic difficile à poser ici").sections.map(\.kind) == [.none])
  }

  @Test(
    "Sections cover all tokens, hostile texts included",
    arguments: [
      "", "\n\n\n", ":::", "Traitement", "\u{202E}Traitement :\u{0}x",
      String(repeating: "a ", count: 3000),
      String(repeating: "(", count: 5000), "👩‍⚕️ Antécédents : ❤️",
    ])
  func covering(_ text: String) {
    let clinical = ClinicalText(text)
    #expect(clinical.sections.flatMap { Array($0.tokens) } == Array(clinical.tokens.indices))
    #expect(clinical.sentences.flatMap { Array($0) } == Array(clinical.tokens.indices))
  }

  @Test(
    "Braces",
    arguments: [
      ("a", ["a"]), ("évoqu{e,ant}", ["évoque", "évoquant"]),
      ("{a,b} {c,}", ["a c", "a ", "b c", "b "]),
    ])
  func braces(_ line: String, _ phrases: [String]) {
    #expect(BraceExpansion.expand(line) == phrases)
  }

  @Test("The trie finds the longest phrase and forgets plural and gender")
  func trie() {
    var trie = PhraseTrie()
    trie.insert("fistule", value: 1)
    trie.insert("fistule anastomotique", value: 2)
    let text = ClinicalText("deux fistules anastomotiques, une fistule")
    #expect(trie.matches(text.stems, in: 0..<text.tokens.count).map(\.value) == [2, 1])
    #expect(trie.count == 2)
  }
}
