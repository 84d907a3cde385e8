import Testing

@testable import Calls

@Suite("Normalising what callers say")
struct UtteranceTests {
  @Test(
    "spelled letters, misheard terms, hesitations",
    arguments: [
      (
        "c'est pour une inscription au c e a euh",
        "c est pour une inscription au cheque emploi associatif"
      ),
      ("la des pas eu je la fais où", "la dpae je la fais ou"),
      ("mon sirette", "mon siret"),
      ("le volé social", "le volet social"),
      ("d p a e", "dpae"),
      ("la fiche de paye", "la bulletin de paie"),
      ("bonjour", "bonjour"),
      ("", ""),
    ])
  func line(text: String, expected: String) {
    #expect(Utterance(text).line == expected)
  }

  @Test("rewrites are told")
  func rewrites() {
    let utterance = Utterance("bonjour la des pas eu")
    #expect(utterance.rewrites.contains(Rewrite(heard: "des pas eu", taken: "dpae")))
    #expect(utterance.rewrites.contains(Rewrite(heard: "bonjour", taken: "")))
  }

  @Test("words keep their place in what was said")
  func spans() throws {
    let text = "L’Urssaf à Lille"
    let utterance = Utterance(text)
    let last = try #require(utterance.words.last)
    #expect(last.text == "lille")
    #expect(last.span.begin == 11)
    #expect(last.span.end == 16)
  }

  @Test("an endless utterance is cut")
  func bounded() {
    let long = String(repeating: "mot ", count: 100_000)
    #expect(Utterance(long).words.count <= Utterance.wordLimit)
  }
}
