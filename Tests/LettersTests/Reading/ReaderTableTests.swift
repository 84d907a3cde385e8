import Language
import Review
import Testing

@testable import Letters

/// What the small readers of a letter find, case by case.
@Suite struct ReaderTableTests {
  private static let day = CalendarDate(iso: "2022-01-31")

  // MARK: Deadlines

  @Test(arguments: [
    ("Vous répondrez sous deux mois.", "sous deux mois", "2022-03-31"),
    ("Dans un délai de 15 jours, vous me transmettrez le plan.", "délai de 15 jours", "2022-02-15"),
    ("D’ici trois semaines.", "ici trois semaines", "2022-02-21"),
    ("Sous un mois.", "Sous un mois", "2022-02-28"),
    ("Avant le 3 mars 2022, vous me direz.", "vant le 3 mars 2022", "2022-03-03"),
    ("Au plus tard le 30/06/2022.", "u plus tard le 30/06/2022", "2022-06-30"),
    ("Le délai n’excédera pas six mois.", "excédera pas six mois", "2022-07-31"),
    ("Sous un an.", "Sous un an", "2023-01-31"),
  ])
  func deadlinesHaveADay(text: String, words: String, iso: String) throws {
    let deadline = try #require(DeadlineReader.deadline(in: text, from: Self.day))
    #expect(deadline.words.hasSuffix(words), "\(deadline.words)")
    #expect(deadline.date?.iso == iso)
    #expect(!deadline.isImmediate)
  }

  @Test(arguments: [
    "Vous cesserez cet usage sans délai.", "Vous réparerez immédiatement.", "Dès réception.",
    "Agissez sans attendre.",
  ])
  func whatCannotWaitIsImmediate(text: String) {
    #expect(DeadlineReader.deadline(in: text, from: Self.day)?.isImmediate == true)
  }

  @Test(arguments: [
    "Vous répondrez dans les meilleurs délais.", "Au plus tôt.", "Au plus vite.",
    "Dans les plus brefs délais.",
  ])
  func aVagueDeadlineHasNoDay(text: String) throws {
    let deadline = try #require(DeadlineReader.deadline(in: text, from: Self.day))
    #expect(deadline.date == nil && !deadline.isImmediate)
  }

  @Test(arguments: [
    "", "Le contrôle de 2019 a duré deux mois.", "La visite du 3 mars 2022 a porté sur ce point.",
    "Un délai est nécessaire.", "Sous la cuve.", "sous 0 jours", "sous 999999999999 jours",
  ])
  func otherWordsAreNoDeadline(text: String) {
    #expect(DeadlineReader.deadline(in: text, from: Self.day) == nil)
  }

  @Test func aDurationWithoutALettersDayHasNoDay() throws {
    let deadline = try #require(DeadlineReader.deadline(in: "sous deux mois", from: nil))
    #expect(deadline.date == nil)
  }

  // MARK: Numbers

  @Test(arguments: [
    ("Inspection n° INSSN-LYO-2014-0688 du 3 mars", ["INSSN-LYO-2014-0688"]),
    ("INSNP – PRS – 2019 – 0012", ["INSNP-PRS-2019-0012"]),
    ("CODEP‑MRS‑2013‑010842", ["CODEP-MRS-2013-010842"]),
    ("INS-2009-EDFGRA-0010", ["INS-2009-EDFGRA-0010"]),
    ("DEP-Lyon-0123-2009", ["DEP-LYON-0123-2009"]),
    (
      "voir INSSN-LYO-2014-0688 et CODEP-LYO-2014-008798.",
      ["INSSN-LYO-2014-0688", "CODEP-LYO-2014-008798"]
    ),
    ("inssn lyo 2014 0688", ["INSSN-LYO-2014-0688"]), ("INSSN-LYO-14-0688", []),
    ("XINSSN-LYO-2014-0688", []), ("INSSN-LYO-2014-06", []), ("inspection de 2014", []), ("", []),
  ])
  func numbersAreFound(text: String, numbers: [String]) {
    #expect(LetterNumber.numbers(in: text).map(\.text) == numbers)
  }

  @Test func aNumberKnowsItsPlace() throws {
    let text = "Œuvre – INSSN – LYO – 2014 – 0688 !"
    let number = try #require(LetterNumber.numbers(in: text).first)
    let scalars = Array(text.unicodeScalars)[number.range]
    #expect(String(String.UnicodeScalarView(scalars)) == "INSSN – LYO – 2014 – 0688")
    #expect(number.kind == .inspection)
  }

  // MARK: Citations

  @Test(arguments: [
    ("en application de l’article R. 4451-11 du code", ["article R. 4451-11"]),
    ("l’arrêté du 7 février 2012 fixe", ["arrêté du 7 février 2012"]),
    ("la décision n° 2010-DC-0175 de l’ASN", ["décision n° 2010-DC-0175"]),
    ("les articles 2.5.3 et suivants", ["articles 2.5.3"]),
    ("l’article de presse", []), ("aucune", []),
  ])
  func textsAreCited(text: String, citations: [String]) {
    #expect(CitationReader.citations(in: text) == citations)
  }

  @Test func aTextCitedTwiceStandsOnce() {
    let text = "l’article 3 puis l’article 3, et l’article 4"
    #expect(CitationReader.citations(in: text) == ["article 3", "article 4"])
  }

  // MARK: Equipment and radionuclides

  @Test(arguments: [
    ("la vanne 2 RIS 215 VP est fermée", ["RIS"]), ("1GCT 0002TY", ["GCT"]),
    ("le circuit ASG", ["ASG"]), ("le groupe LHP et le LHQ", ["LHP", "LHQ"]),
    ("XYZ 123 VP", ["XYZ"]), ("XYZ", []), ("le CNPE", []), ("ris 215 vp", []), ("", []),
  ])
  func systemsAreNamed(text: String, systems: [String]) {
    #expect(EquipmentReader.things(in: text).systems == systems)
  }

  @Test(arguments: [
    ("une source de césium 137", ["Cs-137"]), ("Cs-137 et Co-60", ["Cs-137", "Co-60"]),
    ("du tritium", ["H-3"]), ("iode-131 puis iode 131", ["I-131"]), ("l’iridium-192", ["Ir-192"]),
    ("le local 137", []), ("Le 60 rue Co", []),
  ])
  func radionuclidesAreNamed(text: String, isotopes: [String]) {
    #expect(EquipmentReader.things(in: text).isotopes == isotopes)
  }

  // MARK: Requests, titles, page furniture

  @Test(arguments: [
    ("je vous demande de corriger", true), ("l'asn vous demande de", true),
    ("vous veillerez a la suite", true), ("vous me transmettrez le bilan", true),
    ("vous avez indique que", false), ("vous etes tenu", false), ("il vous est rappele", false),
    ("nous vous demandons", true), ("", false), ("les inspecteurs ont demande", false),
  ])
  func requestsAreTold(folded: String, isRequest: Bool) {
    #expect(RequestCue.isRequest(folded) == isRequest)
  }

  @Test(arguments: [
    ("Je vous demande de tracer les essais.", "Tracer les essais."),
    ("L’ASN vous demande à nouveau d’agir.", "Agir."), ("Vous veillerez à la suite.", "La suite."),
    ("Une marche est descellée.", "Une marche est descellée."), ("", ""),
    ("Je vous demande", "Je vous demande"),
  ])
  func titlesLeaveTheFormOfAsking(text: String, title: String) {
    #expect(DemandTitle.title(text) == title)
  }

  @Test func aLongTitleIsCutBetweenWords() {
    let title = DemandTitle.title(String(repeating: "vérifier chaque support ", count: 20))
    #expect(title.count <= 90 && title.hasSuffix("…") && !title.hasSuffix(" …"))
  }

  @Test(arguments: [
    ("2/5", true), ("page 2 sur 5", true), ("- 3 -", true), (".../...", true), ("p. 4", true),
    ("5/2", false), ("2022", false), ("1 2 3", false), ("article 2/5", false), ("12345/1", false),
  ])
  func pageNumbersAreFurniture(folded: String, isNumber: Bool) {
    #expect(PageFurniture.isPageNumber(folded) == isNumber)
  }

  @Test(arguments: [
    ("CNPE du Bugey", "centrale nucléaire du Bugey", true),
    ("CNPE de Cruas-Meysse", "CRUAS MEYSSE", true), ("CNPE du Bugey", "CNPE de Penly", false),
    ("Clinique des Tilleuls", "clinique Tilleuls", true), ("", "", true),
  ])
  func sitesHaveOneKey(left: String, right: String, isSame: Bool) {
    #expect((SiteKey.key(left) == SiteKey.key(right)) == isSame)
  }

  @Test(arguments: [
    ("bugey", [], "CP0"), ("", ["119"], "P4"), ("hague", [], "usine"), ("saclay", [], "recherche"),
    ("", ["149"], "stockage"), ("clinique tilleuls", [], ""), ("", ["9999"], ""),
    ("marseille hopital", [], ""),
  ])
  func sitesHaveASeries(key: String, installations: [String], series: String) {
    #expect(SiteTable.series(key: key, installations: installations) == series)
  }

  // MARK: Sentences and lines

  @Test func sentencesCoverTheirPassage() {
    var passage = JoinedText()
    let text = "M. Dupont a vu la note n° 12. Elle est « ancienne ». [2] Aucun suivi ! Et après ?"
    passage.append(Array(text.unicodeScalars), 0..<text.unicodeScalars.count)
    let ranges = SentenceSplitter.ranges(passage)
    #expect(ranges.first?.lowerBound == 0 && ranges.last?.upperBound == passage.count)
    for (left, right) in zip(ranges, ranges.dropFirst()) {
      #expect(left.upperBound == right.lowerBound)
    }
    #expect(ranges.map { passage.slice($0).text }.contains("[2] Aucun suivi !"))
  }

  @Test(arguments: ["", " ", "\n\n", "\u{0C}", "a", "a\r\nb\rc\u{2028}d"])
  func linesCoverTheirText(text: String) {
    let lines = LetterLines(text).lines
    #expect(lines.last?.range.upperBound == text.unicodeScalars.count)
    for (left, right) in zip(lines, lines.dropFirst()) {
      #expect(left.range.upperBound < right.range.lowerBound || left.range.isEmpty)
    }
  }
}
