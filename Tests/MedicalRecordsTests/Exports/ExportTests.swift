import Foundation
import Review
import ReviewStore
import Testing

@testable import MedicalRecords

@Suite("Exports")
struct ExportTests {
  private func export(_ format: String, all: Bool, key: String? = "0147") throws -> Data {
    let store = try Samples.store.get()
    let request = ExportRequest(
      format: format, query: SuggestionQuery(project: .medical, statuses: [], text: key ?? ""),
      options: all ? ["all": "true"] : [:], circumstances: circumstances(), language: .french)
    return try MedicalRecordsEngine().export(request, records: store.records)
  }

  @Test(
    "FHIR: a document bundle whose references resolve; nothing denied or of a relative is active")
  func fhir() throws {
    let data = try export("fhir", all: true)
    let bundle = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(
      bundle["resourceType"] as? String == "Bundle" && bundle["type"] as? String == "document")
    let entries = try #require(bundle["entry"] as? [[String: Any]])
    let urls = Set(entries.compactMap { $0["fullUrl"] as? String })
    #expect(urls.count == entries.count)
    let resources = entries.compactMap { $0["resource"] as? [String: Any] }
    #expect(resources.first?["resourceType"] as? String == "Composition")
    let sections = try #require(resources.first?["section"] as? [[String: Any]])
    for section in sections {
      for reference in section["entry"] as? [[String: String]] ?? [] {
        #expect(urls.contains(reference["reference"] ?? ""))
      }
    }
    let conditions = resources.filter { $0["resourceType"] as? String == "Condition" }
    #expect(!conditions.isEmpty)
    for condition in conditions {
      let status =
        ((condition["verificationStatus"] as? [String: Any])?["coding"] as? [[String: Any]])?
        .first?["code"] as? String
      if status == "refuted" { #expect(condition["clinicalStatus"] == nil) }
      #expect(["refuted", "provisional", "confirmed"].contains(status ?? ""))
    }
    let family = resources.filter { $0["resourceType"] as? String == "FamilyMemberHistory" }
    #expect(!family.isEmpty)
    #expect(!String(decoding: data, as: UTF8.self).contains("2026-10-14"), "dates are shifted")
  }

  @Test("Only accepted statements leave by default")
  func accepted() throws {
    let data = try export("statements", all: false)
    // Lines of a table end with CR LF, which is one character.
    #expect(String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).count == 1)
    let all = try export("statements", all: true)
    #expect(String(decoding: all, as: UTF8.self).split(whereSeparator: \.isNewline).count > 20)
  }

  @Test("CDA: well-formed, read back by our own reader, with what is missing")
  func cda() throws {
    let xml = String(decoding: try export("cda", all: true), as: UTF8.self)
    let note = try ClinicalDocumentReader.read(xml, file: "x.xml", patient: "")
    #expect(note.text.contains("pT3 N1b M0"))
    #expect(xml.contains("nullFlavor=\"MSK\"") && xml.contains("extension=\"2022.01\""))
    #expect(throws: EngineError.self) { try export("cda", all: true, key: nil) }
  }

  @Test("Text names sections and qualifiers")
  func text() throws {
    let text = String(decoding: try export("text", all: true), as: UTF8.self)
    #expect(text.contains("DIAGNOSTIC DU CANCER") && text.contains("[famille]"))
  }

  @Test("A concept search knows negation, person, synonyms and codes")
  func search() throws {
    let store = try Samples.store.get()
    func lines(_ query: String, all: String = "false") throws -> [String] {
      let result = try MedicalRecordsEngine().perform(
        ActionRequest(
          name: "find", parameters: ["query": query, "all": all], suggestion: nil,
          circumstances: circumstances(), agent: Agent(id: "claire"), language: .french),
        records: store.records)
      guard case .hits(_, let hits) = result else { return [] }
      return hits.map { "\($0.title) · \($0.snippet)" }
    }
    let diabetes = try lines("diabète")
    #expect(
      diabetes.contains { $0.hasPrefix("0422") } && !diabetes.contains { $0.hasPrefix("0147") })
    #expect(try lines("diabète", all: "true").contains { $0.hasPrefix("0147") })
    #expect(try lines("HTA").contains { $0.hasPrefix("0611") })
    #expect(try lines("C18.2").contains { $0.hasPrefix("0147") })
    #expect(throws: EngineError.self) { try lines("") }
  }

  @Test("A correction is a decision on the part in focus")
  func correction() throws {
    let store = try Samples.store.get()
    let suggestion = try #require(try suggestions(store)["patient|0147"])
    func correct(_ letters: String, part: String?) throws -> ActionResult {
      try MedicalRecordsEngine().perform(
        ActionRequest(
          name: "correct", parameters: ["qualifiers": letters], suggestion: suggestion, part: part,
          circumstances: circumstances(), agent: Agent(id: "claire"), language: .french),
        records: store.records)
    }
    guard case .decision(let proposal) = try correct("f", part: suggestion.parts.last?.id) else {
      Issue.record("no decision")
      return
    }
    #expect(proposal.reason == "attribute" && proposal.correction == ["qualifiers": "f"])
    #expect(throws: EngineError.self) { try correct("xyz", part: "a") }
    #expect(throws: EngineError.self) { try correct("f", part: nil) }
  }
}
