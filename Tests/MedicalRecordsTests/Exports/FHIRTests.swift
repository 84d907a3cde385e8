import Foundation
import Review
import ReviewStore
import Testing

@testable import MedicalRecords

@Suite("FHIR R4 against its published structure")
struct FHIRTests {
  static let keys = ["0147", "0203", "0318", "0422", "0509", "0611", "0730", "0856"]

  static func bundle(_ key: String) throws -> [String: Any] {
    let store = try Samples.store.get()
    let request = ExportRequest(
      format: "fhir", query: SuggestionQuery(project: .medical, statuses: [], text: key),
      options: ["all": "true"], circumstances: circumstances(), language: .french)
    let data = try MedicalRecordsEngine().export(request, records: store.records)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  static func resources(_ bundle: [String: Any]) -> [[String: Any]] {
    (bundle["entry"] as? [[String: Any]] ?? []).compactMap { $0["resource"] as? [String: Any] }
  }

  @Test("Every element is known, in number and type", arguments: keys)
  func structure(_ key: String) throws {
    var validator = FHIRValidator()
    validator.check(resource: try Self.bundle(key))
    #expect(validator.problems.isEmpty, "\(validator.problems.prefix(5))")
  }

  @Test("The validator refuses what is wrong")
  func validator() {
    for wrong: [String: Any] in [
      ["resourceType": "Composition"],
      ["resourceType": "Observation", "status": "finished", "code": ["text": "x"]],
      ["resourceType": "Observation", "status": "final", "code": ["text": "x"], "colour": "red"],
      ["resourceType": "Observation", "status": "final", "code": [["text": "x"]]],
      [
        "resourceType": "Observation", "status": "final", "code": ["text": "x"],
        "effectiveDateTime": "26/11/2026",
      ], ["resourceType": "Provenance", "target": [["reference": "a"]], "recorded": "2026-11-26"],
      ["resourceType": "Nothing"], ["status": "final"],
    ] {
      var validator = FHIRValidator()
      validator.check(resource: wrong)
      #expect(!validator.problems.isEmpty, "\(wrong)")
    }
    var validator = FHIRValidator()
    validator.check(
      resource: ["resourceType": "Observation", "status": "final", "code": ["text": "x"]])
    #expect(validator.problems.isEmpty)
  }

  @Test("A document begins with its composition, has an identifier and a time", arguments: keys)
  func document(_ key: String) throws {
    let bundle = try Self.bundle(key)
    #expect(bundle["type"] as? String == "document" && bundle["timestamp"] != nil)
    let identifier = try #require(bundle["identifier"] as? [String: Any])
    #expect(identifier["system"] != nil && identifier["value"] != nil)
    #expect(Self.resources(bundle).first?["resourceType"] as? String == "Composition")
  }

  @Test("References resolve, addresses are not repeated", arguments: keys)
  func references(_ key: String) throws {
    let bundle = try Self.bundle(key)
    let entries = try #require(bundle["entry"] as? [[String: Any]])
    let urls = entries.compactMap { $0["fullUrl"] as? String }
    #expect(Set(urls).count == entries.count)
    for entry in entries {
      let resource = try #require(entry["resource"] as? [String: Any])
      #expect((entry["fullUrl"] as? String) == "urn:uuid:\(resource["id"] as? String ?? "")")
    }
    for reference in Self.references(in: bundle) { #expect(urls.contains(reference)) }
  }

  private static func references(in value: Any) -> [String] {
    if let list = value as? [Any] { return list.flatMap { references(in: $0) } }
    guard let object = value as? [String: Any] else { return [] }
    return object.flatMap { name, value -> [String] in
      if name == "reference", let text = value as? String { return [text] }
      return references(in: value)
    }
  }

  @Test("Each statement has a provenance that names its documents and spans", arguments: keys)
  func provenance(_ key: String) throws {
    let resources = Self.resources(try Self.bundle(key))
    let kinds: Set<String> = [
      "Condition", "Observation", "Procedure", "MedicationStatement", "AllergyIntolerance",
      "FamilyMemberHistory",
    ]
    let statements = resources.filter { kinds.contains($0["resourceType"] as? String ?? "") }
    let origins = resources.filter { $0["resourceType"] as? String == "Provenance" }
    #expect(statements.count == origins.count && !statements.isEmpty)
    let targets = Set(
      origins.flatMap { ($0["target"] as? [[String: Any]] ?? []) }
        .compactMap { $0["reference"] as? String })
    for statement in statements {
      #expect(targets.contains("urn:uuid:\(statement["id"] as? String ?? "")"))
    }
    for origin in origins {
      let entities = try #require(origin["entity"] as? [[String: Any]])
      #expect(entities.allSatisfy { $0["role"] as? String == "source" } && !entities.isEmpty)
    }
  }

  @Test("What is denied is refuted or not done; what is a relative's is no condition")
  func qualifiers() throws {
    for key in Self.keys {
      for resource in Self.resources(try Self.bundle(key)) {
        let status =
          ((resource["verificationStatus"] as? [String: Any])?["coding"] as? [[String: Any]])?
          .first?["code"] as? String
        switch resource["resourceType"] as? String {
        case "Condition":
          #expect(["refuted", "provisional", "confirmed"].contains(status ?? ""))
          #expect((status == "refuted") == (resource["clinicalStatus"] == nil))
        case "AllergyIntolerance":
          // ait-1: a clinical status unless it was entered in error.
          #expect(resource["clinicalStatus"] != nil)
        case "FamilyMemberHistory":
          #expect(resource["relationship"] != nil && resource["status"] != nil)
        default: break
        }
      }
    }
  }

  @Test("The same patient's export is the same, byte for byte")
  func deterministic() throws {
    let first = try JSONSerialization.data(
      withJSONObject: try Self.bundle("0318"), options: .sortedKeys)
    let second = try JSONSerialization.data(
      withJSONObject: try Self.bundle("0318"), options: .sortedKeys)
    #expect(first == second)
  }

  @Test("Several patients are a collection of documents")
  func collection() throws {
    let store = try sampleStore()
    let request = ExportRequest(
      format: "fhir", query: SuggestionQuery(project: .medical, statuses: []),
      options: ["all": "true"], circumstances: circumstances(), language: .english)
    let data = try MedicalRecordsEngine().export(request, records: store.records)
    let bundle = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(bundle["type"] as? String == "collection")
    #expect(Self.resources(bundle).count == 8)
    var validator = FHIRValidator()
    validator.check(resource: bundle)
    #expect(validator.problems.isEmpty, "\(validator.problems.prefix(5))")
  }
}
