import Foundation
import Language
import Review
import Testing

@testable import vigie

@Suite struct SearchListTests {
  @Test(arguments: [
    ("porte\nfuite\n", ["porte", "fuite"]), ("query\nporte", ["porte"]),
    ("Recherche\tnom\nporte\tx\n", ["porte"]), ("\u{FEFF}porte\r\nfuite", ["porte", "fuite"]),
    ("porte\nquery\n", ["porte", "query"]), ("\n  \n", []), ("", []),
  ])
  func searchesAreReadLineByLine(text: String, searches: [String]) {
    #expect(SearchQuery.list(in: text) == searches)
  }

  @Test func aMissingFileIsNamed() {
    #expect {
      try SearchList.read("/nowhere/veille.txt")
    } throws: { error in
      guard case .unreadable(let refusal) = error as? EngineError else { return false }
      return refusal.file == "veille.txt"
    }
  }

  @Test func cellsHoldOneLine() { #expect(SearchList.cell("a\tb\nc\r\nd") == "a b c d") }

  @Test func figuresAreMedianAndCentile() throws {
    let figures = try #require(SearchList.figures((1...100).map(Double.init)))
    #expect(figures.median == "51.00")
    #expect(figures.high == "96.00")
    #expect(SearchList.figures([]) == nil)
  }
}
