import Testing

@testable import Inspections

@Suite struct CensoringTests {
  @Test(arguments: [
    ("Résultat < seuil de détection", Censoring.belowDetection),
    ("Résultat < au seuil de quantification", .belowQuantification),
    ("Résultat > seuil de quantification et < au seuil de saturation", Censoring.none),
    ("Résultat > au seuil de saturation", .aboveSaturation),
    ("Traces (< seuil de quantification et > seuil de détection)", .traces),
  ])
  func readsWords(_ words: String, _ expected: Censoring) {
    #expect(Censoring(words: words) == expected)
  }

  @Test func unknownWordsSayNothing() {
    #expect(Censoring(words: "Domaine de validité") == nil)
    #expect(Censoring(words: "") == nil)
  }

  @Test(arguments: [(1, Censoring.none), (2, .belowDetection), (10, .belowQuantification)])
  func readsCodes(_ code: Int, _ expected: Censoring) {
    #expect(Censoring(sandreCode: code) == expected)
  }
}
