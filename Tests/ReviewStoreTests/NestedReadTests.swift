import Foundation
import Review
import Testing

@testable import ReviewStore

/// Engines look things up while they go through records.
@Suite struct NestedReadTests {
  typealias Kind = StoreFixture.Kind

  static func filled(_ kind: Kind) throws -> any ReviewStore {
    let store = try StoreFixture.store(kind)
    try store.save(documents: (0..<4).map { StoreFixture.document("\($0)", "texte \($0)") })
    try store.save(suggestions: (0..<4).map { StoreFixture.suggestion($0, value: 0.5) })
    try store.save(
      records: (0..<4).map {
        SourceRecord(project: .restaurants, kind: "k", key: "\($0)", content: Data([UInt8($0)]))
      })
    try store.append([
      StoreFixture.draft(
        .knowledge(
          KnowledgeEdit(project: .restaurants, table: "t", key: "k", values: ["a": "b"])))
    ])
    return store
  }

  @Test(arguments: Kind.allCases)
  func aReadInsideAReadIsAnswered(kind: Kind) throws {
    let store = try Self.filled(kind)
    let records = store.records
    var seen = 0
    try records.forEachRecord(project: .restaurants, kind: "k") { record in
      let id = StoreFixture.document(record.key, "").id
      #expect(try records.document(id)?.text == "texte \(record.key)")
      #expect(try records.knowledge(project: .restaurants, table: "t").count == 1)
      try records.forEachSuggestion(SuggestionQuery(project: .restaurants)) { _ in
        seen += 1
        return true
      }
      try records.forEachDocument(project: .restaurants, kind: "review") { _ in
        seen += 1
        return seen % 2 == 0
      }
      return true
    }
    #expect(seen >= 16)
  }

  struct Stop: Error {}

  @Test(arguments: Kind.allCases)
  func whatABodyThrowsEndsTheWalkAndLeavesTheStoreUsable(kind: Kind) throws {
    let store = try Self.filled(kind)
    for _ in 0..<5 {
      #expect(throws: Stop.self) {
        try store.records.forEachDocument(project: .restaurants, kind: "review") { _ in
          throw Stop()
        }
      }
      #expect(throws: Stop.self) {
        try store.records.forEachSuggestion(SuggestionQuery(project: .restaurants)) { _ in
          throw Stop()
        }
      }
    }
    #expect(try store.head().sequence == 1)
    try store.save(documents: [StoreFixture.document("9", "neuf")])
    #expect(try store.search("neuf", project: .restaurants, limit: 1).count == 1)
  }

  @Test(arguments: Kind.allCases)
  func walksStopWhereTheyAreTold(kind: Kind) throws {
    let store = try Self.filled(kind)
    var keys: [String] = []
    try store.records.forEachRecord(project: .restaurants, kind: "k") { record in
      keys.append(record.key)
      return keys.count < 2
    }
    #expect(keys == ["0", "1"])
    try store.records.forEachRecord(project: .letters, kind: "k") { _ in
      Issue.record("another project's record")
      return true
    }
    try store.records.forEachRecord(project: .restaurants, kind: "other") { _ in
      Issue.record("another kind's record")
      return true
    }
  }

  /// More suggestions than one page holds come each once, in the order of the list.
  @Test func longWalksCrossPages() throws {
    let store = try StoreFixture.store(.sqlite)
    try store.save(
      suggestions: (0..<1203).map { StoreFixture.suggestion($0, value: Double($0 % 3) / 3) })
    var keys: [SuggestionKey] = []
    try store.records.forEachSuggestion(SuggestionQuery(project: .restaurants)) { suggestion in
      keys.append(SuggestionKey(priority: suggestion.priority, id: suggestion.id))
      return true
    }
    #expect(keys.count == 1203)
    #expect(keys == keys.sorted() && Set(keys).count == 1203)
  }
}
