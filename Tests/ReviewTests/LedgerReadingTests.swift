import Testing

@testable import Review

@Suite struct LedgerReadingTests {
  /// The fields without which a row of a kind says nothing.
  static let mandatory: [(LedgerPayload, [String])] = [
    (
      .decision(CanonicalRowTests.decision),
      [
        "suggestion", "project", "verdict", "seen.score", "seen.rank", "seen.seconds",
        "seen.language",
      ]
    ),
    (.undo(cancels: 4, subject: "s", project: .letters), ["cancels"]),
    (
      .followUp(FollowUp(suggestion: "s", project: .parcels, state: "a")),
      ["suggestion", "project", "state"]
    ),
    (
      .knowledge(KnowledgeEdit(project: .calls, table: "t", key: "k", values: [:])),
      ["project", "table", "key"]
    ),
    (
      .candidate(ModelEvent(project: .medical, version: 2, sha256: "ff", previous: 1)),
      ["project", "version", "sha256"]
    ),
    (
      .importing(
        ImportRecord(project: .letters, files: [:], rows: 1, refused: 0, suggestions: 1)),
      ["project", "rows", "refused", "suggestions"]
    ),
    (.reading(AccessRecord(project: .medical, subject: "s")), ["project", "suggestion"]),
    (.role(Agent(id: "p", role: .expert)), ["id", "role"]),
    (.erasure(sequence: 2, reason: "r"), ["sequence"]),
  ]

  @Test(arguments: mandatory)
  func eachMandatoryFieldIsMissed(payload: LedgerPayload, names: [String]) {
    let fields = payload.canonicalFields
    #expect(LedgerPayload(kind: payload.kind, fields: fields, personal: [:]) != nil)
    for name in names {
      var without = fields
      #expect(without.removeValue(forKey: name) != nil, "\(payload.kind) has \(name)")
      #expect(
        LedgerPayload(kind: payload.kind, fields: without, personal: [:]) == nil,
        "\(payload.kind) without \(name)")
    }
  }

  @Test(arguments: [
    ("verdict", "maybe"), ("project", "nowhere"), ("seen.score", "0.5"), ("seen.rank", "first"),
    ("seen.seconds", ""), ("seen.language", "de"),
  ])
  func malformedDecisionsAreRefused(name: String, value: String) {
    var fields = LedgerPayload.decision(CanonicalRowTests.decision).canonicalFields
    fields[name] = value
    #expect(LedgerPayload(kind: .decision, fields: fields, personal: [:]) == nil)
  }

  @Test(arguments: ["", "2027-02-30", "demain", "27-01-02"])
  func aDueDateThatIsNoDayIsRefused(due: String) {
    let step = FollowUp(suggestion: "s", project: .parcels, state: "a")
    var fields = LedgerPayload.followUp(step).canonicalFields
    fields["due"] = due
    #expect(LedgerPayload(kind: .followUp, fields: fields, personal: [:]) == nil)
  }

  @Test(arguments: ["sequence", "time", "agent", "kind"])
  func aRowWithoutItsOwnFieldsIsNoEvent(name: String) {
    let row = CanonicalRowTests.row(.erasure(sequence: 1, reason: "r"))
    var fields = row.fields
    fields[name] = nil
    let event = CanonicalRow(fields: fields).event(previous: .zero, hash: .zero, personal: [:])
    #expect(event == nil)
  }

  @Test func anEventKnowsWhatItIsAbout() {
    #expect(LedgerPayload.decision(CanonicalRowTests.decision).subject == "00aa11bb22cc33dd")
    #expect(LedgerPayload.decision(CanonicalRowTests.decision).project == .restaurants)
    #expect(LedgerPayload.erasure(sequence: 1, reason: "").project == nil)
    #expect(LedgerPayload.role(Agent(id: "a")).subject == nil)
    let access = AccessRecord(project: .medical, subject: "s", reason: "r")
    #expect(LedgerPayload.unmasking(access).subject == "s")
    #expect(LedgerPayload.reading(access).project == .medical)
    #expect(LedgerPayload.undo(cancels: 1, subject: "x", project: .calls).subject == "x")
    let edit = KnowledgeEdit(project: .calls, table: "t", key: "k", values: nil)
    #expect(LedgerPayload.knowledge(edit).project == .calls)
    #expect(LedgerPayload.knowledge(edit).subject == nil)
  }

  /// Personal text is only what people wrote about people: nothing else leaves the chain.
  @Test(arguments: LedgerPayloadTests.payloads)
  func personalTextNeverStandsAmongTheFieldsInClear(payload: LedgerPayload) {
    let clear = payload.canonicalFields
    for (name, text) in payload.personalFields {
      #expect(clear[name] == nil || clear[name] != text, "\(payload.kind) \(name)")
      #expect(!clear.values.contains(text), "\(payload.kind) \(name)")
    }
  }

  @Test(arguments: [
    (0.883214, 0.883214), (0.1234567, 0.123457), (1e-7, 0), (-0.5, -0.5), (1e12, 9e9),
  ])
  func numbersAreKeptToTheMillionth(value: Double, read: Double) throws {
    var decision = CanonicalRowTests.decision
    decision.seen.score = value
    let fields = LedgerPayload.decision(decision).canonicalFields
    let back = try #require(LedgerPayload(kind: .decision, fields: fields, personal: [:]))
    guard case .decision(let same) = back else {
      Issue.record("not what was expected")
      return
    }
    #expect(same.seen.score == read)
  }

  @Test func verificationTellsItsFirstFault() {
    var result = LedgerVerification(verified: 3, head: .zero)
    #expect(result.isIntact && result.fault == nil)
    result.fault = (4, .link)
    #expect(!result.isIntact)
    #expect(result.fault?.sequence == 4 && result.fault?.kind == .link)
    result.fault = nil
    #expect(result.isIntact)
  }

  @Test(arguments: ["", "00", String(repeating: "0", count: 63), String(repeating: "g", count: 64)])
  func hashesHaveExactlyThirtyTwoBytes(text: String) {
    #expect(LedgerHash(hexadecimal: text) == nil)
  }

  @Test func capitalDigitsAreReadAndWrittenSmall() {
    let hash = LedgerHash(hexadecimal: String(repeating: "AB", count: 32))
    #expect(hash?.description == String(repeating: "ab", count: 32))
    #expect(Hexadecimal.bytes("00fF7a") == [0, 255, 122])
    #expect(Hexadecimal.string([0, 255, 122]) == "00ff7a")
  }
}
