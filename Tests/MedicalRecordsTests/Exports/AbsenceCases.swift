import Foundation
import Review
import ReviewStore
import Testing

@testable import MedicalRecords

/// What is denied, a relative's or absent never becomes a condition of the patient, in any format.
@Suite("Absences in exports")
struct AbsenceCases {
  static let sentences = [
    "Suites opératoires simples.", "Maladie stable.", "Pas de métastase.", "Pas d'allergie connue.",
    "Mère atteinte d'un cancer du sein.", "Antécédents : pas d'hypertension, pas de diabète.",
    "Pas de fistule anastomotique à J5.", "Ne fume pas.",
  ]

  static func data(_ format: String, _ text: String) throws -> Data {
    let store = try CauseCases.store([text])
    let request = ExportRequest(
      format: format, query: SuggestionQuery(project: .medical, statuses: [], text: "p0"),
      options: ["all": "true"], circumstances: circumstances(), language: .french)
    return try MedicalRecordsEngine().export(request, records: store.records)
  }

  @Test("FHIR: no active condition", arguments: sentences)
  func conditions(_ text: String) throws {
    let object = try JSONSerialization.jsonObject(with: try Self.data("fhir", text))
    let bundle = try #require(object as? [String: Any])
    for resource in FHIRTests.resources(bundle)
    where resource["resourceType"] as? String == "Condition" {
      #expect(resource["clinicalStatus"] == nil, "\(resource)")
    }
    var validator = FHIRValidator()
    validator.check(resource: bundle)
    #expect(validator.problems.isEmpty, "\(validator.problems)")
  }

  @Test("FHIR: what is stated is an active condition")
  func stated() throws {
    let object = try JSONSerialization.jsonObject(
      with: try Self.data("fhir", "Antécédents : asthme."))
    let conditions = FHIRTests.resources(try #require(object as? [String: Any])).filter {
      $0["resourceType"] as? String == "Condition"
    }
    #expect(conditions.count == 1 && conditions.first?["clinicalStatus"] != nil)
  }

  @Test("CDA: no coded diagnosis, no progression that is true", arguments: sentences)
  func cda(_ text: String) throws {
    let xml = String(decoding: try Self.data("cda", text), as: UTF8.self)
    #expect(!xml.contains("xsi:type=\"BL\" value=\"true\""))
    #expect(!xml.contains("1.2.250.1.213.1.1.3.113"), "no diagnosis entry")
  }

  @Test("Text and table name the attribute beside the words")
  func attributes() throws {
    let text = String(decoding: try Self.data("text", "Pas de métastase."), as: UTF8.self)
    #expect(text.contains("métastase") && text.contains("[nié]"))
    let table = String(
      decoding: try Self.data("statements", "Mère atteinte d'un cancer du sein."), as: UTF8.self)
    #expect(table.contains(",f,"))
  }
}
