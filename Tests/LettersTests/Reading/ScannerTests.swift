import Foundation
import Language
import Learning
import Review
import Testing

@testable import Letters

/// The scanners of bytes, place by place, and the lines they work on.
@Suite struct ScannerTests {
  // MARK: Tags

  private static func tag(_ folded: String) -> (end: Int, hasKeyword: Bool, section: String)? {
    ItemTagScanner(Array(folded.utf8)).tag(at: 0).map {
      ($0.end, $0.hasKeyword, $0.section?.rawValue ?? "")
    }
  }

  @Test(arguments: [
    ("demande a1 : x", 13, true, "a"), ("demande n° 3 : x", 16, true, ""),
    ("demande no 3 : x", 15, true, ""),
    ("demande n 3 : x", 14, true, ""), ("demande ii-1. x", 14, true, "ii"),
    ("remarque 12) x", 13, true, ""),
    ("a1. x", 4, false, "a"), ("iv.2 x", 5, false, "iv"),
    ("constat d'ecart iii.1 : x", 24, true, "iii"),
    ("demande a1", 10, true, "a"), ("observation 1 - x", 16, true, ""),
    ("a1.2.3. x", 8, false, "a"),
  ])
  func tagsEndWhereTheirTextBegins(text: String, end: Int, hasKeyword: Bool, section: String) throws
  {
    let found = try #require(Self.tag(text), "\(text)")
    #expect(
      found.end == end && found.hasKeyword == hasKeyword && found.section == section, "\(found)")
  }

  @Test(arguments: [
    "", "d", "demande", "demande ", "demande de x", "demandes a1 : x", "demande e1 : x",
    "demande a : x", "demande a1b : x",
    "1. x", "1.2 x", "z1. x", "a1x", "demande 1234 : x", "demande nouvelle 1", "abcd1. x",
  ])
  func otherWordsAreNoTags(text: String) {
    #expect(Self.tag(text) == nil)
  }

  @Test func everyPlaceOfAnyBytesIsSafe() {
    var generator = SplitMix64(seed: 151)
    for _ in 0..<150 {
      let bytes = Array(generator.hostileLetter(generator.below(20)).folded.utf8)
      let scanner = ItemTagScanner(bytes)
      for place in bytes.indices {
        _ = scanner.isWordStart(place)
        if let found = scanner.tag(at: place) {
          #expect(found.end > place && found.end <= bytes.count)
        }
        if let number = NumberScanner(bytes).number(at: place) {
          #expect(number.end > place && number.end <= bytes.count && !number.text.isEmpty)
        }
      }
    }
  }

  // MARK: Numbers

  @Test(arguments: [
    ("inssn-lyo-2014-0688", "INSSN-LYO-2014-0688", 19),
    ("inssn-lyo-2014-0688,", "INSSN-LYO-2014-0688", 19),
    ("ins-2009-edfgra-0010", "INS-2009-EDFGRA-0010", 20),
    ("codep-lyo-2014-008798", "CODEP-LYO-2014-008798", 21),
    ("dep-lyon-0123-2009", "DEP-LYON-0123-2009", 18),
    ("insnp-lil-1999-046", "INSNP-LIL-1999-046", 18),
  ])
  func numbersAreRead(text: String, number: String, end: Int) throws {
    let found = try #require(NumberScanner(Array(text.utf8)).number(at: 0))
    #expect(found.text == number && found.end == end)
    #expect((found.kind == .inspection) == number.hasPrefix("INS"))
  }

  @Test(arguments: [
    "inssn-lyo-2014-06", "inssn-lyo-2014-068801", "inssn-123-2014-0688", "inssn-lyo-1814-0688",
    "inssn-lyo--2014-0688",
    "inssn", "inssn-", "codep-2014-lyo-008798", "codep-lyo-2014-12", "dep-0123-lyon-2009",
    "ins_2009", "xinssn-lyo-2014-0688",
    "inssnlyo20140688",
  ])
  func otherBytesAreNoNumbers(text: String) {
    #expect(NumberScanner(Array(text.utf8)).number(at: 0) == nil)
  }

  // MARK: Lines and paragraphs

  @Test func linesKnowTheirPlaces() {
    var generator = SplitMix64(seed: 152)
    for _ in 0..<100 {
      let text = generator.hostileLetter(generator.below(40))
      let source = LetterLines(text)
      var end = -1
      var page = 0
      for line in source.lines {
        #expect(line.range.lowerBound > end && line.page >= page)
        #expect(line.folded == source.text(line.range).folded.withSingleSpaces)
        #expect(line.isBlank == line.folded.isEmpty)
        (end, page) = (line.range.upperBound, line.page)
      }
      #expect(end == source.scalars.count)
      #expect(source.fullWidth <= (source.lines.map(\.range.count).max() ?? 0))
    }
  }

  @Test(arguments: [
    ("- un", true), ("– un", true), ("• un", true), ("▪ un", true), ("* un", true),
    ("un - deux", false), ("1. un", false),
    ("►un", true),
  ])
  func bulletsAreTold(text: String, isBullet: Bool) {
    #expect(Paragraph(text: LetterFixture.passage(text), lines: 0..<1).isBullet == isBullet)
    #expect(!Paragraph(text: JoinedText(), lines: 0..<0).isBullet)
  }

  @Test(arguments: [
    ("suite", true), ("  suite", true), ("Suite", false), ("é", true), ("É", false), ("1", false),
    ("« a", false), ("", false),
  ])
  func linesThatGoOnBeginSmall(text: String, isLower: Bool) {
    #expect(LetterLines(text).lines[0].beginsLower == isLower)
  }

  @Test(arguments: [(40, 1, true), (40, 20, false), (1, 0, true), (0, 0, false)])
  func denseTextsHaveFewBlankLines(full: Int, blank: Int, isDense: Bool) {
    let lines = (0..<full).map { "ligne \($0)" } + [String](repeating: "", count: blank)
    #expect(LetterLines(lines.joined(separator: "\n")).isDense == isDense)
  }

  @Test(arguments: [
    "\(1)/9", "9/9", "page 1", "Page 12 sur 12", "- 4 -", "p. 7", ".../...", "3 / 10", "PAGE 2/3",
    "p 1/2",
  ])
  func feetOfPagesFallOut(foot: String) {
    let text = LetterFixture.new(
      second: "Demande II.1 : Je vous demande de réviser les\n\n\(foot)\n\u{0C}consignes du local.")
    #expect(
      LetterFixture.parse(text).items.map(\.text) == [
        "Je vous demande de réviser les consignes du local."
      ])
  }

  @Test(arguments: ["2022", "article 3", "12/2", "1/2/3", "page une", "3 mai", "II", "A1", "12345"])
  func otherShortLinesStay(line: String) {
    #expect(!PageFurniture.isPageNumber(line.folded))
  }

  // MARK: Cues of requests

  @Test(arguments: [
    "Je vous demande de corriger.", "Nous vous demandons de corriger.",
    "L’ASN vous invite à corriger.", "Vous corrigerez ce point.",
    "Vous me transmettrez le bilan.", "Vous nous indiquerez la date.",
    "Je vous prie de bien vouloir me transmettre le bilan.",
    "Je vous rappelle votre obligation de déclarer.", "Je vous saurais gré de corriger.",
    "Vous y veillerez.", "Vous me le transmettrez.", "Vous les tiendrez à disposition.",
    "Vous m’en informerez, sous deux mois.",
  ])
  func requestsAreHeard(text: String) {
    #expect(RequestCue.isRequest(text.folded) == RequestCue.isRequest(text.uppercased().folded))
    let letter = LetterFixture.parse(LetterFixture.old(a: text))
    #expect(letter.items.count == (RequestCue.isRequest(text.folded) ? 1 : 0))
    #expect(RequestCue.isRequest(text.folded), "\(text)")
  }

  @Test(arguments: [
    "Vous avez indiqué que tout va bien.", "Vous les avez tenus.", "Vous la surveillez.",
    "Il vous est rappelé que",
    "Les inspecteurs ont demandé le registre.", "Vous.",
    "Votre demande est close.", "Vous serez", "", "Vous nez",
  ])
  func otherSentencesAreNoRequests(text: String) {
    #expect(!RequestCue.isRequest(text.folded), "\(text)")
  }
}
