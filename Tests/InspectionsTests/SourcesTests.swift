import Foundation
import Review
import Testing

@testable import Inspections

@Suite struct SourcesTests {
  private func read(_ files: [(String, String)]) throws -> (InspectionSources, [Refusal]) {
    let scratch = try Scratch()
    let listener = Listener()
    let urls = try files.map { try scratch.file($0.0, $0.1) }
    let sources = try SourceReader(salt: "s").read(urls, observer: listener)
    return (sources, listener.refusals)
  }

  @Test func drinkingWaterJoinsSamplesAndResults() throws {
    // Results come first in the order of names: they wait for the samples.
    let (sources, refusals) = try read([
      (
        "DIS_RESULT_2024.txt",
        "\"cddept\",\"referenceprel\",\"cdparametre\",\"rqana\",\"cdunitereference\",\"valtraduite\"\n"
          + "\"021\",\"P1\",\"1340\",\"31\",\"mg/L\",\"31\"\n"
          + "\"021\",\"P1\",\"1506\",\"<0,020\",\"µg/L\",\"0\"\n"
          + "\"021\",\"P9\",\"1340\",\"12\",\"mg/L\",\"12\"\n"
      ),
      (
        "DIS_PLV_2024.txt",
        "\"cddept\",\"cdreseau\",\"nomcommuneprinc\",\"referenceprel\",\"dateprel\",\"conclusionprel\","
          + "\"plvconformitebacterio\",\"plvconformitechimique\",\"plvconformitereferencechim\"\n"
          + "\"021\",\"021000001\",\"ORSIGNY\",\"P1\",\"2024-02-03\",\"Eau non conforme\",\"C\",\"N\",\"C\"\n"
          + "\"021\",\"021000002\",\"ORSIGNY\",\"P1\",\"2024-02-03\",\"Eau non conforme\",\"C\",\"N\",\"C\"\n"
          + "\"021\",\"021000001\",\"ORSIGNY\",\"P2\",\"2024-03-03\",\"\",\"C\",\"C\",\"C\"\n"
      ),
    ])
    #expect(sources.controls.map(\.isBad) == [true, false])
    #expect(sources.controls.allSatisfy { $0.theme == "eau potable" && $0.site == "021000001" })
    #expect(sources.controls.first?.department == "21")
    let rows = sources.measurements.measurements
    #expect(rows.map(\.parameter) == [1340, 1506])
    #expect(rows[1].censoring == .belowQuantification)
    #expect(abs(rows[1].value - 0.02) < 1e-6)
    #expect(refusals.map(\.found) == ["P9"])
  }

  @Test func classifiedInstallationsAreReadFromListAndJSON() throws {
    let (sources, refusals) = try read([
      (
        "icpe.csv",
        "Numéro d'inspection;Nom établissement;Code postal;Commune;Département;Régime en vigueur;"
          + "Statut SEVESO;Etat d’activité;Priorité nationale;IED-MTD\n"
          + "0063.03511;GARNIER SA;53100;MAYENNE;MAYENNE;Enregistrement;Non Seveso;En fonctionnement;Non;Oui\n"
      ),
      (
        "0063.00001.json",
        "{\"numInspection\":\"0063.00001\",\"nomInst\":\"B\",\"codePostal\":\"53100\",\"x\":\"432407\","
          + "\"y\":\"6805027\",\"systProj\":\"2154\",\"derInspection\":\"2020-06-18\",\"etatActiviteInst\":"
          + "\"Cessation déclarée\"}"
      ),
      (
        "situation-0063.00001.json",
        "[{\"codeNomenclature\":\"1220\",\"alinea\":null},{\"codeNomenclature\":\"2560\",\"alinea\":\"2\"}]"
      ),
    ])
    #expect(refusals.isEmpty)
    let list = try #require(sources.sites["0063.03511"])
    #expect(list.isIED && !list.isPriority && list.department == "53" && !list.isClosed)
    let json = try #require(sources.sites["0063.00001"])
    #expect(json.isClosed)
    #expect(json.lastInspection?.iso == "2020-06-18")
    #expect(abs((json.location?.latitude ?? 0) - 48.3) < 0.2)
    #expect(json.headings == ["1220", "2560-2"])
  }

  @Test func hubeauJSONGivesMeasurementsAndStations() throws {
    let (sources, refusals) = try read([
      (
        "page.json",
        "{\"count\":2,\"data\":[{\"code_station\":\"06011000\",\"code_parametre\":\"1340\","
          + "\"date_prelevement\":\"2020-01-02\",\"resultat\":13.5,\"symbole_unite\":\"mg(NO3)/L\","
          + "\"code_remarque\":\"1\",\"longitude\":5.38,\"latitude\":47.19},"
          + "{\"code_station\":\"06011000\",\"code_parametre\":\"1340\",\"date_prelevement\":\"2020-02-02\","
          + "\"resultat\":null}]}"
      )
    ])
    #expect(refusals.isEmpty)
    #expect(sources.measurements.measurements.map(\.value) == [13.5])
    #expect(sources.stations.stations["06011000"]?.location != nil)
  }

  @Test func hostileFilesAreRefusedAndTheRestGoesOn() throws {
    let scratch = try Scratch()
    let good = try scratch.file(
      "z.csv", "code_station;date_prelevement;code_parametre;resultat\n1;2020-01-02;1340;3\n")
    let bad: [(String, Data)] = [
      ("a.csv", Data()), ("b.csv", Data([0, 1, 2, 3, 0, 0, 0, 9])), ("c.json", Data("[{".utf8)),
      ("d.zip", Data([0x50, 0x4B, 0x03, 0x04, 1, 2, 3])), ("e.csv", Data("x;y\n1;2\n".utf8)),
      ("f.json", Data(String(repeating: "[", count: 100_000).utf8)),
    ]
    let urls = try bad.map { try scratch.file($0.0, $0.1) } + [good]
    let listener = Listener()
    let sources = try SourceReader(salt: "s").read(urls, observer: listener)
    #expect(sources.measurements.measurements.count == 1)
    #expect(Set(listener.refusals.map(\.file)).count >= 5)
  }

  @Test func aRealSampleOfHubeauIsRead() throws {
    guard let url = RealData.file("hubeau_analyse_pc_2000_sample.csv") else {
      print("skipped: ../shared/data/inspections is absent")
      return
    }
    let listener = Listener()
    let sources = try SourceReader(salt: "s").read([url], observer: listener)
    #expect(listener.refusals.isEmpty)
    #expect(sources.measurements.measurements.count + sources.measurements.repeated == 221)
    #expect(sources.stations.stations.values.allSatisfy { $0.location != nil })
  }

  @Test func realICPESamplesAreRead() throws {
    let names = [
      "icpe_detailsites_sample.csv", "icpe_etablissement_sample.json", "icpe_situation_sample.json",
    ]
    let urls = names.compactMap { RealData.file($0) }
    guard urls.count == names.count else {
      print("skipped: ../shared/data/inspections is absent")
      return
    }
    let listener = Listener()
    let sources = try SourceReader(salt: "s").read(urls, observer: listener)
    #expect(listener.refusals.isEmpty)
    let site = try #require(sources.sites["0063.03511"])
    #expect(site.location != nil && site.name == "GARNIER SA" && !site.headings.isEmpty)
  }

  @Test func recordsSurviveTheStore() throws {
    let series = WaterTests.series()[0]
    #expect(StoredRecords.series(StoredRecords.record(series))?.points == series.points)
    var station = Station(code: "06011000")
    station.location = Coordinate(latitude: 47.25, longitude: 5.5)
    station.altitude = 180
    #expect(StoredRecords.station(StoredRecords.record(station)) == station)
    var site = Site(code: "1")
    site.headings = ["1220", "2560-2"]
    site.isPriority = true
    #expect(StoredRecords.site(StoredRecords.record(site)) == site)
    let columns = ControlColumns(
      numeric: ["a"], rising: ["a"], categories: [], severities: ["n"], groups: ["g"])
    #expect(StoredRecords.columns(StoredRecords.record(columns)) == columns)
    let broken = SourceRecord(
      project: .inspections, kind: "series", key: "x", content: Data([1, 2, 3]))
    #expect(StoredRecords.series(broken) == nil && StoredRecords.control(broken) == nil)
  }

  @Test func seriesOfTwoFilesMeet() {
    func series(_ values: [(Int32, Float)]) -> WaterSeries {
      WaterSeries(
        station: "1", parameter: 1340,
        points: values.map { WaterPoint(day: $0.0, value: $0.1, isBelow: false) })
    }
    let merged = series([(1, 5), (3, 7)]).merged(with: series([(1, 6), (2, 4)]))
    #expect(merged.points.map(\.day) == [1, 2, 3])
    #expect(merged.points.map(\.value) == [6, 4, 7])
  }
}
