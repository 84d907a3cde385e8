import Foundation
import Testing

@testable import Review

@Suite struct CanonicalRowTests {
  static let decision = Decision(
    suggestion: "00aa11bb22cc33dd", part: nil, project: .restaurants, verdict: .reject,
    reason: "no-risk", note: "déjà vu", correction: ["type": "autre"],
    seen: Decision.Seen(model: 3, score: 0.883214, rank: 2, seconds: 11.5, language: .french))

  static func row(_ payload: LedgerPayload) -> CanonicalRow {
    var digests: [String: String] = [:]
    for (name, text) in payload.personalFields {
      digests[name] = PersonalText(salt: Array(repeating: 7, count: 16), text: text).digest
    }
    return CanonicalRow(
      sequence: 1, time: Timestamp(milliseconds: 1_795_510_923_456), agent: "marie",
      payload: payload, digests: digests)
  }

  /// The vector that another program must reproduce to verify a ledger.
  @Test func hasTheDocumentedBytes() {
    let row = CanonicalRow(
      sequence: 1, time: Timestamp(milliseconds: 5), agent: "é",
      payload: .undo(cancels: 9, subject: nil, project: nil), digests: ["note": "ab"])
    let text = String(decoding: row.bytes, as: UTF8.self)
    #expect(
      text == """
        vigie-ledger-1
        agent=2:é
        kind=4:undo
        payload.cancels=1:9
        personal.note=2:ab
        sequence=1:1
        time=1:5

        """)
    // Computed by another program: SHA-256 of 32 zero bytes and the text above.
    #expect(
      row.hash(after: .zero).description
        == "55dff635904b797b7c9a527d2f082dcdb3583872b16e73fbd4fb11243859a855")
  }

  @Test func normalisesComposedLetters() {
    let composed = CanonicalRow(fields: ["a": "\u{E9}"])
    let decomposed = CanonicalRow(fields: ["a": "e\u{301}"])
    #expect(composed.bytes == decomposed.bytes)
  }

  @Test func aValueCannotImitateAField() {
    let honest = CanonicalRow(fields: ["a": "1", "b": "2"])
    let forged = CanonicalRow(fields: ["a": "1\nb=1:2"])
    #expect(honest.bytes != forged.bytes)
    #expect(CanonicalRow(bytes: forged.bytes)?.fields == ["a": "1\nb=1:2"])
  }

  @Test(arguments: [
    "", "vigie-ledger-2\n", "vigie-ledger-1\na=1:", "vigie-ledger-1\na=5:x\n",
    "vigie-ledger-1\na=1:x\na=1:y\n", "vigie-ledger-1\na=-1:x\n", "vigie-ledger-1\nabc",
  ])
  func refusesWhatIsNotCanonical(text: String) {
    #expect(CanonicalRow(bytes: Array(text.utf8)) == nil)
  }

  @Test func theHashDependsOnTheRowBefore() {
    let row = Self.row(.decision(Self.decision))
    let first = row.hash(after: .zero)
    #expect(row.hash(after: first) != first)
    #expect(LedgerHash(hexadecimal: first.description) == first)
  }
}

@Suite struct LedgerPayloadTests {
  static let payloads: [LedgerPayload] = [
    .decision(CanonicalRowTests.decision),
    .undo(cancels: 4, subject: "s", project: .letters),
    .undo(cancels: 4, subject: nil, project: nil),
    .followUp(
      FollowUp(
        suggestion: "s", project: .parcels, state: "planned", due: CalendarDate(iso: "2027-01-02"),
        note: "lundi")),
    .knowledge(
      KnowledgeEdit(project: .calls, table: "answers", key: "k", values: ["a": "b", "c": ""])),
    .knowledge(KnowledgeEdit(project: .calls, table: "answers", key: "k", values: nil)),
    .candidate(ModelEvent(project: .medical, version: 2, sha256: "ff", previous: nil)),
    .promotion(ModelEvent(project: .medical, version: 2, sha256: "ff", previous: 1)),
    .importing(
      ImportRecord(
        project: .inspections, files: ["a.csv": "00"], rows: 3, refused: 1, suggestions: 2)),
    .unmasking(AccessRecord(project: .medical, subject: "s", reason: "urgence")),
    .reading(AccessRecord(project: .medical, subject: "s", reason: nil)),
    .role(Agent(id: "paul", name: "Paul", role: .supervisor)),
    .erasure(sequence: 3, reason: "demande"),
  ]

  @Test(arguments: payloads)
  func roundTripsThroughTheCanonicalForm(payload: LedgerPayload) throws {
    let row = CanonicalRowTests.row(payload)
    let back = try #require(CanonicalRow(bytes: row.bytes))
    #expect(back == row)
    let event = try #require(
      back.event(previous: .zero, hash: .zero, personal: payload.personalFields))
    #expect(event.payload == payload)
    #expect(event.agent == "marie")
    #expect(event.payload.kind == payload.kind)
  }

  @Test func erasedTextLeavesTheRowReadable() throws {
    let row = CanonicalRowTests.row(.decision(CanonicalRowTests.decision))
    let event = try #require(row.event(previous: .zero, hash: .zero, personal: [:]))
    guard case .decision(let decision) = event.payload else {
      Issue.record("not a decision")
      return
    }
    #expect(decision.note == nil)
    #expect(decision.correction.isEmpty)
    #expect(decision.reason == "no-risk")
    #expect(row.digests.keys.sorted() == ["correction.type", "note"])
  }

  @Test func noPersonalTextStandsInTheChain() {
    let row = CanonicalRowTests.row(.decision(CanonicalRowTests.decision))
    #expect(!String(decoding: row.bytes, as: UTF8.self).contains("déjà vu"))
  }

  @Test func theSaltChangesTheDigest() {
    let one = PersonalText(salt: [1], text: "a").digest
    #expect(one != PersonalText(salt: [2], text: "a").digest)
    #expect(one == PersonalText(salt: [1], text: "a").digest)
  }

  @Test(arguments: [
    (0.0, "0"), (0.5, "500000"), (-1.25, "-1250000"), (.nan, "0"),
    (.infinity, "9000000000000000"),
  ])
  func numbersAreWholeMillionths(value: Double, text: String) {
    #expect(LedgerPayload.millionths(value) == text)
  }

  @Test(arguments: LedgerKind.allCases)
  func missingFieldsAreRefused(kind: LedgerKind) {
    #expect(LedgerPayload(kind: kind, fields: [:], personal: [:]) == nil)
  }
}
