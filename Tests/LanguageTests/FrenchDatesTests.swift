import Review
import Testing

@testable import Language

@Suite struct FrenchDatesTests {
  @Test(arguments: [
    ("Lyon, le 22 octobre 2011", ["2011-10-22"]),
    ("le 1er mars 2020 puis", ["2020-03-01"]),
    ("le 1 er décembre 2019", ["2019-12-01"]),
    ("depuis le 1e juillet 2013.", ["2013-07-01"]),
    ("LE 07 OCTOBRE 2009", ["2009-10-07"]),
    ("une inspection a eu lieu le 22\noctobre 2011.", ["2011-10-22"]),
    ("les 3 et 4 mai 2014", ["2014-05-03", "2014-05-04"]),
    ("les 3, 4 et 12 mai 2014", ["2014-05-03", "2014-05-04", "2014-05-12"]),
    ("du 30 avril au 2 mai 2014", ["2014-04-30", "2014-05-02"]),
    ("arrêté du 10/08/84", ["1984-08-10"]),
    ("14.12.2024 et 2024-12-14", ["2024-12-14", "2024-12-14"]),
    ("14-12-24", ["2024-12-14"]),
    ("le 5 janv. 2012", ["2012-01-05"]),
    ("le 2 déc. 2016 à 18h45", ["2016-12-02"]),
  ])
  func findsDays(text: String, days: [String]) {
    #expect(FrenchDates.dates(in: text).map(\.date.iso) == days)
  }

  @Test(arguments: [
    "", "le 31 février 2020", "page 2/5", "CODEP-LYO-2013-008798", "INSSN-LYO-2014-0688",
    "article 2.5.1", "norme NF C 15-160", "en mars 2012", "le 3 mai", "2010-DC-0175", "R. 4451-11",
    "les 3 et 4", "tél. 01.02.03.04.05", "32/12/2024", "1 2 3 4", "12 e", "7 / 8 / 2020",
  ])
  func leavesTheRest(text: String) {
    #expect(FrenchDates.dates(in: text).isEmpty)
  }

  @Test func spansCountCodePoints() throws {
    let text = "À Évry, le 3 et le 12 août 2021 — fin"
    let scalars = Array(text.unicodeScalars)
    let found = FrenchDates.dates(in: text)
    let last = try #require(found.last)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[last.span.range])
    #expect(String(view) == "12 août 2021")
  }

  @Test func manyDigitsTakeLinearTime() {
    let text = String(repeating: "1, ", count: 50_000) + "2 mai 2014"
    #expect(FrenchDates.dates(in: text).last?.date.iso == "2014-05-02")
  }
}
