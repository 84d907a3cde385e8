import Foundation
import Language
import Learning
import Review
import Testing

@testable import Letters

/// Numbers of inspections and letters, citations and items' tags, however they are written.
@Suite struct NumberTests {
  // MARK: Numbers

  private static let separators = [
    "-", " - ", "–", " – ", "‑", "—", " ", "_", "\u{A0}–\u{A0}", "-\n", "\n",
  ]

  @Test func everyWayOfWritingIsTheSameNumber() {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<300 {
      let parts: [String]
      switch generator.below(4) {
      case 0:
        parts = [
          "INSSN", generator.pick(["LYO", "STR", "CAE"]), "20" + "\(10 + generator.below(16))",
          "0\(100 + generator.below(900))",
        ]
      case 1: parts = ["INSNP", "LIL", "2019", "\(100 + generator.below(900))"]
      case 2: parts = ["CODEP", "MRS", "2013", "0\(10_000 + generator.below(90_000))"]
      default: parts = ["INS", "2009", "EDFGRA", "0010"]
      }
      var text = parts[0]
      for part in parts.dropFirst() { text += generator.pick(Self.separators) + part }
      if generator.below(2) == 0 { text = text.lowercased() }
      let found = LetterNumber.numbers(in: "voir « \(text) », puis")
      #expect(found.map(\.text) == [parts.joined(separator: "-")], "\(text)")
    }
  }

  @Test(arguments: [
    "INSSN--LYO-2014-0688", "INSSN-LYO-2014", "INSSN-LYO-0688", "INSSN-2014-LYO",
    "INSSN-LYO-2114-0688",
    "INSSN-LYO-2014-068812", "INSSN-LYO-2014-06a8", "CODEP-LYO-2014-12345678",
    "CODEP-123-2014-008798",
    "CODEPLYO2014008798", "INSSN LYO       2014 0688", "aINSSN-LYO-2014-0688",
    "INSSNX-LYO-2014-0688",
    "INSSN.LYO.2014.0688", "i", "d", "c", "codep", "ins-", "dep-a", "",
  ])
  func whatIsNoNumberIsNone(text: String) {
    #expect(LetterNumber.numbers(in: text).isEmpty)
  }

  @Test func hostileTextsGiveNumbersOfTheirPlace() {
    var generator = SplitMix64(seed: 12)
    for _ in 0..<200 {
      let text = generator.hostileLetter(generator.below(60))
      let scalars = Array(text.unicodeScalars)
      for number in LetterNumber.numbers(in: text) {
        #expect(number.range.upperBound <= scalars.count)
        let written = String(String.UnicodeScalarView(scalars[number.range])).folded.uppercased()
        let plain = { (text: String) in text.filter { $0.isLetter || $0.isNumber } }
        #expect(plain(written) == plain(number.text))
      }
    }
  }

  // MARK: Citations

  @Test(arguments: [
    ("la décision de réaliser 3 essais", [String]()), ("le guide pratique des 5 étapes", []),
    ("le guide n° 21 de l’ASN", ["guide n° 21"]),
    ("décision no 2013-DC-0360", ["décision no 2013-DC-0360"]),
    ("décision 2013-DC-0360", ["décision 2013-DC-0360"]), ("décision", []), ("article", []),
    ("loi", []),
    ("la loi du 13 juin 2006", ["loi du 13 juin 2006"]),
    ("le décret n° 2007-1557 du 2 novembre 2007", ["décret n° 2007-1557 du 2 novembre 2007"]),
    ("arrêté du siècle dernier", []), ("l’article L. 593-19 du code", ["article L. 593-19"]),
    ("l’article 2.5.3.", ["article 2.5.3"]),
    ("articles R. 4451-1 à R. 4451-3", ["articles R. 4451-1"]),
    ("L’ARTICLE 3", ["ARTICLE 3"]),
  ])
  func citationsNameATextWithItsNumber(text: String, found: [String]) {
    #expect(CitationReader.citations(in: text) == found)
  }

  @Test func citationsAreBounded() {
    let text = (1...500).map { "article \($0)" }.joined(separator: ", ")
    #expect(CitationReader.citations(in: text).count == 20)
    var generator = SplitMix64(seed: 13)
    for _ in 0..<100 {
      let found = CitationReader.citations(in: generator.hostileLetter(40))
      #expect(Set(found).count == found.count)
    }
  }

  // MARK: Tags

  private static func tags(_ text: String) -> [String] {
    let passage = LetterFixture.passage(text)
    return ItemTag.tags(in: passage).map { tag in
      (tag.section.map(\.rawValue) ?? "-") + "|" + passage.slice(tag.range).text
    }
  }

  @Test(arguments: [
    ("Demande A1 : Je vous demande", ["a|Demande A1 :"]),
    ("Demande II.1 : L’ASN", ["ii|Demande II.1 :"]),
    ("Demande II-1. L’ASN", ["ii|Demande II-1."]), ("DEMANDE A 1 – Je", ["a|DEMANDE A 1 –"]),
    ("Demande n° 3 : Je", ["-|Demande n° 3 :"]), ("Demande 1 : Je", ["-|Demande 1 :"]),
    ("Observation C1. Une marche", ["c|Observation C1."]),
    ("Constat d’écart III.1 : Un", ["iii|Constat d’écart III.1 :"]),
    ("A1. Je vous demande", ["a|A1."]), ("A.1.2 Je vous demande", ["a|A.1.2"]),
    ("B2 Vous veillerez", ["b|B2"]),
    ("demande A1 : non", []), ("La demande A1 : close", []), ("Demande A1", ["a|Demande A1"]),
    ("Demande E1 : rien", []), ("Demande A1234 : rien", []), ("Demande A1b : rien", []),
    ("A1bis. rien", []),
    ("Un écart. A.2 L’ASN vous demande", ["a|A.2"]), ("la vanne A2 est fermée", []),
    ("Voir A.2 ci-dessus", []),
    ("", []), ("Demande", []), ("Demande :", []), ("D", []), ("Demandes A1 : x", []),
  ])
  func tagsBeginItems(text: String, tags: [String]) {
    #expect(Self.tags(text) == tags)
  }

  @Test func tagsNeverOverlap() {
    var generator = SplitMix64(seed: 14)
    for _ in 0..<300 {
      let passage = LetterFixture.passage(generator.hostileLetter(generator.below(40)))
      let tags = ItemTag.tags(in: passage)
      for tag in tags { #expect(tag.range.upperBound <= passage.count && !tag.range.isEmpty) }
      for (left, right) in zip(tags, tags.dropFirst()) {
        #expect(left.range.upperBound <= right.range.lowerBound)
      }
    }
  }

  @Test(arguments: [
    ("demande a1 : x", true), ("observation c1", true), ("a1. x", false), ("demande de x", false),
    ("remarque 3 - x", true), ("", false), ("demandea1", false),
  ])
  func linesThatBeginAnItem(folded: String, begins: Bool) {
    #expect(ItemTag.begins(folded) == begins)
  }

  // MARK: Items of answers

  @Test(arguments: [
    ("A1", "A1"), ("a1", "A1"), ("A 1", "A1"), ("A.1", "A1"), ("A-01", "A1"), ("Demande A1", "A1"),
    ("Demande II.1", "II1"), ("demande d’action corrective A 4", "A4"), ("Observation C.01", "C1"),
    ("Constat d’écart III.2", "III2"), ("Demande complément d’information B 12", "B12"),
    ("II1", "II1"),
    ("demande n° I.3", "I3"), ("", ""), ("Demande", ""), ("Demandes", ""), ("  ", ""), ("…", ""),
    ("A10", "A10"), ("A0", "A"), ("toutes", "TOUTES"), ("E4", "E4"), ("A1 bis", "A1"),
  ])
  func itemsOfAnswersHaveOneCode(written: String, code: String) {
    #expect(OperatorAnswer.canonicalItem(written) == code)
  }

  @Test func theCodesOfALetterAreTheirOwn() {
    for section in SectionKind.allCases where section.holdsRequests {
      for ordinal in [1, 2, 10, 99] {
        let code = section.rawValue + String(ordinal)
        #expect(OperatorAnswer.canonicalItem("Demande \(section.rawValue).\(ordinal)") == code)
        let answer = OperatorAnswer(inspection: "X", item: code)
        #expect(answer.itemID == "X#" + code)
      }
    }
  }
}
