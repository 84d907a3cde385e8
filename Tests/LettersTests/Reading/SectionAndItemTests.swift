import Language
import Learning
import Review
import Testing

@testable import Letters

/// Titles, sections, paragraphs and items, and that every one of them knows its place.
@Suite struct SectionAndItemTests {
  private static func sections(_ text: String) -> SectionParser.Result {
    SectionParser.parse(LetterLines(text).lines)
  }

  private static func items(_ text: String, _ section: SectionKind = .otherRequests) -> [ItemParser
    .Found]
  {
    let lines = LetterLines(text)
    return ItemParser.items(
      ParagraphBuilder.paragraphs(0..<lines.lines.count, of: lines), section: section)
  }

  private static func paragraphs(_ text: String) -> [String] {
    let lines = LetterLines(text)
    return ParagraphBuilder.paragraphs(0..<lines.lines.count, of: lines).map(\.text.text)
  }

  // MARK: Titles

  private static let titles: [(String, SectionKind)] = [
    ("Synthèse de l’inspection", .synthesis), ("Synthèse générale", .synthesis),
    ("Synthèse", .synthesis),
    ("Demandes d’actions correctives", .correctiveActions),
    ("Demande d’action corrective", .correctiveActions),
    ("Demandes de mise en conformité", .correctiveActions),
    ("Actions correctives", .correctiveActions),
    ("Compléments d’information", .additionalInformation),
    ("Demandes de compléments d’informations", .additionalInformation),
    ("Demandes complémentaires", .additionalInformation),
    ("Demandes à traiter prioritairement", .priorityRequests),
    ("Demandes prioritaires", .priorityRequests), ("Autres demandes", .otherRequests),
    ("Constats ou observations", .findings), ("Observations n’appelant pas de réponse", .findings),
    ("Constats d’écart ou observations n’appelant pas de réponse à l’ASNR", .findings),
  ]

  @Test(arguments: ["", "A. ", "B – ", "II. ", "III - ", "1. ", "2) ", "I.", "IV : "])
  func titlesAreKnownWhateverTheirNumberAndCase(numbering: String) {
    for (title, kind) in Self.titles {
      for form in [
        title, title.uppercased(), title.uppercased().folded.uppercased(), title + " :",
        title + ".",
      ] {
        let line = LetterLines(numbering + form).lines[0].folded
        #expect(SectionTitle.kind(line) == kind, "\(numbering)\(form)")
      }
    }
  }

  @Test(arguments: [
    "Les demandes prioritaires sont closes", "Autres demandes formulées en 2012",
    "Synthèse des essais",
    "E. Contexte", "Demande", "Demandes", "Observation faite", "", "A.", "A. ", "12. ",
    "Conclusion",
    String(repeating: "Synthèse ", count: 40),
  ])
  func otherLinesAreNoTitles(line: String) {
    #expect(SectionTitle.kind(LetterLines(line).lines[0].folded) == nil)
  }

  @Test(arguments: [
    ("III. CONSTATS OU OBSERVATIONS N’APPELANT PAS DE REPONSE A", "L’ASN", true),
    ("III. CONSTATS OU OBSERVATIONS N’APPELANT PAS DE", "REPONSE A L’ASN", true),
    ("II. AUTRES DEMANDES", "L’ASN", false),
    ("III. CONSTATS OU OBSERVATIONS N’APPELANT PAS DE REPONSE A", "Une marche", false),
  ])
  func titlesGoOn(title: String, next: String, goesOn: Bool) {
    #expect(SectionTitle.continues(next.folded, after: title.folded) == goesOn)
  }

  // MARK: Sections

  @Test(
    arguments: [
      (
        [
          "Synthèse", "A. Demandes d’actions correctives", "B. Compléments d’information",
          "C. Observations",
        ], ["synthese", "A", "B", "C"]
      ),
      (
        [
          "Synthèse", "I. Demandes prioritaires", "II. Autres demandes",
          "III. Constats ou observations",
        ], ["synthese", "I", "II", "III"]
      ),
      (["B. Compléments d’information", "A. Demandes d’actions correctives"], ["B"]),
      (["A. Demandes d’actions correctives", "II. Autres demandes"], ["A"]),
      (["I. Demandes prioritaires", "B. Compléments d’information"], ["I"]),
      (["A. Demandes d’actions correctives", "A. Demandes d’actions correctives"], ["A"]),
      (["Synthèse", "Synthèse de l’inspection"], ["synthese"]), (["C. Observations"], ["C"]),
      ([], []),
    ] as [([String], [String])])
  func sectionsRiseAndDoNotMix(titles: [String], kinds: [String]) {
    let text = titles.map { "\($0)\n\nUn texte.\n" }.joined(separator: "\n")
    let found = Self.sections(text)
    #expect(found.parts.map(\.kind.rawValue) == kinds)
    let layout: LetterLayout =
      kinds.isEmpty || kinds == ["synthese"]
      ? .unknown : ["I", "II", "III"].contains(kinds.last ?? "") ? .new : .old
    #expect(found.layout == layout)
  }

  @Test func partsCoverTheLetterInOrder() {
    var generator = SplitMix64(seed: 31)
    for _ in 0..<200 {
      let lines = LetterLines(generator.hostileLetter(generator.below(60))).lines
      let found = SectionParser.parse(lines)
      var place = found.head.upperBound
      for part in found.parts {
        #expect(part.title.lowerBound >= place && part.title.upperBound <= part.body.lowerBound)
        place = part.body.upperBound
      }
      #expect(place <= lines.count && found.end.upperBound == lines.count)
      #expect(found.head.lowerBound == 0)
    }
  }

  @Test(arguments: [
    ("Je vous prie d’agréer, Monsieur", true),
    ("Vous voudrez bien me faire part, sous deux mois, de vos remarques", true),
    ("Vous voudrez bien me faire part du bilan", false), ("Veuillez agréer", true),
    ("Le chef de la division", true),
    ("Conformément à la démarche de transparence", true),
    ("Je vous prie de transmettre le bilan", false), ("", false),
    ("Sauf mention particulière", true), ("Conformément à l’article 3", false),
  ])
  func lettersClose(line: String, isClosing: Bool) {
    #expect(ClosingFormula.begins(line.folded) == isClosing)
  }

  @Test func aClosingBeforeASectionEndsNothing() {
    let text = """
      Synthèse

      Vous voudrez bien me faire part, sous deux mois, de vos remarques.

      A. Demandes d’actions correctives

      Je vous demande de corriger.
      """
    #expect(Self.sections(text).parts.map(\.kind) == [.synthesis, .correctiveActions])
  }

  // MARK: Paragraphs

  @Test(arguments: [
    ("Un.\n\nDeux.", ["Un.", "Deux."]), ("Un\nsuite.", ["Un suite."]), ("", []), ("\n\n", []),
    ("Un :\n- a ;\n- b.", ["Un :", "- a ;", "- b."]), ("le sous-\ntraitant", ["le sous-traitant"]),
    ("Un  double   espace", ["Un double espace"]), ("• a\n• b", ["• a", "• b"]),
    ("Un mot\n- pas une puce", ["Un mot - pas une puce"]),
    ("Un.\nDemande A1 : Deux.", ["Un.", "Demande A1 : Deux."]),
    ("Une phrase qui\n\n2/5\n\u{0C}\ncontinue.", ["Une phrase qui continue."]),
    ("Fin.\n\n2/5\n\u{0C}\nDébut.", ["Fin.", "Début."]), ("a\u{1B}[2Jb", ["a [2Jb"]),
  ])
  func paragraphsAreJoined(text: String, wanted: [String]) {
    #expect(Self.paragraphs(text) == wanted)
  }

  @Test func paragraphsLeadBackToTheirText() {
    var generator = SplitMix64(seed: 32)
    for _ in 0..<200 {
      let text = generator.hostileLetter(generator.below(50))
      let scalars = Array(text.unicodeScalars)
      let lines = LetterLines(text)
      var last = 0
      for paragraph in ParagraphBuilder.paragraphs(0..<lines.lines.count, of: lines) {
        let joined = paragraph.text
        #expect(joined.scalars.count == joined.origins.count && !joined.isEmpty)
        for (scalar, origin) in zip(joined.scalars, joined.origins) where scalar != " " {
          #expect(scalars[Int(origin)] == scalar)
        }
        #expect(joined.origins == joined.origins.sorted() && Int(joined.origins[0]) >= last)
        #expect(joined.span.end <= scalars.count)
        last = Int(joined.origins[joined.count - 1])
      }
    }
  }

  // MARK: Joined text

  @Test(
    arguments: [
      ([" a", "b "], "a b"), (["a-", "b"], "a-b"), (["3-", "b"], "3- b"), (["-", "b"], "- b"),
      (["", ""], ""),
      (["a", "", "b"], "a b"), (["a\u{2010}", "b"], "a\u{2010}b"), (["\u{7}a"], "a"),
    ] as [([String], String)])
  func piecesAreJoinedWithOneSpace(pieces: [String], text: String) {
    var one = JoinedText()
    var two = JoinedText()
    for piece in pieces {
      let scalars = Array(piece.unicodeScalars)
      one.append(scalars, 0..<scalars.count)
      two.append(LetterFixture.passage(piece))
    }
    #expect(one.text == text && two.text == text)
  }

  @Test func slicesAreTrimmedAndClamped() {
    let passage = LetterFixture.passage("un deux trois")
    #expect(passage.slice(2..<8).text == "deux" && passage.slice(3..<7).span == Span(3, 7))
    #expect(passage.slice(2..<3).isEmpty && passage.slice(90..<99).isEmpty)
    #expect(passage.slice(0..<99).text == "un deux trois")
    #expect(passage.source(of: 50..<60) == Span(0, 0))
    #expect(JoinedText().span == Span(0, 0))
  }

  // MARK: Items

  @Test(arguments: [
    ("Demande II.1 : Un.\n\nDemande II.2 : Deux.", ["Un.", "Deux."]),
    ("Demande II.1 : Un. Demande II.2 : Deux.", ["Un.", "Deux."]),
    ("Demande II.1 :\n\nUn.", []),
    (
      "Je vous demande un.\n\nJe vous demande deux.",
      ["Je vous demande un.", "Je vous demande deux."]
    ),
    ("Demande II.1 : Vous veillerez à :\n- un ;\n- deux.", ["Vous veillerez à : - un ; - deux."]),
    ("Sans objet.", []), ("", []),
    ("Un constat sans demande.", []), ("Néant", []),
    ("Vous me transmettrez le bilan. Et ceci.", ["Vous me transmettrez le bilan. Et ceci."]),
  ])
  func requestsAreItems(text: String, wanted: [String]) {
    #expect(Self.items(text).map(\.text.text) == wanted)
  }

  @Test(arguments: [
    ("Une marche est descellée.", ["Une marche est descellée."]), ("Titre court", []),
    ("Sans objet", []),
    ("C.1. Une marche.\n\nC.2. Une rampe.", ["Une marche.", "Une rampe."]),
  ])
  func observationsAreItems(text: String, wanted: [String]) {
    #expect(Self.items(text, .observations).map(\.text.text) == wanted)
  }

  @Test func contextGoesWithTheNextItem() {
    let found = Self.items(
      "Un écart.\n\nDemande II.1 : Un.\n\nUn autre.\n\nEncore.\n\nDemande II.2 : Deux.\n\nFin.")
    #expect(found.map(\.context.text) == ["Un écart.", "Un autre. Encore."])
  }

  @Test(arguments: [
    ("", true), ("Néant", true), ("NEANT.", true), ("Sans objet.", true), ("Aucune demande.", true),
    ("Pas d’observation", true), ("Un constat.", false), ("Néant.\n\nMais un constat.", false),
    ("Cette inspection n’a pas donné lieu à des demandes à traiter prioritairement.", false),
    ("L’inspection n’a pas donné lieu à des demandes à traiter prioritairement.", true),
  ])
  func emptySectionsAreTold(text: String, isEmpty: Bool) {
    let lines = LetterLines(text)
    let paragraphs = ParagraphBuilder.paragraphs(0..<lines.lines.count, of: lines)
    #expect(ItemParser.isEmptySection(paragraphs) == isEmpty)
  }

  @Test func itemsOfALetterLeadBackToIt() {
    var generator = SplitMix64(seed: 33)
    for _ in 0..<150 {
      let text = LetterFixture.old(a: generator.hostileLetter(30), b: generator.hostileLetter(20))
      let letter = LetterFixture.parse(text)
      let count = text.unicodeScalars.count
      #expect(letter == LetterFixture.parse(text), "same input, same letter")
      for item in letter.items {
        #expect(item.span.end <= count && !item.text.isEmpty)
        let first = item.text.unicodeScalars.first
        #expect(Array(text.unicodeScalars)[item.span.begin] == first)
        if let context = item.contextSpan { #expect(context.end <= count && !item.context.isEmpty) }
        #expect(item.context.unicodeScalars.count <= LetterParser.longestContext)
      }
      #expect(Set(letter.items.map(\.id)).count == letter.items.count)
      for (kind, own) in Dictionary(grouping: letter.items, by: \.section) {
        #expect(own.map(\.ordinal) == Array(1...own.count), "\(kind)")
      }
    }
  }

  @Test func aLetterWithoutANumberIsKnownByItsFile() {
    let letter = LetterFixture.parse(
      "A. Demandes d’actions correctives\n\nJe vous demande de corriger.", file: "x y.txt")
    #expect(letter.key == "x y.txt" && letter.items.map(\.id) == ["x y.txt#A1"])
    #expect(LetterFixture.letter().key == "INSSN-LYO-2024-0412")
  }

  @Test(arguments: [("", 0.0), ("Synthèse", 0.0), ("Inspection n° INSSN-LYO-2014-0688", 1.0 / 6)])
  func confidenceIsTheShareOfWhatIsKnown(text: String, confidence: Double) {
    #expect(abs(LetterFixture.parse(text).confidence - confidence) < 1e-9)
    #expect(
      LetterFixture.parse(LetterFixture.old(a: "Je vous demande de corriger.")).confidence == 1)
  }

  // MARK: Furniture and sentences

  @Test(arguments: [
    ("www.asn.fr", true), ("ASNR.fr • 15 rue", true),
    ("5 place Jules Ferry 69006 Lyon Cedex – Téléphone 04", true),
    ("Téléphone 04 – Télécopie 04", true), ("La rue du Cedex", false), ("", false),
    (String(repeating: "www.asn", count: 40), false),
  ])
  func addressesAreFurniture(line: String, isAddress: Bool) {
    #expect(PageFurniture.isAddress(line.folded) == isAddress)
  }

  @Test func titlesThatRunOverPagesAreFurniture() {
    let pages = ["un", "deux", "trois", "quatre"].enumerated().map { place, word in
      "CODEP-LYO-2014-008798\n\nLa page \(word) a son propre texte.\n\nPage \(place + 1) sur 4"
    }
    let lines = LetterLines(pages.joined(separator: "\n\u{0C}")).lines
    #expect(lines.filter(\.isFurniture).count == 8)
    let two = LetterLines(pages.prefix(2).joined(separator: "\n\u{0C}")).lines
    #expect(two.filter(\.isFurniture).count == 2, "two pages do not tell")
  }

  @Test func theEndOfASentenceIsNoTitle() {
    let page = "suite de la phrase sans délai.\n\nUn texte propre à la page"
    let pages = ["une", "deux", "trois", "quatre"].map { "\(page) \($0), qui continue en" }
    let lines = LetterLines(pages.joined(separator: "\n\u{0C}")).lines
    #expect(lines.allSatisfy { !$0.isFurniture })
  }

  @Test func whatStandsOftenIsText() {
    let page =
      "Je vous demande de corriger.\n\nJe vous demande de corriger.\n\nJe vous demande de corriger.\n"
    let lines = LetterLines(Array(repeating: page, count: 5).joined(separator: "\u{0C}")).lines
    #expect(lines.allSatisfy { !$0.isFurniture })
  }

  @Test func sentencesAlwaysCoverTheirPassage() {
    var generator = SplitMix64(seed: 34)
    for _ in 0..<200 {
      let passage = LetterFixture.passage(generator.hostileLetter(generator.below(30)))
      let ranges = SentenceSplitter.ranges(passage)
      #expect(ranges.isEmpty == passage.isEmpty)
      #expect(ranges.first?.lowerBound ?? 0 == 0 && ranges.last?.upperBound ?? 0 == passage.count)
      for (left, right) in zip(ranges, ranges.dropFirst()) {
        #expect(left.upperBound == right.lowerBound)
      }
    }
  }

  @Test(arguments: [
    ("a\nb", 2), ("a\r\nb", 2), ("a\rb", 2), ("a\u{85}b", 2), ("a\u{2028}b\u{2029}c", 3), ("", 1),
    ("\n", 2),
    ("a\u{0C}b", 2), ("a\u{0B}b", 2),
  ])
  func linesArePartedAtEveryMark(text: String, count: Int) {
    #expect(LetterLines(text).lines.count == count)
  }

  @Test func pagesAreCounted() {
    let lines = LetterLines("a\u{0C}b\n\u{0C}c").lines
    #expect(lines.map(\.page) == [0, 1, 1, 2])
    #expect(
      LetterLines(String(repeating: "\n", count: 300_000)).lines.count == LetterLines.lineLimit)
  }
}
