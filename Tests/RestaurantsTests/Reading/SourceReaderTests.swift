import Foundation
import Review
import Tables
import Testing

@testable import Restaurants

@Suite struct SourceReaderTests {
  private static let inspections =
    "APP_Libelle_activite_etablissement;APP_Libelle_etablissement;SIRET;Synthese_eval_sanit\n"
    + "Restaurant;ESSAI;00012345600016;Satisfaisant\n"
  private static let reviews = "etablissement;note;texte\nEssai;4;Bien\n"
  private static let places =
    "nom;adresse;note_globale;nb_avis\nEssai;\"1 rue, 99001 Port\";4,5;1 200\n"
  private static let labels =
    "id_avis\tsanitaire\ttype\tstrate\tpoids\na\t1\tD\tneg\t2.023\nb\t\t\tneg\t1\nc\t0\t\tpos\t1\n"
    + "d\t2\t\tpos\t1\n"

  @Test func findsOutWhatFilesHold() throws {
    let fixture = try ReadingFixture()
    let reader = SourceReader(pseudonymSalt: "sel")
    let cases: [(String, String, SourceKind)] = [
      ("i.csv", Self.inspections, .inspections), ("r.csv", Self.reviews, .reviews),
      ("p.csv", Self.places, .places), ("l.tsv", Self.labels, .sanitaryLabels),
      ("g.csv", "rating,text,time\n5,x,1531170190\n", .reviews),
      ("d.json", "{\"nom\": \"X\", \"adresse\": \"Y\", \"avis\": []}", .reviews),
      ("p.json", "[{\"name\": \"X\", \"lat\": 1, \"lng\": 2}]", .places),
      (
        "i.json", "{\"results\": [{\"siret\": \"1\", \"synthese_eval_sanit\": \"\"}]}", .inspections
      ),
    ]
    for (name, text, kind) in cases {
      #expect(try reader.kind(of: fixture.file(name, text)) == kind, "\(name)")
    }
  }

  @Test func saysWhatItDoesNotKnow() throws {
    let fixture = try ReadingFixture()
    let url = try fixture.file("notes.csv", "a;b;c\n1;2;3\n")
    do {
      _ = try SourceReader(pseudonymSalt: "").kind(of: url)
      Issue.record("expected an error")
    } catch let EngineError.unreadable(refusal) {
      #expect(refusal.file == "notes.csv")
      #expect(refusal.found == "a | b | c")
      #expect(refusal.expected.fr.contains("Alim'confiance"))
    }
  }

  @Test func readsAFolder() throws {
    let fixture = try ReadingFixture()
    try fixture.file("1.csv", Self.inspections)
    try fixture.file("2.csv", Self.reviews)
    try fixture.file("3.csv", Self.places)
    try fixture.file("4.tsv", Self.labels)
    try fixture.file("5.csv", "a;b\n1;2\n")
    try fixture.file("6.json", "{\"a\": ")
    try fixture.file("7.csv", "")
    try fixture.file("image.png", "\0")
    let outcome = try ReadingFixture.read([fixture.folder])
    #expect(outcome.sources.inspections.count == 1)
    #expect(outcome.sources.reviews.count == 1)
    #expect(outcome.sources.places.first?.reviewCount == 1200)
    #expect(outcome.sources.labels.map(\.isReport) == [true, nil, false])
    #expect(outcome.sources.labels.map(\.types) == ["D", "", ""])
    #expect(outcome.sources.labels.first?.weight == 2.023)
    #expect(outcome.sources.files.map(\.name) == ["1.csv", "2.csv", "3.csv", "4.tsv"])
    #expect(outcome.sources.files.map(\.rows) == [1, 1, 1, 3])
    #expect(outcome.refusals.map(\.file) == ["4.tsv", "5.csv", "6.json", "7.csv"])
    #expect(outcome.refusals.map(\.line) == [5, nil, nil, nil])
  }

  @Test func givesTheHashOfEachFile() throws {
    let outcome = try ReadingFixture.read("r.csv", "note;texte\n4;Bien\n")
    // Computed with sha256sum.
    #expect(
      outcome.sources.files.first?.sha256
        == "cdaab08a5d3dbc2e5fde33f65c65dc255c89d451d3d32eed1aadba9e5af8f60e")
  }

  @Test func failsWhenNothingCanBeRead() throws {
    let fixture = try ReadingFixture()
    let missing = fixture.folder.appendingPathComponent("absent.csv")
    #expect(throws: EngineError.self) { try ReadingFixture.read([missing]) }
    let unknown = try fixture.file("x.csv", "a;b\n1;2\n")
    #expect(throws: EngineError.self) { try ReadingFixture.read([unknown]) }
    // One bad file does not cost the others.
    let good = try fixture.file("r.csv", Self.reviews)
    let outcome = try ReadingFixture.read([missing, unknown, good])
    #expect(outcome.sources.reviews.count == 1)
    #expect(outcome.refusals.count == 2)
  }

  @Test func keepsWhatComesBeforeAnError() throws {
    let outcome = try ReadingFixture.read(
      "r.csv",
      "etablissement;note;texte\nEssai;4;Bien\n" + String(repeating: "\"x;1;Bof\n", count: 300))
    #expect(outcome.sources.reviews.count == 1)
    #expect(outcome.sources.files.map(\.rows) == [1])
    #expect(outcome.refusals.count == 101)
  }

  @Test func reportsProgressAndStopsWhenAsked() throws {
    let fixture = try ReadingFixture()
    let rows = (0..<10_000).map { "Essai;4;Avis numéro \($0)" }.joined(separator: "\n")
    let url = try fixture.file("r.csv", "etablissement;note;texte\n" + rows + "\n")
    let reader = SourceReader(pseudonymSalt: "")
    var heard: [Int] = []
    _ = try reader.read([url], progress: { heard.append($0.done) }, refused: { _ in })
    #expect(heard.count >= 3)
    #expect(heard == heard.sorted())
    #expect(throws: CancellationError.self) {
      try reader.read([url], isCancelled: { true }, refused: { _ in })
    }
  }

  @Test func refusesTwoPlacesOfOneName() throws {
    let outcome = try ReadingFixture.read(
      "p.csv",
      "nom;adresse;latitude;longitude\nEssai;1 rue A;43.5;3.9\nEssai;2 rue B;43.6;3.9\n"
        + "Essai;1 rue A;43.5;3.9\nAutre;;95;3\n")
    #expect(outcome.sources.places.count == 1)
    #expect(outcome.refusals.map(\.line) == [3, 5])
  }

  @Test(arguments: [
    ("12 rue des Lilas, 99001 Port-Lavande France", "99001"),
    ("40 Rue Saint Jean 99005, 99006 Ville", "99006"), ("12345678 rue", ""), ("", ""),
    ("1 bis rue 5", ""),
  ])
  func findsPostcodes(_ address: String, _ postcode: String) {
    #expect(PlaceReader.postcode(in: address) == postcode)
  }
}
