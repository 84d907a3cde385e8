import Testing

@testable import Language

@Suite("French numbers in words")
struct FrenchNumberTests {
  @Test(
    "spelled",
    arguments: [
      (0, "zéro"), (16, "seize"), (17, "dix-sept"), (21, "vingt et un"), (60, "soixante"),
      (70, "soixante-dix"), (71, "soixante et onze"), (77, "soixante-dix-sept"),
      (80, "quatre-vingts"), (81, "quatre-vingt-un"), (91, "quatre-vingt-onze"),
      (99, "quatre-vingt-dix-neuf"), (100, "cent"), (200, "deux cents"), (201, "deux cent un"),
      (280, "deux cent quatre-vingts"), (1000, "mille"), (2000, "deux mille"),
      (80_000, "quatre-vingt mille"), (200_000, "deux cent mille"),
      (1_000_000, "un million"), (3_200_000, "trois millions deux cent mille"),
      (2_000_000_001, "deux milliards un"), (-5, "moins cinq"),
    ])
  func cardinal(number: Int, expected: String) {
    #expect(FrenchNumberSpeller.cardinal(number) == expected)
  }

  @Test("feminine, days, ordinals, and numbers too large")
  func forms() {
    #expect(FrenchNumberSpeller.cardinal(21, isFeminine: true) == "vingt et une")
    #expect(FrenchNumberSpeller.day(1) == "premier")
    #expect(FrenchNumberSpeller.ordinal(5) == "cinquième")
    #expect(FrenchNumberSpeller.ordinal(9) == "neuvième")
    #expect(FrenchNumberSpeller.ordinal(80) == "quatre-vingtième")
    #expect(FrenchNumberSpeller.ordinal(4) == "quatrième")
    #expect(FrenchNumberSpeller.ordinal(1, isFeminine: true) == "première")
    #expect(FrenchNumberSpeller.cardinal(Int.max).hasPrefix("neuf deux deux"))
    #expect(FrenchNumberSpeller.cardinal(Int.min).hasPrefix("neuf deux deux"))
  }

  @Test(
    "what is spelled is read back", arguments: [0, 7, 16, 21, 71, 80, 81, 99, 100, 187, 200, 999])
  func roundTrip(number: Int) {
    let words = FrenchNumberSpeller.cardinal(number).split { $0 == " " || $0 == "-" }
      .map { SpokenNumberWord.of(String($0).folded) }
    let reading = SpokenNumberReader(words).readings(at: 0).max { $0.count < $1.count }
    #expect(reading?.value == number)
    #expect(reading?.count == words.count)
  }

  @Test("large numbers are read whole", arguments: [1000, 1999, 2026, 71_080, 1_200_003])
  func whole(number: Int) {
    let words = FrenchNumberSpeller.cardinal(number).split { $0 == " " || $0 == "-" }
      .map { SpokenNumberWord.of(String($0).folded) }
    let reading = SpokenNumberReader(words).cardinal(at: 0)
    #expect(reading?.value == number)
    #expect(reading?.count == words.count)
  }

  @Test("every way of cutting a run into digits is kept")
  func readings() {
    let tokens = SpokenTokens("sept cent trente six cent trois").tokens
    let found = SpokenDigits(tokens).candidates(length: 6).map(\.digits)
    #expect(found.contains("736103"))
    #expect(found.contains("730603"))
  }

  @Test(
    "repeats and homophones",
    arguments: [
      ("double zéro sept", "007"), ("trois fois zéro un", "0001"), ("deux euh zéro", "20"),
      ("quatre vingt dix sept", "97"), ("zéro cette", "07"),
    ])
  func digits(text: String, expected: String) {
    let found = SpokenDigits(SpokenTokens(text).tokens).candidates(length: expected.count)
    #expect(found.first?.digits == expected)
  }
}
