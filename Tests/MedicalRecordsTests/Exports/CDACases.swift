import Foundation
import Review
import ReviewStore
import Testing

@testable import MedicalRecords

/// The CDA export beside the official example of the form.
@Suite("CDA")
struct CDACases {
  static func xml(_ key: String, all: Bool = true) throws -> String {
    let store = try Samples.store.get()
    let request = ExportRequest(
      format: "cda", query: SuggestionQuery(project: .medical, statuses: [], text: key),
      options: all ? ["all": "true"] : [:], circumstances: circumstances(), language: .french)
    return String(
      decoding: try MedicalRecordsEngine().export(request, records: store.records), as: UTF8.self)
  }

  @Test(
    "Codes and words of sections are those of the official example",
    .enabled(if: SharedData.isPresent))
  func codes() throws {
    let file = try #require(SharedData.file("frcp_cda_example.xml"))
    let example = try String(contentsOf: file, encoding: .utf8)
      .replacing("’", with: "'")
    for section in SummarySection.all {
      #expect(
        example.contains("code=\"\(section.loinc)\" displayName=\"\(section.display)\""),
        "\(section.loinc) \(section.display)")
      for template in section.templates {
        #expect(example.contains("templateId root=\"\(template)\""), "\(template)")
      }
    }
    #expect(example.contains("code=\"34794-8\""))
  }

  @Test("Every slot stands in exactly one section")
  func slots() {
    let all = SummarySection.all.flatMap(\.slots)
    #expect(all.count == Set(all).count && Set(all) == Set(Slot.allCases))
  }

  @Test("Well-formed for every patient, in the order of the schema", arguments: FHIRTests.keys)
  func wellFormed(_ key: String) throws {
    let xml = try Self.xml(key)
    let note = try ClinicalDocumentReader.read(xml, file: "x.xml", patient: "")
    #expect(!note.text.isEmpty)
    let order = [
      "<realmCode", "<typeId", "<templateId", "<id ", "<code ", "<title>", "<effectiveTime",
      "<confidentialityCode", "<languageCode", "<setId", "<versionNumber", "<recordTarget>",
      "<author>", "<custodian>", "<component>",
    ]
    let places = order.compactMap { xml.range(of: $0)?.lowerBound }
    #expect(places.count == order.count && places == places.sorted())
  }

  @Test("What the form demands and nobody said is « non renseigné » with a nullFlavor")
  func missing() throws {
    let xml = try Self.xml("0147", all: false)
    #expect(xml.contains("nullFlavor=\"NI\"") && xml.contains("non renseigné"))
    #expect(!xml.contains("pT3 N1b M0"), "nothing was accepted yet")
  }

  @Test("Names, birth day and contacts leave in no export", arguments: FHIRTests.keys)
  func private_(_ key: String) throws {
    let store = try Samples.store.get()
    for format in ["fhir", "cda", "text", "statements"] {
      let request = ExportRequest(
        format: format, query: SuggestionQuery(project: .medical, statuses: [], text: key),
        options: ["all": "true"], circumstances: circumstances(), language: .french)
      let text = String(
        decoding: try MedicalRecordsEngine().export(request, records: store.records), as: UTF8.self)
      for secret in [
        "MARTIN", "Jeanne", "ANDRÉ", "Nadia", "LEROY", "Hélène", "DURIEUX", "LACAZE", "8004123456",
        "05 61 00 00 00", "12/03/1954", "1954-03-12",
      ] {
        #expect(!text.contains(secret), "\(format): \(secret)")
      }
    }
  }

  @Test("Dates move by one constant of the patient, other patients by another")
  func shift() throws {
    let shifts = FHIRTests.keys.map { ExportedRecord.shift(of: "patient|\($0)", salt: "s") }
    #expect(shifts.allSatisfy { $0 != 0 && abs($0) <= ExportedRecord.shiftLimit })
    #expect(Set(shifts).count > 4)
    #expect(shifts == FHIRTests.keys.map { ExportedRecord.shift(of: "patient|\($0)", salt: "s") })
    #expect(
      ExportedRecord.shift(of: "patient|0147", salt: "a")
        != ExportedRecord.shift(of: "patient|0147", salt: "b"))
  }

  @Test(
    "Dates inside words move too, all by the same",
    arguments: [
      ("opérée le 14/10/2026", 10, "opérée le 2026-10-24"),
      ("du 3 mars 2014 au 05/03/2014", -2, "du 2014-03-01 au 2014-03-03"),
      ("pT3 N1b M0", 40, "pT3 N1b M0"), ("en 2014", 10, "en 2014"), ("", 3, ""),
    ])
  func inWords(_ text: String, _ days: Int, _ moved: String) {
    #expect(DateShift.shifted(text, by: days) == moved)
  }
}
