import Foundation
import Review
import ReviewStore
import Testing

@testable import MedicalRecords

/// The coded entries of the CDA export.
@Suite("CDA entries")
struct CDAEntryCases {
  static func statement(
    _ slot: Slot, _ text: String, code: String = "", qualifiers: Qualifiers = [], place: Int = 0
  ) -> ExportedStatement {
    ExportedStatement(
      section: 0, slot: slot, label: slot.title.fr, text: text, code: code, qualifiers: qualifiers,
      status: .stated, decision: .accepted, sources: [],
      date: CalendarDate(year: 2026, month: 8, day: 11), place: place)
  }

  static func record(_ statements: [ExportedStatement]) -> ExportedRecord {
    ExportedRecord(statements, made: circumstances().today)
  }

  static func lines(_ statements: [ExportedStatement], _ slots: [Slot]) -> String {
    let entries = CDAEntries(record: record(statements))
    return (entries.entries(slots) + entries.parts(slots)).flatMap { $0.lines(0) }
      .joined(separator: "\n")
  }

  static let tumour = [
    statement(.morphology, "adénocarcinome 8140/3", code: "8140/3"),
    statement(.site, "côlon ascendant droit C18.2", code: "C18.2", place: 1),
    statement(.clinicalStage, "cT3 N1 M0", place: 2),
  ]

  @Test("The diagnosis carries morphology, site, side and the letters of the stage")
  func diagnosis() {
    let xml = Self.lines(Self.tumour, [.morphology, .site])
    for wanted in [
      "code=\"8140/3\" displayName=\"adénocarcinome\" codeSystem=\"2.16.840.1.113883.6.43.1\"",
      "code=\"C18.2\"", "code=\"24028007\" displayName=\"droit\"", "code=\"T3\"", "code=\"N1\"",
      "code=\"M0\"", "<low value=\"20260811\"/>", "<reference value=\"#morphology-0\"/>",
    ] {
      #expect(xml.contains(wanted), "\(wanted)")
    }
  }

  @Test("Children of an observation stand in the order of the schema")
  func order() throws {
    let xml = Self.lines(Self.tumour, [.morphology])
    let observation = try #require(xml.range(of: "<observation"))
    let rest = xml[observation.upperBound...]
    let order = [
      "<templateId", "<id ", "<code ", "<text>", "<statusCode", "<effectiveTime>", "<value ",
      "<targetSiteCode", "<entryRelationship",
    ]
    let places = order.compactMap { rest.range(of: $0)?.lowerBound }
    #expect(places.count == order.count && places == places.sorted())
  }

  @Test("What is denied, a relative's or without a code is no coded diagnosis")
  func denied() {
    for qualifiers: Qualifiers in [.negated, .family] {
      let xml = Self.lines(
        [Self.statement(.morphology, "mélanome 8720/3", code: "8720/3", qualifiers: qualifiers)],
        [.morphology])
      #expect(xml.isEmpty)
    }
    let xml = Self.lines([Self.statement(.morphology, "tumeur rare")], [.morphology])
    #expect(xml.contains("nullFlavor=\"OTH\"") && !xml.contains("codeSystemName=\"CIM-O\""))
  }

  @Test(
    "Performance of the scale of the form only",
    arguments: [
      ("OMS 0", "MED-240"), ("OMS 1", "MED-264"), ("OMS 4", "MED-267"), ("OMS 7", ""),
      ("Karnofsky 80", ""), ("OMS", ""),
    ])
  func performance(_ text: String, _ code: String) {
    let xml = Self.lines([Self.statement(.performance, text)], [.performance])
    #expect(code.isEmpty ? xml.isEmpty : xml.contains("code=\"\(code)\""))
    #expect(code.isEmpty || xml.contains("code=\"46006-3\""))
  }

  @Test(
    "Progression is told, denied or absent",
    arguments: [
      ("progression locale", [], "MED-246", true),
      ("progression régionale", [], "MED-247", true),
      ("métastase, foie 8000/6", [], "MED-248", true),
      ("métastase, foie 8000/6", .negated, "MED-248", false),
      ("pas de progression", [], "MED-245", false),
    ] as [(String, Qualifiers, String, Bool)])
  func progression(_ text: String, _ qualifiers: Qualifiers, _ code: String, _ isTold: Bool) {
    let xml = Self.lines(
      [Self.statement(.progression, text, qualifiers: qualifiers)], [.phase, .progression])
    #expect(xml.contains("code=\"\(code)\"") && xml.contains("value=\"\(isTold)\""))
    #expect(!xml.contains("value=\"\(!isTold)\""))
  }

  @Test(
    "Kinds of treatment of the form's value set",
    arguments: [
      (Slot.operation, "colectomie droite", "", "387713003"),
      (.cancerTreatment, "radiochimiothérapie de 50 Gy", "", "C15313"),
      (.cancerTreatment, "FOLFOX", "", "C15632"),
      (.cancerTreatment, "cisplatine", "L01XA01", "C15632"),
      (.cancerTreatment, "tamoxifène", "L02BA01", "C547"),
      (.cancerTreatment, "trastuzumab", "L01FD01", "C93352"),
      (.cancerTreatment, "curiethérapie", "", "C15195"),
      (.cancerTreatment, "cryothérapie", "", "GEN-092.03.01"),
    ])
  func treatments(_ slot: Slot, _ text: String, _ code: String, _ expected: String) {
    #expect(CDAEntries.kind(Self.statement(slot, text, code: code)).code == expected)
  }

  @Test(
    "Templates and codes of entries are those of the official example",
    .enabled(if: SharedData.isPresent), arguments: FHIRTests.keys)
  func official(_ key: String) throws {
    let file = try #require(SharedData.file("frcp_cda_example.xml"))
    let example = try String(contentsOf: file, encoding: .utf8)
    let sets = try String(
      contentsOf: #require(SharedData.file("frcp_value_sets.tsv")), encoding: .utf8)
    let xml = try CDACases.xml(key)
    var seen: Set<String> = []
    for match in xml.matches(of: /<templateId root="([0-9.]+)"/) { seen.insert(String(match.1)) }
    #expect(seen.count > 20)
    for root in seen { #expect(example.contains("root=\"\(root)\""), "\(root)") }
    for match in xml.matches(of: /<value xsi:type="CD" code="(MED-\d+)"/) {
      #expect(sets.contains("\t\(match.1)\t"), "\(match.1)")
    }
  }

  @Test(
    "Every reference has its words in the narrative, anchors are told once",
    arguments: FHIRTests.keys)
  func references(_ key: String) throws {
    let xml = try CDACases.xml(key)
    let anchors = xml.matches(of: /ID="([^"]+)"/).map { String($0.1) }
    #expect(Set(anchors).count == anchors.count && !anchors.isEmpty)
    for match in xml.matches(of: /<reference value="#([^"]*)"/) {
      #expect(anchors.contains(String(match.1)), "\(match.1)")
    }
  }

  @Test("Text from outside cannot leave its element")
  func hostile() {
    let node = XMLNode("item", [("a", "\"><b>&")], text: "</item><script>&amp;")
    #expect(
      node.lines(1)
        == ["  <item a=\"&quot;&gt;&lt;b&gt;&amp;\">&lt;/item&gt;&lt;script&gt;&amp;amp;</item>"])
    #expect(XMLNode("x").lines(0) == ["<x/>"])
  }
}
