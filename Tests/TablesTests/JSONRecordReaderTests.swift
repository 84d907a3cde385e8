import Foundation
import Review
import Testing

@testable import Tables

@Suite struct JSONRecordReaderTests {
  private func read(
    _ bytes: [UInt8], piece: Int = .max, _ change: (inout TableLimits) -> Void = { _ in }
  ) throws -> (records: [JSONRecord], refusals: [Refusal], layout: JSONRecordReader.Layout) {
    var limits = TableLimits()
    change(&limits)
    let refusals = Refusals()
    let source = GeneratedSource(name: "t.json", count: bytes.count, piece: piece) { bytes[$0] }
    let reader = try JSONRecordReader(source, limits: limits) { refusals.add($0) }
    var records: [JSONRecord] = []
    while let record = try reader.next() { records.append(record) }
    #expect(reader.recordCount == records.count)
    return (records, refusals.all, reader.layout)
  }

  private func read(
    _ text: String, _ change: (inout TableLimits) -> Void = { _ in }
  ) throws -> (records: [JSONRecord], refusals: [Refusal], layout: JSONRecordReader.Layout) {
    try read(Array(text.utf8), change)
  }

  @Test func readsAList() throws {
    let text =
      "[\n {\"a\": 1},\n {\"a\": \"]}\\\"\",\n \"b\": [1, {\"c\": null}]}, 3, \"x\", true ]\n"
    let result = try read(text)
    #expect(result.layout == .list)
    #expect(result.refusals == [])
    #expect(result.records.map(\.line) == [2, 3, 4, 4, 4])
    #expect(result.records.map(\.value["a"]?.text) == ["1", "]}\"", nil, nil, nil])
    #expect(result.records[1].value["b"]?.elements.count == 2)
    #expect(result.records[4].value == .bool(true))
  }

  @Test func doesNotDependOnTheChunks() throws {
    let text = "[{\"nom\":\"Été [1]\"},{\"nom\":\"\\\\\"},\n{\"nom\":\"c\"}]"
    for piece in 1...9 {
      let result = try read(Array(text.utf8), piece: piece)
      #expect(result.records.map(\.value["nom"]?.text) == ["Été [1]", "\\", "c"])
      #expect(result.records.map(\.line) == [1, 1, 2])
    }
  }

  @Test func readsLines() throws {
    let result = try read("{\"a\":1}\n\n{\"a\":2}\nbad\n{\"a\":\n{\"a\":3}")
    #expect(result.layout == .lines)
    #expect(result.records.map(\.value["a"]?.text) == ["1", "2", "3"])
    #expect(result.records.map(\.line) == [1, 3, 6])
    #expect(result.refusals.map(\.line) == [4, 5])
  }

  @Test func readsADocument() throws {
    let result = try read("\u{FEFF}\n{\"nom\": \"x\",\n \"avis\": [1, 2]}\n")
    #expect(result.layout == .document)
    #expect(result.records.count == 1)
    #expect(result.records.first?.line == 2)
    #expect(result.records.first?.value["avis"]?.elements.map(\.text) == ["1", "2"])
  }

  @Test func readsDocumentsOneAfterTheOther() throws {
    let result = try read("{\n\"a\": 1\n}\n{\n\"a\": 2}\n")
    #expect(result.layout == .document)
    #expect(result.records.map(\.value["a"]?.text) == ["1", "2"])
    #expect(result.records.map(\.line) == [1, 4])
  }

  @Test func readsWindows1252() throws {
    let result = try read(windows1252("[{\"nom\":\"Sète\"}]"))
    #expect(result.records.first?.value["nom"]?.text == "Sète")
  }

  @Test func keepsTheDigitsOfWholeNumbers() throws {
    let result = try read("[41052082240002, 4.5, 0, -3, 1e3, 41052082240002.5]")
    #expect(
      result.records.map(\.value.text) == [
        "41052082240002", "4.5", "0", "-3", "1000", "41052082240002.5",
      ])
  }

  @Test func givesWhatComesBeforeATruncation() throws {
    let result = try read("[{\"a\":1},\n{\"a\":2},\n{\"a\":")
    #expect(result.records.count == 2)
    #expect(result.refusals.map(\.line) == [3])
    #expect(result.refusals.first?.expected.en.contains("truncated") == true)
    let unclosed = try read("[{\"a\":1},")
    #expect(unclosed.records.count == 1)
    #expect(unclosed.refusals.count == 1)
  }

  @Test func refusesWhatIsNotJSON() throws {
    #expect(problem { _ = try read("") } == .empty)
    #expect(problem { _ = try read("  \n") } == .empty)
    #expect(problem { _ = try read("bonjour") } == .malformedJSON)
    #expect(problem { _ = try read("{\"a\":\"\0\"}") } == .binary)
    let bad = try read("[{\"a\":1 2}, {\"a\":2}]")
    #expect(bad.records.map(\.value["a"]?.text) == ["2"])
    #expect(bad.refusals.count == 1)
    #expect(try read("[}").refusals.count == 1)
  }

  @Test func boundsNesting() throws {
    let deep = String(repeating: "[", count: 100_000)
    #expect(try read(deep).refusals.first?.expected.en == "at most 64 levels of nesting")
    let lines = "{\"a\":1}\n{\"a\":\(String(repeating: "[", count: 200))\n{\"a\":2}\n"
    let result = try read(lines)
    #expect(result.records.count == 2)
    #expect(result.refusals.map(\.line) == [2])
  }

  @Test func boundsRecords() throws {
    let long = "{\"a\":\"\(String(repeating: "x", count: 5000))\"}"
    func bound(_ limits: inout TableLimits) {
      limits.jsonBytes = 1000
      limits.chunkBytes = 100
    }
    #expect(try read("[\(long)]", bound).refusals.count == 1)
    let lines = try read("{\"a\":1}\n{\"b\":2}\n\(long)\n{\"a\":3}\n", bound)
    #expect(lines.records.map(\.line) == [1, 2, 4])
    #expect(lines.refusals.map(\.line) == [3])
  }

  @Test func letsTheCallerRefuse() throws {
    let refusals = Refusals()
    let source = MemorySource(Array("[1,2]".utf8), name: "t.json")
    let reader = try JSONRecordReader(source) { refusals.add($0) }
    let record = try #require(try reader.next())
    reader.refuse(record, FieldError(found: "1", expected: LocalizedText(same: "x")))
    #expect(reader.recordCount == 0)
    #expect(refusals.lines == [1])
  }
}
