import Foundation
import Language
import Learning
import Review
import Testing

@testable import Letters

/// The fields above the salutation, form by form.
@Suite struct LetterheadTests {
  private static func head(_ text: String) -> Letterhead {
    let source = LetterLines(text)
    return Letterhead(source, head: 0..<source.lines.count)
  }

  private static func filled(_ text: String) -> Letter {
    var letter = Letter(file: "l.txt", text: text)
    LetterheadParser(head(text)).fill(&letter)
    return letter
  }

  // MARK: Days

  @Test(
    arguments: [
      ("Lyon, le 3 mars 2014", "2014-03-03"), ("À Lyon, le 1er février 2024", "2024-02-01"),
      ("Lyon le 29 février 2024", "2024-02-29"), ("LYON, LE 03/03/2014", "2014-03-03"),
      ("Châlons-en-Champagne, le 31 décembre 2013", "2013-12-31"),
      ("Lyon, le 31 février 2014", nil),
      ("Inspection à Lyon, le 3 mars 2014", nil),
      ("Objet : visite à Lyon, le 3 mars 2014", "2014-03-03"),
      ("Lyon", nil), ("", nil), ("3 mars 2014", "2014-03-03"),
      ("[1] Arrêté, le 7 février 2012", nil),
    ] as [(String, String?)])
  func theLettersDay(line: String, day: String?) {
    #expect(Self.filled(line).date?.iso == day)
  }

  @Test(arguments: [
    ("Inspection n° INSSN-LYO-2014-0688 du 3 mars 2014", ["2014-03-03"]),
    ("Inspection du 4 mars 2014 et du 3 mars 2014", ["2014-03-03", "2014-03-04"]),
    ("Inspection des\n3 mars 2014", ["2014-03-03"]), ("Lettre du 3 mars 2014", []),
    ("[1] Inspection du 3 mars 2014", []), ("Inspection du 31 juin 2014", []),
  ])
  func theDaysOfTheVisit(text: String, days: [String]) {
    #expect(Self.filled(text).visitDates.map(\.iso) == days)
  }

  // MARK: Numbers

  @Test(arguments: [
    ("N/Réf. : CODEP-LYO-2014-008798", "", "CODEP-LYO-2014-008798"),
    ("V/Réf. : CODEP-LYO-2013-000001\nN/Réf. : CODEP-LYO-2014-008798", "", "CODEP-LYO-2014-008798"),
    ("Votre courrier CODEP-LYO-2013-000001", "", ""), ("[2] CODEP-LYO-2013-000001", "", ""),
    ("Inspection n° INSSN-LYO-2014-0688", "INSSN-LYO-2014-0688", ""),
    (
      "INSSN-LYO-2012-0001 (inspection précédente)\nInspection n° INSSN-LYO-2014-0688",
      "INSSN-LYO-2014-0688", ""
    ),
    ("voir INSSN-LYO-2012-0001\nInspection n° INSSN-LYO-2014-0688", "INSSN-LYO-2014-0688", ""),
    ("INSSN-LYO-\n2014-0688", "INSSN-LYO-2014-0688", ""), ("", "", ""),
  ])
  func theLettersOwnNumbers(text: String, inspection: String, reference: String) {
    let letter = Self.filled(text)
    #expect(letter.inspection == inspection && letter.reference == reference)
  }

  @Test func referencesAreJoinedLineByLine() {
    let head = Self.head(
      "Réf. : [1] Code de l’environnement,\nnotamment son livre V\n[2] Arrêté du 7 février 2012\n\n[3] non\n"
    )
    #expect(
      head.references == [
        "[1] Code de l’environnement, notamment son livre V", "[2] Arrêté du 7 février 2012",
      ])
    #expect(Self.head("voir [1] ici\n[12345] non\n[a] non").references.isEmpty)
    #expect(Self.head("[1] " + String(repeating: "a", count: 900)).references.map(\.count) == [400])
  }

  // MARK: Subject, site and installations

  @Test(arguments: [
    ("Objet : Contrôle des INB – CNPE du Bugey – INB n° 78 et 89", "CNPE du Bugey", ["78", "89"]),
    ("Objet : Centrale nucléaire de Penly", "Centrale nucléaire de Penly", []),
    ("OBJET : Inspection - Clinique du Parc - Radiothérapie", "Clinique du Parc", []),
    ("Objet : Contrôle\nCNPE de Cruas, INB n° 111", "CNPE de Cruas", ["111"]),
    ("Objet : CEA Cadarache (INB n°25)", "CEA Cadarache", ["25"]),
    ("Monsieur le directeur du CNPE de Golfech", "CNPE de Golfech", []),
    ("Madame la directrice de l’hôpital", "", []), ("Objet : Lettre de suite", "", []),
    ("", "", []),
    ("Monsieur le Directeur de l’Institut Curie", "Institut Curie", []),
  ])
  func theSiteOfALetter(text: String, site: String, installations: [String]) {
    let letter = Self.filled(text)
    #expect(letter.site == site && letter.installations == installations)
  }

  @Test(arguments: [
    ("INB n° 111 et 112", ["111", "112"]), ("INB n°s 124, 125 et 126", ["124", "125", "126"]),
    ("INB 78", ["78"]), ("INB n°116", ["116"]), ("INB n°012 et n°012", ["12"]),
    ("INB n\n\no\n116", ["116"]),
    ("INB n° 33 – INB n° 38", ["33", "38"]), ("INB nos 1, 1, 1", ["1"]), ("INB n° 2014 du 3", []),
    ("INB", []), ("aucune", []), ("", []), ("INB n° 111 du 3 mars", ["111"]),
    ("INB " + (1...60).map(String.init).joined(separator: ", "), (1...20).map(String.init)),
  ])
  func installationsAreListedOnce(text: String, numbers: [String]) {
    #expect(SitePlace.installations(text) == numbers)
  }

  @Test(arguments: [
    ("CNPE du Bugey", "EDF"), ("Centrale nucléaire de Penly", "EDF"), ("EDF – UTO", "EDF"),
    ("Orano La Hague", "Orano"),
    ("usine de La Hague", "Orano"), ("Melox", "Orano"), ("CEA Saclay", "CEA"), ("Andra", "Andra"),
    ("Framatome Romans", "Framatome"), ("ITER", "ITER"), ("Clinique du Parc", ""), ("", ""),
    ("océan", ""),
  ])
  func operatorsAreKnownByTheirSite(site: String, name: String) {
    #expect(SitePlace.operatorName(site) == name)
  }

  @Test(arguments: [
    ("Inspection n° INSNP-LIL-2020-0464", "NPX"), ("Objet : CNPE du Bugey", "REP"),
    ("Inspection n° INSSN-LYO-2014-0688", "LUDD"), ("Objet : CEA – INB n° 25", "LUDD"),
    ("Objet : Clinique", ""),
  ])
  func theSector(text: String, sector: String) {
    #expect(Self.filled(text).sector == sector)
  }

  // MARK: Theme and division

  @Test(arguments: [
    ("Thème : « Incendie »", "Incendie"), ("Thème : Incendie.", "Incendie"),
    ("THEME : \"Incendie\"", "Incendie"),
    ("Inspection sur le thème “Incendie”", "Incendie"),
    ("sur le thème « Gestion\ndes déchets »", "Gestion des déchets"),
    ("Thème : «  »", "«  »"), ("le thème", ""), ("", ""),
    ("Thème : " + String(repeating: "a", count: 500), String(repeating: "a", count: 200)),
  ])
  func theTheme(text: String, theme: String) {
    let found = Self.filled(text).theme
    #expect(found == theme || theme == "«  »" && found.isEmpty, "\(found)")
  }

  @Test(arguments: [
    ("DIVISION DE LYON", "Lyon"), ("Division de Châlons-en-Champagne", "Châlons-en-Champagne"),
    ("DIVISION DE BORDEAUX", "Bordeaux"), ("DIVISION D’ORLÉANS", ""), ("DIVISION DE ", ""),
    ("la division de Lyon", ""),
  ])
  func theDivision(text: String, division: String) {
    #expect(Self.filled(text).division == division)
  }

  @Test func nothingAfterTheSalutationIsTheHead() {
    let text =
      "Lyon\n\nMonsieur le directeur,\n\nObjet : CNPE de Penly\nLyon, le 3 mars 2014\n[1] Arrêté"
    let head = Self.head(text)
    #expect(head.beforeSalutation.map(\.text) == ["Lyon", ""])
    #expect(head.subject.isEmpty && head.references.isEmpty)
    #expect(Self.filled(text).date == nil)
  }

  @Test func aLongHeadIsBounded() {
    let head = Self.head(String(repeating: "Objet : CNPE\n", count: 5_000))
    #expect(head.lines.count <= 120)
  }

  @Test func hostileHeadsAreSurvivedAndTheSameEachTime() {
    var generator = SplitMix64(seed: 21)
    for _ in 0..<150 {
      let text = generator.hostileLetter(generator.below(50))
      let (one, two) = (Self.filled(text), Self.filled(text))
      #expect(one == two)
      #expect(one.theme.count <= 200 && one.site.count <= 120 && one.visitDates.count <= 31)
      #expect(one.visitDates == one.visitDates.sorted())
    }
  }

  // MARK: Invariances of a whole letter

  private static let plain = LetterFixture.old(
    a: "La porte était ouverte.\n\nJe vous demande de la fermer sous deux mois.",
    b: "Vous me transmettrez le bilan.", c: "C.1. Une marche est descellée.")

  private static func summary(_ letter: Letter) -> [String] {
    [
      letter.inspection, letter.reference, letter.date?.iso ?? "", letter.site.folded,
      letter.theme.folded,
      letter.installations.joined(separator: " "), letter.layout.rawValue,
      letter.answerDeadline?.date?.iso ?? "",
    ] + letter.items.map { "\($0.id) \($0.text.folded) \($0.deadline?.date?.iso ?? "")" }
  }

  @Test(arguments: [
    "lines of Windows", "no-break spaces", "straight apostrophes", "other dashes",
    "byte order mark",
    "trailing spaces", "capitals in titles", "titles without accents", "decomposed accents", "tabs",
  ])
  func theWayOfWritingChangesNothing(change: String) {
    let text = Self.plain
    let changed =
      switch change {
      case "lines of Windows": text.replacing("\n", with: "\r\n")
      case "no-break spaces": text.replacing(" : ", with: "\u{A0}: ")
      case "straight apostrophes": text.replacing("’", with: "'")
      case "other dashes":
        text.replacing("–", with: "—").replacing("INSSN-LYO-", with: "INSSN–LYO–")
      case "byte order mark": "\u{FEFF}" + text
      case "trailing spaces": text.replacing("\n", with: "   \n")
      case "capitals in titles":
        text.replacing(
          "A. Demandes d’actions correctives", with: "A. DEMANDES D’ACTIONS CORRECTIVES")
      case "titles without accents":
        text.replacing("SYNTHÈSE", with: "SYNTHESE").replacing("Compléments", with: "Complements")
      case "decomposed accents": text.decomposedStringWithCanonicalMapping
      default: text.replacing("Inspection n° ", with: "Inspection\tn° ")
      }
    let scalars = { (text: String) in Array(text.unicodeScalars) }
    #expect(scalars(changed) != scalars(text), "the change changes something")
    #expect(Self.summary(LetterFixture.parse(changed)) == Self.summary(LetterFixture.parse(text)))
  }
}
