import Testing

@testable import Review

/// A chain of one event of each kind. The hashes were computed by a Python program written from the
/// documented form alone (hashlib, unicodedata), so that another program can verify a ledger.
@Suite struct LedgerVectorTests {
  static let salt = (UInt8(0)..<16).map { $0 }

  static let events: [(LedgerPayload, String)] = [
    (
      .decision(CanonicalRowTests.decision),
      "48c3c572ce133a6a7b7a1edce4dcb03bb80a16f406a2ff59ca376027d0a11ae5"
    ),
    (
      .undo(cancels: 1, subject: "00aa11bb22cc33dd", project: .restaurants),
      "22bafcf323bf37b1b35ab8c3bc20db92590debec859fd356956861f07f3e8824"
    ),
    (
      .followUp(
        FollowUp(
          suggestion: "s", project: .parcels, state: "planned",
          due: CalendarDate(iso: "2027-01-02"), note: "lundi")),
      "bfcd6d0aefbfdf31105cc9b112287b306ce2f78ab3b8067ce8d6000cb65ee6c1"
    ),
    (
      .knowledge(
        KnowledgeEdit(
          project: .calls, table: "answers", key: "clé", values: ["a=b": "x\ny", "100%": "oui"])),
      "bd74b5bdf223821b8ef036c0e48212eef25b06dca61ecccf14f61a8d31766b9e"
    ),
    (
      .knowledge(KnowledgeEdit(project: .calls, table: "answers", key: "k", values: nil)),
      "b0be1ab7817394d9bcc2e97891189f02bf206d1410ddfc38cd2ff2c4199fbf8a"
    ),
    (
      .candidate(ModelEvent(project: .medical, version: 2, sha256: "ff", previous: nil)),
      "2ee3d9c0e34005ac6d5a59ef85cfe2413736e01fdaf6989f448ce3ce71eedac5"
    ),
    (
      .promotion(ModelEvent(project: .medical, version: 2, sha256: "ff", previous: 1)),
      "b72ccc92b6fb6e097c62ec00832092b3a1809d1fb62153c6a4f1e910864a9149"
    ),
    (
      .importing(
        ImportRecord(
          project: .inspections, files: ["e\u{301}tat=1.csv": "00"], rows: 3, refused: 1,
          suggestions: 2)),
      "fba9c4339ae878b426dcbfd353b5b01d190e2ca3701dfc4418651688726a00ba"
    ),
    (
      .unmasking(AccessRecord(project: .medical, subject: "s", reason: "urgence")),
      "06e88229eb752ea6bd8f3e459318d581bcb4687a82950aa8f257888e24c5c8be"
    ),
    (
      .reading(AccessRecord(project: .medical, subject: "s")),
      "ccb037048534a69f81b6b3a2e8aae5ef3dbc282f5fe8c800cd8cd55310e12397"
    ),
    (
      .role(Agent(id: "paul", name: "Paul", role: .supervisor)),
      "d0e42807fa3a4ef81fe196f20af19a5a0f37227c774172925531fbfbba7dfbd2"
    ),
    (
      .erasure(sequence: 3, reason: "demande"),
      "1ccf16918a7f9c644c6c3fed9e372ad52d17340469ce3cd72856e3ae477d7b3a"
    ),
  ]

  @Test func theChainHasTheHashesOfTheOtherProgram() {
    var previous = LedgerHash.zero
    for (index, (payload, expected)) in Self.events.enumerated() {
      var digests: [String: String] = [:]
      for (name, text) in payload.personalFields {
        digests[name] = PersonalText(salt: Self.salt, text: text).digest
      }
      let row = CanonicalRow(
        sequence: index + 1, time: Timestamp(milliseconds: 1_795_510_923_456), agent: "marie",
        payload: payload, digests: digests)
      previous = row.hash(after: previous)
      #expect(previous.description == expected, "event \(index + 1), \(payload.kind)")
    }
    #expect(Set(Self.events.map(\.0.kind)) == Set(LedgerKind.allCases))
  }

  @Test(arguments: [
    (salt, "e\u{301}té", "259fbc47657eefba504da0414f13bd4b67d15599a2e4b3b267b553788729bcb1"),
    (salt, "été", "259fbc47657eefba504da0414f13bd4b67d15599a2e4b3b267b553788729bcb1"),
    ([], "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (salt, "déjà vu", "1d93e42c73407a10e63093da26a838dcd461b9cef8f06189a01d659852e21aad"),
  ])
  func digestsAreSaltedHashesOfNormalText(salt: [UInt8], text: String, digest: String) {
    #expect(PersonalText(salt: salt, text: text).digest == digest)
  }
}

/// Names come from outside too: a file may be called anything.
@Suite struct CanonicalNameTests {
  @Test(arguments: [
    ["a=1:x\nb": "y"], ["=": "="], ["%": "%25"], ["%3D": "1"], ["\n": ""], ["": "empty"],
    ["payload.file.a=b.csv": "00"], ["é": "1", "e": "2"], ["a": "", "a=": "", "a%": ""],
    ["a:b": "c:d"], ["🍽️": "\u{0}"],
  ])
  func anyNameIsReadBack(fields: [String: String]) throws {
    let row = CanonicalRow(fields: fields)
    let back = try #require(CanonicalRow(bytes: row.bytes))
    #expect(back.fields == fields)
    #expect(back.bytes == row.bytes)
  }

  @Test func aNameCannotImitateAField() {
    let honest = CanonicalRow(fields: ["a": "x", "b": "y"])
    let forged = CanonicalRow(fields: ["a=1:x\nb": "y"])
    #expect(honest.bytes != forged.bytes)
    #expect(honest.hash(after: .zero) != forged.hash(after: .zero))
  }

  @Test func namesAreNormalisedLikeValues() {
    #expect(
      CanonicalRow(fields: ["e\u{301}": "1"]).bytes == CanonicalRow(fields: ["\u{E9}": "1"]).bytes)
  }

  /// One row has one form: what says the same in another way is refused.
  @Test(arguments: [
    "b=1:x\na=1:y\n", "a=01:x\n", "a=+1:x\n", "a=3:e\u{301}\n", "a%=1:x\n", "a%2=1:x\n",
    "a%41=1:x\n", "a%0a=1:x\n", "a=1:x\n\n", "a= 1:x\n", "=0:", ":\n", "=\n", "a=99999999999:x\n",
    "a=9223372036854775807:x\n", "a=18446744073709551616:x\n", "a=1:xy", "a=1:\u{E9}\n",
  ])
  func otherFormsOfTheSameAreRefused(text: String) {
    #expect(CanonicalRow(bytes: Array(("vigie-ledger-1\n" + text).utf8)) == nil)
  }

  /// Bytes that are no text at all never trap and are never taken for a row.
  @Test func anyBytesAreReadOrRefused() {
    var state: UInt64 = 7
    let head = Array("vigie-ledger-1\n".utf8)
    let alphabet = Array("ab=:%3D0A1\n\u{E9}".utf8) + [0xFF, 0xC3, 0]
    for _ in 0..<3000 {
      var bytes = head
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for step in 0..<Int(state >> 60) + 3 {
        let draw = (state >> UInt64(step)) &* 0x9E37_79B9_7F4A_7C15
        bytes.append(alphabet[Int(draw >> 33) % alphabet.count])
      }
      if let row = CanonicalRow(bytes: bytes) { #expect(row.bytes == bytes) }
    }
  }
}
