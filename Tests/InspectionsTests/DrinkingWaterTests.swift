import Foundation
import Review
import Testing

@testable import Inspections

@Suite("Drinking water, file by file")
struct DrinkingWaterTests {
  private static let samples =
    "cddept,cdreseau,nomcommuneprinc,nomreseau,referenceprel,dateprel,conclusionprel,"
    + "plvconformitebacterio,plvconformitechimique,plvconformitereferencebact,"
    + "plvconformitereferencechim\n"
  private static let results =
    "referenceprel,cdparametre,rqana,cdunitereference,valtraduite\n"

  private func read(
    samples: [String], results: [String] = []
  ) throws -> (sources: InspectionSources, refusals: [Refusal]) {
    let scratch = try Scratch()
    let listener = Listener()
    let sources = try SourceReader(salt: "s").read(
      [
        try scratch.file("DIS_PLV_2024.txt", Self.samples + samples.joined(separator: "\n") + "\n"),
        try scratch.file(
          "DIS_RESULT_2024.txt", Self.results + results.joined(separator: "\n") + "\n"),
      ], observer: listener)
    return (sources, listener.refusals)
  }

  private let sample = "021,021000001,ORSIGNY,BOURG,P1,2024-02-03,Conforme,C,C,C,C"

  @Test(
    "one N among four conclusions is a non-conformity",
    arguments: [
      ("C,C,C,C", false), ("N,C,C,C", true), ("C,N,C,C", true), ("C,C,N,C", true),
      ("C,C,C,N", true), ("c,n,c,c", true), (",,,", false), ("S,S,D,D", false),
    ])
  func conclusions(_ flags: String, _ isBad: Bool) throws {
    let (sources, _) = try read(samples: ["021,1,A,B,P1,2024-02-03,texte,\(flags)"])
    #expect(sources.controls.map(\.isBad) == [isBad])
  }

  @Test(
    "départements lose the zero of the files",
    arguments: [("021", "21"), ("02A", "2A"), ("974", "974"), ("21", "21"), ("", "")])
  func departments(_ code: String, _ department: String) throws {
    let (sources, _) = try read(samples: ["\(code),1,A,B,P1,2024-02-03,,C,C,C,C"])
    #expect(sources.controls.map(\.department) == [department])
  }

  @Test("samples without a reference or a real date are refused with their line")
  func badSamples() throws {
    let (sources, refusals) = try read(samples: [
      sample, "021,1,A,B,,2024-02-03,,C,C,C,C", "021,1,A,B,P2,,,C,C,C,C",
      "021,1,A,B,P3,2024-02-30,,C,C,C,C", "021,1,A,B,P4,2024-03-01,,C,C,C,C",
    ])
    #expect(sources.controls.map(\.id) == ["P1", "P4"])
    #expect(refusals.map(\.line) == [3, 4, 5])
    #expect(refusals.allSatisfy { $0.file == "DIS_PLV_2024.txt" })
  }

  @Test(
    "values below a limit keep the limit, whatever `valtraduite` says",
    arguments: [
      ("\"<0,020\"", "0", Float(0.02), Censoring.belowQuantification),
      ("\"< 0,5\"", "0", 0.5, .belowQuantification), ("<=1", "0", 1, .belowQuantification),
      (">300", "300", 300, .aboveSaturation), ("\"31,5\"", "31.5", 31.5, .none),
      ("", "7", 7, .none),
    ])
  func censored(_ words: String, _ value: String, _ kept: Float, _ censoring: Censoring) throws {
    let (sources, refusals) = try read(
      samples: [sample], results: ["P1,1506,\(words),µg/L,\(value)"])
    #expect(refusals.isEmpty)
    let rows = sources.measurements.measurements
    #expect(rows.map(\.value) == [kept])
    #expect(rows.map(\.censoring) == [censoring])
  }

  @Test("what is no number is left out or refused, and never becomes zero")
  func noNumbers() throws {
    let (sources, refusals) = try read(
      samples: [sample],
      results: [
        "P1,1340,Aspect normal,SANS OBJET,", "P1,1340,<,mg/L,0", "P1,1340,,mg/L,-4",
        "P1,1340,,mg/L,beaucoup", "P1,nitrates,3,mg/L,3", "P1,1340,12,mg/L,12",
      ])
    #expect(sources.measurements.measurements.map(\.value) == [12])
    #expect(refusals.contains { $0.found == "beaucoup" && $0.line == 5 })
  }

  @Test("units that are SANDRE numbers say nothing, others are converted or refused")
  func units() throws {
    let (sources, refusals) = try read(
      samples: [sample],
      results: [
        "P1,1340,10,162,10", "P1,1340,10,mg(N)/L,10", "P1,1340,11,µg/L,11000", "P1,1340,9,°C,9",
        "P1,9999,4,furlongs,4",
      ])
    let values = sources.measurements.measurements.filter { $0.parameter == 1340 }.map(\.value)
    #expect(values.count == 3)
    for wanted: Float in [10, 11, 44.27] {
      #expect(values.contains { abs($0 - wanted) < 0.01 }, "\(wanted)")
    }
    // No threshold is compared with a parameter that is not known: kept as it stands.
    #expect(sources.measurements.measurements.contains { $0.parameter == 9999 && $0.value == 4 })
    #expect(refusals.map(\.found) == ["°C"])
  }

  @Test("a long conclusion is cut, a network without a name is named by its number")
  func bounds() throws {
    let (sources, _) = try read(samples: [
      "021,021000001,A,,P1,2024-02-03,\(String(repeating: "eau ", count: 500)),C,N,C,C"
    ])
    let control = try #require(sources.controls.first)
    #expect(control.words.count == 300)
    #expect(control.name == "réseau 021000001")
    #expect(control.line == 2 && control.file == "DIS_PLV_2024.txt")
  }
}
