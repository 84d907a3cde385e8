import Foundation
import Review
import ReviewStore
import Testing

@testable import MedicalRecords

/// Who the invented patients are stands in the store's originals and nowhere else: neither in
/// suggestions nor in documents, hits, timelines and exports.
@Suite("Privacy of everything that is shown or leaves")
struct PrivacyCases {
  /// What identifies a patient, as it stands in the notes.
  struct Secrets: Sendable {
    var number: String
    var words: [String]
  }

  static func secrets(_ store: MemoryStore) throws -> [Secrets] {
    try Material(MedicalSources(), records: store.records, knowledge: [:]).patients
      .sorted { $0.key < $1.key }.map { key, notes in
        let identity = PatientRecord(key: key, notes: notes).identity
        var words = identity.names.filter { $0.count >= 3 } + identity.identifiers
        words += identity.contacts
        if let iso = identity.birthDate?.iso {
          let parts = iso.split(separator: "-")
          words += [iso, "\(parts[2])/\(parts[1])/\(parts[0])"]
        }
        return Secrets(number: key, words: words)
      }
  }

  private static func check(_ text: String, _ secrets: Secrets, _ place: String) {
    for word in secrets.words {
      #expect(!text.contains(word), "\(place) of \(secrets.number): \(word)")
    }
  }

  @Test("The invented patients have something to hide")
  func some() throws {
    let all = try Self.secrets(try Samples.store.get())
    #expect(all.count == 8 && all.count { $0.words.count >= 3 } >= 6)
  }

  @Test("Suggestions: titles, statements, passages, timelines, parts")
  func suggestions() throws {
    let store = try Samples.store.get()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    let texts = try MedicalRecordsTests.suggestions(store).mapValues {
      String(decoding: try encoder.encode($0), as: UTF8.self)
    }
    for secrets in try Self.secrets(store) {
      for (key, text) in texts { Self.check(text, secrets, key) }
    }
  }

  @Test("Documents that are read and searched")
  func documents() throws {
    let store = try Samples.store.get()
    let patients = try Material(MedicalSources(), records: store.records, knowledge: [:]).patients
    for secrets in try Self.secrets(store) {
      for note in patients[secrets.number] ?? [] {
        let document = try #require(try store.document(StoredNotes.documentID(note)))
        Self.check(document.text, secrets, document.title)
        Self.check(document.title, secrets, "title")
        #expect(document.text.unicodeScalars.count == note.text.unicodeScalars.count)
      }
    }
  }

  @Test("Exports of all formats, all statements", arguments: ["fhir", "text", "statements", "cda"])
  func exports(_ format: String) throws {
    let store = try Samples.store.get()
    for secrets in try Self.secrets(store) {
      let request = ExportRequest(
        format: format,
        query: SuggestionQuery(project: .medical, statuses: [], text: secrets.number),
        options: ["all": "true", "dates": "true"], circumstances: circumstances(),
        language: .english)
      let data = try MedicalRecordsEngine().export(request, records: store.records)
      Self.check(String(decoding: data, as: UTF8.self), secrets, format)
    }
  }

  @Test("Hits of searches", arguments: ["hypertension", "adénocarcinome", "patiente", "docteur"])
  func hits(_ query: String) throws {
    let store = try Samples.store.get()
    let hits = try SearchCases.hits(store, query, all: true)
    for secrets in try Self.secrets(store) {
      for hit in hits { Self.check(hit.title + hit.snippet, secrets, "hit") }
    }
  }

  @Test("Timelines; an identity is shown with a reason only, to those who may")
  func actions() throws {
    let store = try Samples.store.get()
    func perform(_ name: String, _ key: String, _ reason: String) throws -> ActionResult {
      try MedicalRecordsEngine().perform(
        ActionRequest(
          name: name, parameters: ["reason": reason],
          suggestion: try MedicalRecordsTests.suggestions(store)["patient|" + key],
          circumstances: circumstances(), agent: Agent(id: "claire"), language: .french),
        records: store.records)
    }
    for secrets in try Self.secrets(store) {
      guard case .text(let lines) = try perform("timeline", secrets.number, "") else {
        Issue.record("no timeline")
        continue
      }
      Self.check(lines.joined(separator: "\n"), secrets, "timeline")
    }
    #expect(throws: EngineError.self) { try perform("unmask", "0147", "") }
    guard case .disclosure(let lines, let reason) = try perform("unmask", "0147", "appel famille")
    else {
      Issue.record("no disclosure")
      return
    }
    #expect(lines.joined().contains("MARTIN") && reason == "appel famille")
    let action = try #require(MedicalActions.descriptions.first { $0.name == "unmask" })
    #expect(action.minimumRole == .expert)
  }

  @Test("Dates of exports move, by another number of days for another patient")
  func shifted() throws {
    let store = try Samples.store.get()
    func dates(_ keeps: Bool) throws -> Set<String> {
      let request = ExportRequest(
        format: "statements",
        query: SuggestionQuery(project: .medical, statuses: [], text: "0147"),
        options: ["all": "true", "dates": keeps ? "true" : "false"],
        circumstances: circumstances(), language: .french)
      let text = String(
        decoding: try MedicalRecordsEngine().export(request, records: store.records), as: UTF8.self)
      return Set(text.matches(of: /\d{4}-\d\d-\d\d/).map { String($0.0) })
    }
    let (kept, moved) = (try dates(true), try dates(false))
    #expect(kept.count == moved.count && kept.count > 5)
    let days = { (dates: Set<String>) in
      dates.compactMap { CalendarDate(iso: $0)?.daysSinceEpoch }.sorted()
    }
    let shifts = Set(zip(days(kept), days(moved)).map { $1 - $0 })
    #expect(shifts.count == 1 && shifts != [0])
  }
}
