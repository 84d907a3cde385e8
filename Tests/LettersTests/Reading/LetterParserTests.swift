import Review
import Testing

@testable import Letters

@Suite struct LetterParserTests {
  @Test func readsTheLetterheadOfTheOldLayout() {
    let letter = LetterFixture.parse(
      LetterFixture.old(a: "Un constat.\n\nJe vous demande de corriger."))
    #expect(letter.inspection == "INSSN-LYO-2014-0688")
    #expect(letter.reference == "CODEP-LYO-2014-008798")
    #expect(letter.date?.iso == "2014-03-03")
    #expect(letter.site == "CNPE du Val")
    #expect(letter.installations == ["111", "112"])
    #expect(letter.theme == "Incendie")
    #expect(letter.division == "Lyon")
    #expect(letter.operatorName == "EDF")
    #expect(letter.sector == "REP")
    #expect(letter.layout == .old)
    #expect(letter.links == ["CODEP-LYO-2012-000001"])
    #expect(letter.answerDeadline?.date?.iso == "2014-05-03")
    #expect(letter.citations.count == 2)
  }

  @Test func readsTheLetterheadOfTheNewLayout() {
    let letter = LetterFixture.parse(
      LetterFixture.new(second: "Demande II.1 : Je vous demande de corriger."))
    #expect(letter.inspection == "INSSN-LYO-2024-0412")
    #expect(letter.reference == "CODEP-LYO-2024-024391")
    #expect(letter.date?.iso == "2024-06-18")
    #expect(letter.layout == .new)
    #expect(letter.theme == "Incendie")
    #expect(letter.sections.map(\.kind.rawValue) == ["synthese", "I", "II", "III"])
    #expect(letter.sections.map(\.isEmpty) == [false, true, false, true])
  }

  @Test func untaggedRequestsHaveTheirContext() {
    let letter = LetterFixture.parse(
      LetterFixture.old(
        a: """
          La porte était ouverte. Elle
          était calée.

          Je vous demande de la fermer
          sans délai.

          Le support est fissuré. Je vous demande d’analyser ce point : vous veillerez à la suite.
          """, b: "Vous me transmettrez le bilan.", c: "C.1. Une marche est descellée."))
    #expect(letter.items.map(\.id).map { $0.split(separator: "#")[1] } == ["A1", "A2", "B1", "C1"])
    #expect(letter.items[0].text == "Je vous demande de la fermer sans délai.")
    #expect(letter.items[0].context == "La porte était ouverte. Elle était calée.")
    #expect(letter.items[0].deadline?.isImmediate == true)
    #expect(letter.items[1].context == "Le support est fissuré.")
    #expect(letter.items[2].text == "Vous me transmettrez le bilan.")
    #expect(letter.items[3].text == "Une marche est descellée.")
  }

  @Test func tagsInsideALineBeginItems() {
    let letter = LetterFixture.parse(
      LetterFixture.old(
        a: """
          Aucun essai n’est tracé. Demande A1 : Je vous demande
          de tracer les essais.

          Un écart. A.2 L’ASN vous demande de le traiter.
          """))
    #expect(
      letter.items.map(\.text) == [
        "Je vous demande de tracer les essais.", "L’ASN vous demande de le traiter.",
      ])
    #expect(letter.items.map(\.context) == ["Aucun essai n’est tracé.", "Un écart."])
  }

  @Test func pageFeetFallOutOfSentences() {
    let letter = LetterFixture.parse(
      LetterFixture.new(
        second: """
          Demande II.1 : Je vous demande de réviser les

          1/2
          \u{0C}consignes du local.

          2/2
          \u{0C}Demande II.2 : Vous veillerez à la suite :
          - un premier point ;
          - un second.
          """))
    #expect(
      letter.items.map(\.text) == [
        "Je vous demande de réviser les consignes du local.",
        "Vous veillerez à la suite : - un premier point ; - un second.",
      ])
  }

  @Test func spansLeadBackToTheLetter() throws {
    let text = LetterFixture.old(a: "Œuvre « dégradée ».\n\nJe vous demande  de\ncorriger l’écart.")
    let letter = LetterFixture.parse(text)
    let item = try #require(letter.items.first)
    #expect(item.text == "Je vous demande de corriger l’écart.")
    #expect(
      LetterFixture.part(text, item.span) == "Je vous demande  de\ncorriger l’écart.")
    let context = try #require(item.contextSpan)
    #expect(LetterFixture.part(text, context) == "Œuvre « dégradée ».")
    for section in letter.sections {
      #expect(LetterFixture.part(text, section.span).hasPrefix(section.title))
    }
  }

  @Test(arguments: [
    ("A. Demandes d’actions correctives", SectionKind.correctiveActions),
    ("1. DEMANDES D'ACTIONS CORRECTIVES", .correctiveActions),
    ("A – Demandes d'actions correctives", .correctiveActions),
    ("B – Demandes de compléments", .additionalInformation),
    ("II. AUTRES DEMANDES", .otherRequests),
    ("I – Demandes à traiter prioritairement", .priorityRequests),
    ("III. CONSTATS OU OBSERVATIONS N’APPELANT PAS DE REPONSE A L’ASN", .findings),
    ("SYNTHESE DE L'INSPECTION", .synthesis), ("Observations", .observations),
  ])
  func titlesAreRecognised(title: String, kind: SectionKind) {
    #expect(SectionTitle.kind(LetterLines(title).lines[0].folded) == kind)
  }

  @Test(arguments: [
    "Les autres demandes sont closes", "Observations relevées sur le chantier de la pompe",
    "Synthèse des essais réalisés en 2012 sur les pompes", "A. Contexte", "Demande A1 :", "",
    "La synthèse de l’inspection figure ci-dessous",
  ])
  func otherLinesAreNoTitles(line: String) {
    #expect(SectionTitle.kind(LetterLines(line).lines[0].folded) == nil)
  }

  @Test(arguments: [
    ("INSSN – LYO – 2014 – 0688", "INSSN-LYO-2014-0688"),
    ("INSNP–LIL–2020–0464", "INSNP-LIL-2020-0464"),
    ("inspection INS-2009-EDFGRA-0010 effectuée", "INS-2009-EDFGRA-0010"),
    ("CODEP-MRS-2013-\n010842", "CODEP-MRS-2013-010842"),
    ("DEP-Lyon-0123-2009", "DEP-LYON-0123-2009"),
  ])
  func numbersOfAllForms(text: String, number: String) {
    #expect(LetterNumber.numbers(in: text).map(\.text) == [number])
  }

  @Test(arguments: ["INSSN-LYO", "2010-DC-0175", "CODEP", "inspection du 3 mai", "INS-2009"])
  func noNumbers(text: String) {
    #expect(LetterNumber.numbers(in: text).isEmpty)
  }

  @Test func numbersOfOtherLettersAreLinks() {
    let letter = LetterFixture.parse(
      LetterFixture.old(
        a: "Comme demandé par INSSN-LYO-2012-0001.\n\nJe vous demande de corriger."))
    #expect(letter.inspection == "INSSN-LYO-2014-0688")
    #expect(letter.links.contains("INSSN-LYO-2012-0001"))
  }

  @Test(
    arguments: [
      ("sous deux mois", "2014-05-03", false), ("avant le 3 mars 2022", "2022-03-03", false),
      ("dans un délai de 15 jours", "2014-03-18", false), ("sans délai", nil, true),
      ("dans les meilleurs délais", nil, false),
      ("dans un délai qui n’excédera pas deux mois", "2014-05-03", false),
    ] as [(String, String?, Bool)])
  func deadlines(words: String, day: String?, isImmediate: Bool) {
    let letterDay = CalendarDate(iso: "2014-03-03")
    let found = DeadlineReader.deadline(in: "Vous répondrez \(words).", from: letterDay)
    #expect(found?.date?.iso == day)
    #expect(found?.isImmediate == isImmediate)
  }

  @Test func noDeadline() {
    #expect(DeadlineReader.deadline(in: "L’essai dure deux mois.", from: nil) == nil)
  }

  @Test func citationsAreRead() {
    let found = CitationReader.citations(
      in: "Conformément à l’article R. 4451-11 du code, à l’arrêté du 7 février 2012 et à la "
        + "décision n° 2010-DC-0175.")
    #expect(
      found == ["article R. 4451-11", "arrêté du 7 février 2012", "décision n° 2010-DC-0175"])
  }

  @Test func pdfLinesWithoutBlankOnesAreParted() {
    let dense = LetterFixture.new(
      second: """
        La périodicité de l’essai de la vanne principale n’a pas été respectée par vos services.
        Demande II.1 : Je vous demande de réaliser l’essai.
        """
    ).split(separator: "\n").joined(separator: "\n")
    let letter = LetterFixture.parse(dense)
    #expect(letter.items.map(\.text) == ["Je vous demande de réaliser l’essai."])
    #expect(letter.items.first?.context.hasPrefix("La périodicité") == true)
  }
}
