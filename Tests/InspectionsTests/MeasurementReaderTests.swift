import Foundation
import Review
import Tables
import Testing

@testable import Inspections

@Suite struct MeasurementReaderTests {
  private func read(
    _ text: String, name: String = "a.csv"
  ) throws -> (sources: InspectionSources, refusals: [Refusal]) {
    let scratch = try Scratch()
    let listener = Listener()
    let sources = try SourceReader(salt: "s").read(
      [scratch.file(name, text)], observer: listener)
    return (sources, listener.refusals)
  }

  private let header =
    "code_station;date_prelevement;code_parametre;resultat;symbole_unite;code_remarque;"
    + "mnemo_remarque;limite_detection;limite_quantification\n"

  @Test func censoredValuesKeepTheirLimit() throws {
    let (sources, refusals) = try read(
      header + "06011000;2020-01-02;1340;0;mg(NO3)/L;10;;;0.5\n"
        + "06011000;2020-02-02;1340;0.3;mg(NO3)/L;;Résultat < seuil de détection;0.3;0.5\n"
        + "06011000;2020-03-02;1340;<0,4;mg(NO3)/L;;;;\n"
        + "06011000;2020-04-02;1340;12;mg(NO3)/L;1;;;0.5\n")
    #expect(refusals.isEmpty)
    let rows = sources.measurements.measurements
    #expect(rows.map(\.value) == [0.5, 0.3, 0.4, 12])
    #expect(
      rows.map(\.censoring) == [
        .belowQuantification, .belowDetection, .belowQuantification, .none,
      ])
  }

  @Test func unitsAreConvertedAndCounted() throws {
    let (sources, refusals) = try read(
      header + "1;2020-01-02;1340;10;mg/L;1;;;\n" + "1;2020-01-03;1340;10;mg(N)/L;1;;;\n"
        + "1;2020-01-04;1340;5;°C;1;;;\n"
        + "1;2020-01-05;1340;5;mg(CO3)/L;1;;;\n")
    #expect(sources.measurements.measurements.count == 3)
    #expect(abs(sources.measurements.measurements[1].value - 44.268) < 0.01)
    #expect(sources.measurements.converted == ["1340 mg(N)/L": 1])
    #expect(refusals.count == 1)
    #expect(refusals.first?.found == "°C")
    #expect(sources.measurements.slips == ["1340 mg(CO3)/L": 1])
    #expect(sources.remarks.contains { $0.en.contains("another substance") })
    #expect(refusals.first?.line == 4)
  }

  @Test func impossibleValuesAreRefused() throws {
    let (sources, refusals) = try read(
      header + "1;2020-01-02;1302;140;;1;;;\n" + "1;2020-01-02;1340;-3;;1;;;\n"
        + "1;31/02/2020;1340;3;;1;;;\n" + "1;2020-01-02;nitrates;3;;1;;;\n"
        + ";2020-01-02;1340;3;;1;;;\n" + "1;2020-01-02;1340;trois;;1;;;\n")
    #expect(sources.measurements.isEmpty)
    #expect(refusals.map(\.line) == [2, 3, 4, 5, 6, 7])
  }

  @Test func otherSupportsAndWrongResultsAreLeftAside() throws {
    let (sources, refusals) = try read(
      "code_station;date_prelevement;code_parametre;resultat;code_support;code_qualification\n"
        + "1;2020-01-02;1340;3;6;1\n1;2020-01-03;1340;3;3;2\n1;2020-01-04;1340;3;3;1\n")
    #expect(refusals.isEmpty)
    #expect(sources.measurements.measurements.map(\.day) == [day("2020-01-04")])
  }

  @Test func repeatedRowsAreKeptOnce() throws {
    let row = "1;2020-01-02;1340;3;mg/L;1;;;\n"
    let (sources, _) = try read(header + row + row + row)
    #expect(sources.measurements.measurements.count == 1)
    #expect(sources.measurements.repeated == 2)
    #expect(sources.remarks.contains { $0.en.contains("2 repeated") })
  }

  @Test func naiadesInLatin1WithMarkIsRead() throws {
    let scratch = try Scratch()
    var bytes = Array(
      ("CdStationMesureEauxSurface;LbStationMesureEauxSurface;CdSupport;DatePrel;CdParametre;"
        + "LbLongParam").utf8)
    bytes += [0xE8]  // è in Latin-1
    bytes += Array(
      "tre;RsAna;SymUniteMesure;CdRqAna;MnemoRqAna;LdAna;LqAna\n3000310;Seine;3;2019-05-06;1340;Nitrates;22,5;mg(NO3)/L;1;;;\n"
        .utf8)
    let listener = Listener()
    let sources = try SourceReader(salt: "s").read(
      [scratch.file("Analyses.CSV", Data([0xEF, 0xBB, 0xBF] + bytes))], observer: listener)
    #expect(listener.refusals.isEmpty)
    #expect(sources.measurements.stations == ["03000310"])
    #expect(sources.measurements.written == ["3000310"])
    #expect(sources.measurements.measurements.first?.value == 22.5)
  }

  @Test func aFileCutInTheMiddleGivesWhatCameBefore() throws {
    let (sources, refusals) = try read(
      header + "1;2020-01-02;1340;3;mg/L;1;;;\n1;2020-01-03;1340;4;mg/L;1;;;\n1;2020-0")
    #expect(sources.measurements.measurements.count == 2)
    #expect(refusals.count == 1)
  }

  @Test func aUnitThatChangesHalfWayIsReported() throws {
    var text = header
    for index in 0..<40 {
      let value = index < 20 ? 20 + index % 3 : 20_000 + index % 3 * 1000
      text +=
        "1;20\(10 + index / 12)-\(two(index % 12 + 1))-05;1506;\(Double(value) / 10_000);µg/L;1;;;\n"
    }
    let (sources, _) = try read(text)
    #expect(sources.remarks.contains { $0.en.contains("unit changed") })
  }

  /// Nitrate becomes nitrogen half-way under the same symbol: a factor of 4.43, told with its day. A dry
  /// and a wet half, or a factor that belongs to no unit, are left alone.
  @Test(arguments: [
    (4.4268, true), (0.2259, true), (4.0, true), (2.0, false), (7.0, false), (1.0, false),
  ])
  func aUnitThatChangesUnderTheSameSymbolIsReported(_ factor: Double, _ isBroken: Bool) throws {
    var text = header
    for index in 0..<60 {
      let level = (22 + Double(index % 4)) * (index < 30 ? 1 : 1 / factor)
      text += "1;20\(10 + index / 12)-\(two(index % 12 + 1))-05;1340;\(level);mg(NO3)/L;1;;;\n"
    }
    let (sources, _) = try read(text)
    let told = sources.remarks.filter { $0.en.contains("unit changed") }
    #expect(told.count == (isBroken ? 1 : 0))
    #expect(!isBroken || told.first?.en.contains("on 2012-07-05") == true)
  }

  @Test func wildSeriesAreNotCalledBroken() throws {
    var text = header
    for index in 0..<120 {
      let level = exp(2 * sin(Double(index)) + 3)
      text += "1;20\(10 + index / 12)-\(two(index % 12 + 1))-05;1340;\(level);mg(NO3)/L;1;;;\n"
    }
    let (sources, _) = try read(text)
    #expect(!sources.remarks.contains { $0.en.contains("unit changed") })
  }

  @Test func remarksAreHeardAsTheyAreRead() throws {
    let scratch = try Scratch()
    let listener = Listener()
    let row = "1;2020-01-02;1340;3;mg/L;1;;;\n"
    let sources = try SourceReader(salt: "s").read(
      [scratch.file("a.csv", header + row + row)], observer: listener)
    #expect(listener.warnings == sources.remarks && listener.warnings.count == 2)
    #expect(listener.refusals.isEmpty)
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
