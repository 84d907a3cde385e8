import Review
import Testing

@testable import Restaurants

@Suite struct AlimConfianceReaderTests {
  private static let header2021 =
    "APP_Libelle_activite_etablissement;APP_Libelle_etablissement;Adresse_2_UA;Code_postal;"
    + "Libelle_commune;Date_inspection;Synthese_eval_sanit;Agrement;geores;Numero_inspection;SIRET"

  private func expectUsual(_ inspection: Inspection) {
    #expect(inspection.number == "26-000123-1")
    #expect(inspection.siret == "00012345600016")
    #expect(inspection.name == "LA TABLE D'ESSAI")
    #expect(inspection.address == "12 RUE DES LILAS")
    #expect(inspection.postcode == "09001")
    #expect(inspection.commune == "Port-Lavande")
    #expect(inspection.activities == ["Restaurant", "Traiteur"])
    #expect(inspection.outcome == .toImprove)
    #expect(inspection.date?.iso == "2026-03-22")
    #expect(inspection.approval == "99001001")
    #expect(inspection.location == Coordinate(latitude: 43.5, longitude: 3.9))
  }

  /// The same inspection in each form the State has published.
  static let forms: [(String, String)] = [
    (
      "2021.csv",
      header2021 + "\r\nRestaurant|Traiteur;LA TABLE D'ESSAI;12 RUE DES LILAS;09001;Port-Lavande;"
        + "2026-03-22;A améliorer;99001001;43.5,3.9;26-000123-1;00012345600016\r\n"
    ),
    (
      "2017.csv",
      "APP_Libelle_etablissement,SIRET,Adresse_2_UA,Code_postal,Libelle_commune,Numero_inspection,"
        + "Date_inspection,APP_Libelle_activite_etablissement,Synthese_eval_sanit,Agrement,geores\n"
        + "LA TABLE D'ESSAI,00012345600016,12 RUE DES LILAS,09001,Port-Lavande,26-000123-1,"
        + "2026-03-22,Restaurant|Traiteur,À améliorer,99001001,\"43.5, 3.9\"\n"
    ),
    (
      "2018.csv",
      "\u{FEFF}filtre;APP_Libelle_activite_etablissement;APP_Libelle_etablissement;ods_adresse;"
        + "Code_postal;Libelle_commune;Synthese_eval_sanit;geores;SIRET;Date_inspection;"
        + "Numero_inspection;Agrement;ods_type_activite\n"
        + "Restaurants;Restaurant|Traiteur|Restaurant;LA TABLE D'ESSAI;12 RUE DES LILAS;9001;"
        + "Port-Lavande;A AMELIORER;43.5, 3.9;00012345600016;2026-03-22T01:00:00+01:00;"
        + "26-000123-1;99001001;Autres\n"
    ),
    (
      "api.json",
      """
      {"total_count": 1, "results": [{"app_libelle_activite_etablissement":
      ["Restaurant", "Traiteur"], "app_libelle_etablissement": "LA TABLE D'ESSAI",
      "ods_adresse": "12 RUE DES LILAS", "code_postal": "09001", "libelle_commune": "Port-Lavande",
      "app_code_synthese_eval_sanit": "A améliorer", "geores": {"lon": 3.9, "lat": 43.5},
      "siret": "00012345600016", "date_inspection": "2026-03-21T23:00:00+00:00",
      "numero_inspection": "26-000123-1", "agrement": "99001001", "filtre": null}]}
      """
    ),
    (
      "export.json",
      """
      [{"app_libelle_activite_etablissement": ["Restaurant", "Traiteur"],
      "app_libelle_etablissement": "LA TABLE D'ESSAI", "ods_adresse": "12 RUE DES LILAS",
      "code_postal": "09001", "libelle_commune": "Port-Lavande",
      "synthese_eval_sanit": "a ameliorer", "geores": [43.5, 3.9],
      "siret": "000 123 456 00016", "date_inspection": "2026-03-22",
      "numero_inspection": "26-000123-1", "agrement": "99001001"}]
      """
    ),
    (
      "records.json",
      """
      {"records": [{"recordid": "x", "fields": {"app_libelle_activite_etablissement":
      "Restaurant|Traiteur", "app_libelle_etablissement": "LA TABLE D'ESSAI", "ods_adresse":
      "12 RUE DES LILAS", "code_postal": "09001", "libelle_commune": "Port-Lavande",
      "synthese_eval_sanit": "À améliorer", "geores": "43.5,3.9", "siret": "00012345600016",
      "date_inspection": "22/03/2026", "numero_inspection": "26-000123-1",
      "agrement": "99001001"}}]}
      """
    ),
  ]

  @Test(arguments: forms.indices) func readsEveryForm(_ index: Int) throws {
    let (name, text) = Self.forms[index]
    let outcome = try ReadingFixture.read(name, text)
    #expect(outcome.refusals == [], "\(name)")
    #expect(outcome.sources.inspections.count == 1)
    let inspection = try #require(outcome.sources.inspections.first)
    expectUsual(inspection)
    #expect(inspection.file == name)
    #expect(outcome.sources.files.first?.rows == 1)
  }

  private func read(_ rows: [String]) throws -> ReadingFixture.Outcome {
    try ReadingFixture.read(
      "c.csv", ([Self.header2021] + rows).joined(separator: "\n") + "\n")
  }

  private func row(
    outcome: String = "Satisfaisant", date: String = "2026-01-02", number: String = "1",
    siret: String = "00012345600016", location: String = "43.5,3.9", name: String = "ESSAI",
    activity: String = "Restaurant", address: String = ""
  ) -> String {
    "\(activity);\(name);\(address);99001;Port;\(date);\(outcome);;\(location);\(number);\(siret)"
  }

  @Test(arguments: [
    ("Très satisfaisant", Inspection.Outcome.verySatisfactory),
    ("TRES SATISFAISANT", .verySatisfactory),
    ("Satisfaisant", .satisfactory), ("satisfaisant ", .satisfactory), ("A améliorer", .toImprove),
    ("À améliorer", .toImprove), ("A ameliorer", .toImprove),
    ("A corriger de manière urgente", .urgent), ("À corriger de manière urgente", .urgent),
    ("À CORRIGER DE MANIERE URGENTE", .urgent),
  ])
  func readsLevels(_ text: String, _ level: Inspection.Outcome) throws {
    #expect(try OutcomeText.outcome(text) == level)
  }

  @Test func keepsRowsToBePredicted() throws {
    let outcome = try read([row(outcome: "")])
    #expect(outcome.refusals == [])
    #expect(outcome.sources.inspections.map(\.outcome) == [nil])
    let none = try ReadingFixture.read(
      "sans.csv",
      "APP_Libelle_activite_etablissement;APP_Libelle_etablissement;SIRET\nR;X;00012345600016\n")
    #expect(none.sources.inspections.count == 1)
  }

  @Test func refusesShiftedAndDamagedRows() throws {
    let outcome = try read([
      row(outcome: "PORT-LAVANDE", number: "1"), row(siret: "3.02E+13"), row(siret: "123456780001"),
      row(date: "0000-00-00"), row(date: "9999-12-31"), row(location: "rue des lilas"),
      row(number: "2").replacingOccurrences(of: ";Port;", with: ";Port;Lavande;"),
      row(siret: "", name: ""), row(number: "9"),
    ])
    #expect(outcome.refusals.map(\.line) == [2, 3, 4, 5, 6, 7, 8, 9])
    #expect(outcome.refusals.first?.found == "PORT-LAVANDE")
    #expect(outcome.sources.inspections.map(\.line) == [10])
    #expect(outcome.sources.files.first?.refused == 8)
  }

  @Test func readsPlaceholdersAsNothing() throws {
    let outcome = try read([
      row(siret: "P00000230002", location: "_", address: "_"), row(number: "2", location: "0,0"),
    ])
    #expect(outcome.refusals == [])
    let first = try #require(outcome.sources.inspections.first)
    #expect(first.siret == "P00000230002")
    #expect(first.address == "")
    #expect(outcome.sources.inspections.map(\.location) == [nil, nil])
  }

  @Test func countsRepetitionsAndRefusesContradictions() throws {
    let outcome = try read([
      row(), row(), row(activity: "Traiteur", address: "3 QUAI"), row(outcome: "A améliorer"),
      row(date: "2026-01-03"), row(siret: "00012345600024"),
    ])
    #expect(outcome.sources.inspections.count == 2)
    #expect(outcome.sources.repeatedInspections == 2)
    #expect(outcome.sources.inspections.first?.activities == ["Restaurant", "Traiteur"])
    #expect(outcome.sources.inspections.first?.address == "3 QUAI")
    #expect(outcome.refusals.map(\.line) == [5, 6])
    #expect(outcome.refusals.first?.expected.fr.contains("ligne 2 de c.csv") == true)
  }

  @Test func completesAnOutcomeThatCameLater() throws {
    let outcome = try read([row(outcome: "", location: "_"), row()])
    #expect(outcome.sources.inspections.map(\.outcome) == [.satisfactory])
    #expect(outcome.sources.inspections.first?.location != nil)
  }

  @Test func tellsInspectionsWithoutNumberApartByTheirDay() throws {
    let outcome = try read([
      row(number: ""), row(date: "2026-02-02", number: ""), row(number: ""),
    ])
    #expect(outcome.sources.inspections.count == 2)
    #expect(outcome.sources.repeatedInspections == 1)
  }
}
