import Foundation
import Review
import Testing

@testable import Inspections

/// Files as Naïades, SISE-Eaux and Hub'Eau deliver them, and as accidents leave them.
@Suite struct ExportTests {
  private static let analyses =
    "CdStationMesureEauxSurface;LbStationMesureEauxSurface;CdSupport;LbSupport;CdFractionAnalysee;"
    + "LbFractionAnalysee;DatePrel;CdParametre;LbLongParamètre;RsAna;CdUniteMesure;SymUniteMesure;"
    + "CdRqAna;MnemoRqAna;LdAna;LqAna;MnemoStatutAna;LbQualAna;CdInsituAna;NomRdd\n"
    + "06011000;TILLE À ARCEAU;3;Eau;23;Eau brute;2019-03-14;1340;Nitrates;22,5;162;mg(NO3)/L;1;"
    + "Domaine de validité;;0,5;Donnée contrôlée;Correcte;2;RCS\n"
    + "06011000;TILLE À ARCEAU;3;Eau;23;Eau brute;2019-03-14;1506;Glyphosate;0,02;133;µg/L;10;"
    + "Résultat < au seuil de quantification;0,01;0,02;Donnée contrôlée;Correcte;2;RCS\n"
  private static let stations =
    "CdStationMesureEauxSurface,LbStationMesureEauxSurface,CoordXStationMesureEauxSurface,"
    + "CoordYStationMesureEauxSurface,CdProjStationMesureEauxSurface,LbCommune,CdDepartement,"
    + "LgCoursEau\n06011000,TILLE À ARCEAU,868000,6705000,26,ARCEAU,21,999\n"
  private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private func latin1(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : 0x3F }
  }

  private func read(_ name: String, _ data: Data) throws -> (InspectionSources, Listener) {
    let scratch = try Scratch()
    let listener = Listener()
    let url = try scratch.file(name, data)
    return (try SourceReader(salt: "s").read([url], observer: listener), listener)
  }

  /// The mark of the first name, Latin-1 in one entry and UTF-8 in the other, commas and semicolons,
  /// entries that the panel has no use for: all of it in one archive, as users report it.
  @Test(arguments: [false, true])
  func naiadesArchivesAreRead(_ isLatin: Bool) throws {
    let archive = StoredZip.data([
      ("Analyses.CSV", isLatin ? latin1(Self.analyses) : Self.mark + Array(Self.analyses.utf8)),
      ("Stations.CSV", isLatin ? Self.mark + Array(Self.stations.utf8) : latin1(Self.stations)),
      ("ListesFauneFlore.CSV", Array("CdStationMesureEauxSurface;CdAppelTaxon\n06011000;1\n".utf8)),
      ("Operation.CSV", Array("CdStationMesureEauxSurface;DateDebut\n06011000;2020-01-01\n".utf8)),
      ("lisez-moi.pdf", [0x25, 0x50]),
    ])
    let (sources, listener) = try read("naiades.zip", archive)
    #expect(listener.refusals.isEmpty, "\(listener.refusals.first?.sentence.en ?? "")")
    let rows = sources.measurements.measurements
    #expect(rows.map(\.parameter) == [1340, 1506])
    #expect(rows[0].value == 22.5 && rows[0].censoring == .none)
    #expect(rows[1].censoring == .belowQuantification && abs(rows[1].value - 0.02) < 1e-6)
    let station = try #require(sources.stations.stations["06011000"])
    #expect(station.name == "TILLE À ARCEAU" && station.commune == "ARCEAU")
    #expect(abs((station.location?.latitude ?? 0) - 47.4) < 0.2)
    #expect(sources.files.map(\.name).contains("naiades.zip/Analyses.CSV"))
  }

  @Test func anArchiveCutInTheMiddleIsRefusedByName() throws {
    let archive = StoredZip.data([("Analyses.CSV", Array(Self.analyses.utf8))])
    let scratch = try Scratch()
    let listener = Listener()
    let cut = try scratch.file("cut.zip", archive.prefix(archive.count / 2))
    let whole = try scratch.file("whole.zip", archive)
    let sources = try SourceReader(salt: "s").read([cut, whole], observer: listener)
    #expect(listener.refusals.map(\.file) == ["cut.zip"])
    #expect(sources.measurements.measurements.count == 2)
  }

  /// Every byte of an archive may be wrong: a refusal, never a crash.
  @Test func archivesWithWrongBytesNeverCrash() throws {
    let archive = StoredZip.data([
      ("Analyses.CSV", Array(Self.analyses.utf8)), ("Stations.CSV", Array(Self.stations.utf8)),
    ])
    let scratch = try Scratch()
    for place in stride(from: 0, to: archive.count, by: 13) {
      var wrong = archive
      wrong[place] ^= 0x5A
      let url = try scratch.file("w.zip", wrong)
      _ = try? SourceReader(salt: "s").read([url], observer: Listener())
    }
  }

  @Test(arguments: [
    ("mg/L", 31.0), ("162", 31.0), ("", 31.0), ("MG/L", 31.0), ("µg/L", 0.031), ("mg(N)/L", 137.2),
  ])
  func unitsOfDrinkingWaterAreChecked(_ unit: String, _ value: Double) throws {
    let (sources, listener) = try drinking(unit: unit, code: "1340", value: "31")
    #expect(listener.refusals.isEmpty)
    let found = try #require(sources.measurements.measurements.first)
    #expect(abs(Double(found.value) - value) < 0.1)
  }

  @Test func aUnitOfAnotherKindIsRefusedWhereALimitIsCompared() throws {
    let (sources, listener) = try drinking(unit: "Bq/L", code: "1340", value: "31")
    #expect(sources.measurements.isEmpty)
    #expect(listener.refusals.map(\.found) == ["Bq/L"])
    let (other, quiet) = try drinking(unit: "unités inconnues", code: "1302", value: "7,2")
    #expect(quiet.refusals.isEmpty && other.measurements.measurements.count == 1)
  }

  private func drinking(
    unit: String, code: String, value: String
  ) throws -> (InspectionSources, Listener) {
    let scratch = try Scratch()
    let listener = Listener()
    let samples = try scratch.file(
      "DIS_PLV_2024.txt",
      "\"cddept\",\"cdreseau\",\"nomcommuneprinc\",\"referenceprel\",\"dateprel\"\n"
        + "\"021\",\"021000001\",\"ORSIGNY\",\"P1\",\"2024-02-03\"\n")
    let results = try scratch.file(
      "DIS_RESULT_2024.txt",
      "\"referenceprel\",\"cdparametre\",\"rqana\",\"cdunitereferencesiseeaux\",\"valtraduite\"\n"
        + "\"P1\",\"\(code)\",\"\(value)\",\"\(unit)\",\"\(value)\"\n")
    return (try SourceReader(salt: "s").read([samples, results], observer: listener), listener)
  }

  @Test func aPageOfHubeauCutInTheMiddleIsRefusedWithItsName() throws {
    let page =
      "{\"count\":2,\"data\":[{\"code_station\":\"06011000\",\"code_parametre\":\"1340\","
      + "\"date_prelevement\":\"2020-01-02\",\"resultat\":13.5},{\"code_sta"
    let scratch = try Scratch()
    let listener = Listener()
    let good = try scratch.file("z.csv", Data(Self.analyses.utf8))
    let cut = try scratch.file("page.json", Data(page.utf8))
    let sources = try SourceReader(salt: "s").read([cut, good], observer: listener)
    #expect(listener.refusals.map(\.file) == ["page.json"])
    #expect(listener.refusals.first?.expected.en.contains("truncated") == true)
    #expect(sources.measurements.measurements.count == 2)
  }

  /// A table cut at every byte: what came before the cut is there, at most the last line is refused.
  @Test func aTableCutAnywhereKeepsWhatCameBefore() throws {
    let bytes = Array(Self.analyses.utf8)
    let header = (bytes.firstIndex(of: 0x0A) ?? 0) + 1
    let scratch = try Scratch()
    for length in stride(from: header + 1, to: bytes.count, by: 17) {
      let listener = Listener()
      let url = try scratch.file("a.csv", Data(bytes.prefix(length)))
      let sources = try? SourceReader(salt: "s").read([url], observer: listener)
      let taken = sources?.measurements.measurements.count ?? 0
      let whole = bytes.prefix(length).count { $0 == 0x0A } - 1
      #expect(taken >= whole && taken <= whole + 1)
      #expect(listener.refusals.count <= 1)
    }
  }

  @Test func hubeauTablesAndPagesTellTheSame() throws {
    let scratch = try Scratch()
    let table = try scratch.file(
      "a.csv",
      "code_station;libelle_station;date_prelevement;code_parametre;resultat;symbole_unite;"
        + "code_remarque;limite_quantification;longitude;latitude\n"
        + "06011000;TILLE;2020-01-02;1340;0;mg(NO3)/L;10;0.5;5.18;47.35\n")
    let page = try scratch.file(
      "b.json",
      "{\"data\":[{\"code_station\":\"06011000\",\"libelle_station\":\"TILLE\",\"date_prelevement\":"
        + "\"2020-01-02\",\"code_parametre\":\"1340\",\"resultat\":0,\"symbole_unite\":\"mg(NO3)/L\","
        + "\"code_remarque\":\"10\",\"limite_quantification\":0.5,\"longitude\":5.18,\"latitude\":47.35}]}"
    )
    let first = try SourceReader(salt: "s").read([table], observer: Listener())
    let second = try SourceReader(salt: "s").read([page], observer: Listener())
    #expect(first.measurements.measurements == second.measurements.measurements)
    #expect(first.measurements.measurements.first?.value == 0.5)
    #expect(
      first.stations.stations["06011000"]?.location
        == second.stations.stations["06011000"]?.location)
    // Both together: each measurement is kept once.
    let both = try SourceReader(salt: "s").read([table, page], observer: Listener())
    #expect(both.measurements.measurements.count == 1 && both.measurements.repeated == 1)
  }

  @Test func aUnitThatChangesWithItsSymbolIsConverted() throws {
    var text = "code_station;date_prelevement;code_parametre;resultat;symbole_unite\n"
    for month in 1...12 {
      let isOld = month < 7
      text +=
        "1;2020-\(month < 10 ? "0" : "")\(month)-05;1340;\(isOld ? "22.13" : "5.0");"
        + (isOld ? "mg(NO3)/L\n" : "mg(N)/L\n")
    }
    let (sources, _) = try read("a.csv", Data(text.utf8))
    let values = sources.measurements.measurements.map(\.value)
    #expect(values.count == 12 && values.allSatisfy { abs($0 - 22.13) < 0.01 })
    #expect(sources.remarks.contains { $0.en.contains("6 results of parameter 1340 mg(N)/L") })
  }
}
