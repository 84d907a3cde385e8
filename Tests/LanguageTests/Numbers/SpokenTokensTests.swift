import Language
import Testing

/// The words of an utterance as number words: marks and units parted, every word with its place.
@Suite struct SpokenTokensTests {
  private static func words(_ text: String) -> [String] { SpokenTokens(text).tokens.map(\.word) }

  @Test(arguments: [
    ("12 €", ["12", "euros"]), ("12€", ["12", "euros"]), ("12,50 €", ["12,50", "euros"]),
    ("06.12.34.56.78", ["06", "12", "34", "56", "78"]), ("1.250.000", ["1", "250", "000"]),
    ("12.50", ["12.50"]), ("8h30", ["8", "h", "30"]), ("35h", ["35", "h"]), ("8h30h", ["8h30h"]),
    ("quatre-vingt-un", ["quatre", "vingt", "un"]), ("l'été", ["l", "ete"]), ("", []), ("...", []),
    ("15/01/2027", ["15", "01", "2027"]), ("3e", ["3e"]), ("5 %", ["5"]),
  ])
  func wordsAndUnitsAreParted(text: String, words: [String]) {
    #expect(Self.words(text) == words)
  }

  @Test(arguments: ["le 06.12.34.56.78 à 8h30", "12€ et 1.250.000", "é 15.01.2027"])
  func everyPieceHasItsPlace(text: String) {
    let scalars = Array(text.unicodeScalars)
    for token in SpokenTokens(text).tokens {
      let written = String(String.UnicodeScalarView(scalars[token.span.range]))
      #expect(token.word == (written == "€" ? "euros" : written.folded), "\(written)")
    }
  }

  @Test func hesitationsAreLeftOutOfACompactRun() {
    let tokens = SpokenTokens("cent euh deux")
    #expect(tokens.compact(0..<3).map(\.word) == ["cent", "deux"])
  }
}
