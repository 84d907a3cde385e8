import Foundation
import Review
import Testing

@testable import Inspections

/// Paths, folders and bytes that nobody expects.
@Suite struct SourceItemTests {
  private static let row =
    "code_station;date_prelevement;code_parametre;resultat\n1;2020-01-02;1340;3\n"

  @Test func foldersAreReadInTheOrderOfTheirNames() throws {
    let scratch = try Scratch()
    for name in ["b.csv", "a.CSV", ".hidden.csv", "notes.docx", "m.yaml"] {
      _ = try scratch.file(name, name.hasSuffix("yaml") ? "date: d\nsite: s\n" : Self.row)
    }
    var refused: [Refusal] = []
    let (items, mappings) = SourceItem.items([scratch.folder]) { refused.append($0) }
    #expect(items.map(\.name) == ["a.CSV", "b.csv"])
    #expect(mappings.map(\.lastPathComponent) == ["m.yaml"])
    #expect(refused.isEmpty)
    #expect(items.allSatisfy { !$0.isJSON && $0.size == Self.row.utf8.count })
  }

  @Test func whatIsNotThereIsSaidAndTheRestIsRead() throws {
    let scratch = try Scratch()
    let file = try scratch.file("a.csv", Self.row)
    let listener = Listener()
    let sources = try SourceReader(salt: "s").read(
      [scratch.folder.appendingPathComponent("absent.csv"), file], observer: listener)
    #expect(listener.refusals.map(\.file) == ["absent.csv"])
    #expect(sources.measurements.measurements.count == 1)
    #expect(sources.files.map(\.sha256).allSatisfy { $0.count == 64 })
  }

  @Test(arguments: [
    ("[]", true), ("  \n{\"data\":[]}", true), ("\u{FEFF}[1]", true), ("a;b\n1;2\n", false),
    ("", false), ("\"a\";\"b\"\n", false),
  ])
  func jsonIsKnownByItsFirstSign(_ text: String, _ isJSON: Bool) throws {
    let scratch = try Scratch()
    let file = try scratch.file("x.txt", text)
    let (items, _) = SourceItem.items([file]) { _ in }
    #expect(items.first?.isJSON == isJSON)
  }

  /// Any bytes under any of the headers the panel knows: refusals, never a crash, and time is bounded.
  @Test(arguments: [
    "code_station;date_prelevement;code_parametre;resultat\n",
    "code_station;latitude;longitude\n", "date;site;resultat\n",
    "referenceprel,cdparametre,rqana\n", "referenceprel,cdreseau,dateprel\n",
    "Numéro d'inspection;Nom établissement;Code postal\n", "{\"data\":[",
  ])
  func anyBytesAreSurvived(_ header: String) throws {
    let scratch = try Scratch()
    var generator = SplitMix(seed: 11)
    for round in 0..<40 {
      var bytes = Array(header.utf8)
      for _ in 0..<(round * 9) {
        let signs: [UInt8] = [
          0x3B, 0x2C, 0x0A, 0x22, 0x0D, 0x00, 0xFF, 0xC3, 0x2D, 0x31, 0x7B, 0x5D,
        ]
        let pick = generator.next()
        bytes.append(pick % 3 == 0 ? UInt8(pick >> 8 & 0xFF) : signs[Int(pick >> 16) % signs.count])
      }
      let file = try scratch.file("x.csv", Data(bytes))
      _ = try? SourceReader(salt: "s").read([file], observer: Listener())
    }
  }

  @Test func aHugeFieldIsBounded() throws {
    let scratch = try Scratch()
    let long = String(repeating: "x", count: 300_000)
    let file = try scratch.file(
      "c.csv",
      "date;site;resultat;theme\n2020-01-02;A;conforme;t\n2020-01-01;\(long);conforme;\(long)\n")
    let listener = Listener()
    let sources = try SourceReader(salt: "s").read([file], observer: listener)
    #expect(sources.controls.contains { $0.site == "A" })
    #expect(sources.controls.allSatisfy { $0.site.utf8.count <= 80 })
    #expect(listener.refusals.allSatisfy { $0.found.count <= 80 })
  }

  @Test func manyRefusalsAreCountedAndFewAreTold() throws {
    let scratch = try Scratch()
    var text = "date;site;resultat\n"
    for _ in 0..<1000 { text += "demain;A;conforme\n" }
    text += "2020-01-01;A;conforme\n"
    let listener = Listener()
    let sources = try SourceReader(salt: "s").read(
      [scratch.file("c.csv", text)], observer: listener)
    #expect(sources.controls.count == 1)
    #expect(listener.refusals.count == SourceCollector.refusalLimit)
    #expect(sources.files.first?.refused == 1000)
    #expect(listener.warnings.contains { $0.en.contains("1000 rows refused, the first 200") })
  }

  /// Wrappers of interfaces inside each other, as deep as somebody likes.
  @Test func wrappersAreOpenedToABound() throws {
    let scratch = try Scratch()
    let site = "{\"numInspection\":\"0099.1\",\"nomInst\":\"A\"}"
    let feature =
      "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":\(site)}]}"
    let deep =
      String(repeating: "{\"data\":[", count: 30) + site + String(repeating: "]}", count: 30)
    let listener = Listener()
    let sources = try SourceReader(salt: "s").read(
      [try scratch.file("f.json", feature), try scratch.file("d.json", deep)], observer: listener)
    #expect(sources.sites.keys.sorted() == ["0099.1"])
  }
}

/// A small generator for bytes.
private struct SplitMix {
  var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
