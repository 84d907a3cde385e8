import Foundation
import Testing

@testable import Tables

@Suite struct ColumnMappingTests {
  private let usual = ColumnMapping([
    "text": ["texte", "review", "commentaire"], "rating": ["note", "rating"],
    "date": ["date_avis", "date"],
  ])

  @Test func guessesWithoutRegardToCaseAndAccents() {
    let header = TableHeader(["NOTE", "Date-Avis", "Commentaire ", "autre"])
    #expect(
      usual.guess(from: header).names == [
        "text": ["Commentaire "], "rating": ["NOTE"], "date": ["Date-Avis"],
      ])
    #expect(usual.matches(header) == 3)
  }

  @Test func resolvesPlaces() throws {
    let columns = try usual.resolve(
      in: TableHeader(["review", "x", "rating"]), file: "t.csv", required: ["text"])
    #expect(columns["text"] == 0)
    #expect(columns["rating"] == 2)
    #expect(columns["date"] == nil)
  }

  @Test func takesPreferredNamesFirst() throws {
    let mapping = usual.preferring(ColumnMapping(["text": ["Message"], "place": ["Lieu"]]))
    let columns = try mapping.resolve(in: TableHeader(["texte", "message", "lieu"]), file: "t.csv")
    #expect(columns["text"] == 1)
    #expect(columns["place"] == 2)
  }

  @Test func namesWhatIsMissing() {
    do {
      _ = try usual.resolve(
        in: TableHeader(["a", "b"]), file: "t.csv", required: ["text", "rating"])
      Issue.record("expected an error")
    } catch {
      #expect(error.problem == .columns)
      #expect(error.refusal.found == "a | b")
      #expect(error.refusal.expected.fr == "colonne(s) texte, note")
    }
  }

  @Test func refusesAnAmbiguousColumn() {
    #expect(
      problem {
        _ = try usual.resolve(in: TableHeader(["texte", "note", "note"]), file: "t.csv")
      } == .columns)
    // A duplicate that nobody needs does not matter.
    #expect(
      problem { _ = try usual.resolve(in: TableHeader(["texte", "z", "z"]), file: "t.csv") } == nil)
  }

  @Test func isSavedAsAPlainObject() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let mapping = ColumnMapping(["date": ["Date avis"], "rating": ["Etoiles"]])
    let data = try encoder.encode(mapping)
    #expect(
      String(decoding: data, as: UTF8.self) == #"{"date":["Date avis"],"rating":["Etoiles"]}"#)
    #expect(try JSONDecoder().decode(ColumnMapping.self, from: data) == mapping)
  }

  @Test(arguments: [
    ("Date de l'avis", "datedelavis"), ("N° Œuvre", "noeuvre"), ("  SIRET ", "siret"),
    ("id_avis", "idavis"), ("É", "e"), ("***", ""),
  ])
  func makesKeys(_ name: String, _ key: String) {
    #expect(ColumnName.key(name) == key)
  }
}
