import Review
import Testing

@testable import Tables

@Suite struct TableRowTests {
  private func row(_ fields: String) throws -> TableRow {
    let reader = try TableReader(MemorySource(Array("a\tb\tc\n\(fields)\n".utf8), name: "t.tsv"))
    return try #require(try reader.next())
  }

  @Test(arguments: [
    ("x", "x"), (" x ", "x"), ("\u{A0}x\u{202F}", "x"), ("\u{FEFF}x", "x"), ("é", "é"),
    (" é ", "é"), ("   ", ""), ("", ""), ("a b", "a b"), ("e\u{301}", "e\u{301}"),
  ])
  func trimsSpacesOfAnyKind(_ field: String, _ trimmed: String) throws {
    #expect(try row("\(field)\t1\t2").text(0) == trimmed)
    #expect(try row("\(field)\t1\t2")[0] == field)
  }

  @Test func knowsEmptyFields() throws {
    let row = try row("  \t\tx")
    #expect(row.isEmpty(0))
    #expect(row.isEmpty(1))
    #expect(!row.isEmpty(2))
    #expect(row.isEmpty(9))
    #expect(row.text(9) == "")
  }

  @Test func makesRefusals() throws {
    let row = try row("1\t2\t3")
    let expected = LocalizedText(fr: "un mot", en: "a word")
    let refusal = row.refusal(FieldError(found: "2", expected: expected))
    #expect(refusal == Refusal(file: "t.tsv", line: 2, found: "2", expected: expected))
    #expect(row.excerpt == "1\t2\t3")
    #expect(row.header.names == ["a", "b", "c"])
  }

  @Test func mayBeKeptWhileReadingGoesOn() throws {
    let text = "a;b\n" + (0..<500).map { "\($0);x\($0)" }.joined(separator: "\n")
    var options = TableOptions()
    options.limits.chunkBytes = 64
    let reader = try TableReader(MemorySource(Array(text.utf8), name: "t.csv"), options: options)
    var rows: [TableRow] = []
    while let row = try reader.next() { rows.append(row) }
    #expect(rows.map { $0["b"] } == (0..<500).map { "x\($0)" })
  }

  @Test func findsColumnsByNearNames() {
    let header = TableHeader(["Date d'inspection", "date_inspection", "", "N°"])
    #expect(header.index(of: "date_inspection") == 1)
    #expect(header.index(of: "DATE D INSPECTION") == 0)
    #expect(header.index(of: "n") == 3)
    #expect(header.index(of: "") == nil)
    #expect(header.duplicates == [])
  }
}
