import Review
import Testing

@testable import Tables

@Suite struct TableReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var header: [String]
    var rows: [[String]]
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "semicolon", text: "a;b\n1;2\n", header: ["a", "b"], rows: [["1", "2"]]),
    Case(name: "comma", text: "a,b\n1,2\n", header: ["a", "b"], rows: [["1", "2"]]),
    Case(name: "tab", text: "a\tb\n1\t2\n", header: ["a", "b"], rows: [["1", "2"]]),
    Case(name: "one column", text: "nom\nLyon\n", header: ["nom"], rows: [["Lyon"]]),
    Case(name: "no last line end", text: "a;b\n1;2", header: ["a", "b"], rows: [["1", "2"]]),
    Case(name: "CRLF", text: "a;b\r\n1;2\r\n", header: ["a", "b"], rows: [["1", "2"]]),
    Case(
      name: "CR only", text: "a;b\r1;2\r3;4", header: ["a", "b"], rows: [["1", "2"], ["3", "4"]]),
    Case(
      name: "byte order mark", text: "\u{FEFF}a;b\n1;2", header: ["a", "b"], rows: [["1", "2"]]),
    Case(
      name: "blank lines", text: "\n\na;b\n\n1;2\n   \n\r\n3;4\n\n", header: ["a", "b"],
      rows: [["1", "2"], ["3", "4"]]),
    Case(
      name: "quotes", text: "a;b\n\"x;y\";\"d\"\"q\"\"\"\n", header: ["a", "b"],
      rows: [["x;y", "d\"q\""]]),
    Case(
      name: "line end in quotes", text: "a;b\n\"x\ny\";2\n3;4", header: ["a", "b"],
      rows: [["x\ny", "2"], ["3", "4"]]),
    Case(
      name: "quoted CRLF", text: "a;b\r\n\"x\r\ny\";\"2\"\r\n3;4\r\n", header: ["a", "b"],
      rows: [["x\r\ny", "2"], ["3", "4"]]),
    Case(
      name: "quote inside a bare field", text: "a;b\nCh\"ez;5\" de\n", header: ["a", "b"],
      rows: [["Ch\"ez", "5\" de"]]),
    Case(
      name: "empty quoted", text: "a;b\n\"\";\"\"\n", header: ["a", "b"], rows: [["", ""]]),
    Case(
      name: "space after a closing quote", text: "a;b\n\"x\" ;\"y\"  \n", header: ["a", "b"],
      rows: [["x", "y"]]),
    Case(
      name: "empty fields that spreadsheets add", text: "a;b\n1;2;;\n", header: ["a", "b"],
      rows: [["1", "2"]]),
    Case(
      name: "empty columns that spreadsheets add", text: "a;b;;\n1;2;;\n3;4\n", header: ["a", "b"],
      rows: [["1", "2"], ["3", "4"]]),
    Case(
      name: "commas in semicolon file", text: "a;b\n1,5;x, y, z\n2,5;t, u, v\n",
      header: ["a", "b"], rows: [["1,5", "x, y, z"], ["2,5", "t, u, v"]]),
    Case(
      name: "semicolons in comma file", text: "a,b,c\n1,x;y,2\n3,z;t,4\n", header: ["a", "b", "c"],
      rows: [["1", "x;y", "2"], ["3", "z;t", "4"]]),
    Case(
      name: "declared delimiter", text: "sep=,\na,b;c\n1,2;3\n", header: ["a", "b;c"],
      rows: [["1", "2;3"]]),
    Case(
      name: "header with quotes", text: "\"a\";\"b;c\"\n1;2\n", header: ["a", "b;c"],
      rows: [["1", "2"]]),
    Case(name: "header only", text: "a;b\n", header: ["a", "b"], rows: []),
  ]

  @Test(arguments: cases) func reads(_ test: Case) throws {
    let result = try readTable(test.text)
    #expect(result.reader.header.names == test.header)
    #expect(result.rows == test.rows)
    #expect(result.refusals == [])
    #expect(result.reader.rowCount == test.rows.count)
  }

  @Test(arguments: cases) func doesNotDependOnTheChunks(_ test: Case) throws {
    for chunk in [1, 2, 3, 7] {
      var options = TableOptions(delimiter: try readTable(test.text).reader.format.delimiter)
      options.limits.chunkBytes = 64
      let source = GeneratedSource(Array(test.text.utf8), piece: 64)
      #expect(try readTable(source, options: options).rows == test.rows)
      // Small pieces after the header is known.
      let whole = Array((test.text + "\n").utf8)
      let pieces = GeneratedSource(name: "t.csv", count: whole.count, piece: max(chunk, 1)) {
        whole[$0]
      }
      var scanner = try RowScanner(pieces, limits: options.limits)
      var rows = 0
      var row = RawRow()
      while try scanner.next(into: &row) { rows += 1 }
      #expect(rows > 0)
    }
  }

  @Test func knowsLines() throws {
    let result = try readTable("a;b\n1;\"x\ny\nz\"\n\n3;4\n5;6")
    #expect(result.lines == [2, 6, 7])
  }

  @Test func givesFieldsByName() throws {
    let reader = try TableReader(
      MemorySource(Array("Code_postal;Libellé commune\n 69001 ;Lyon\n".utf8), name: "t.csv"))
    let row = try #require(try reader.next())
    #expect(row["Code_postal"] == " 69001 ")
    #expect(row["code postal"] == " 69001 ")
    #expect(row["libelle_commune"] == "Lyon")
    #expect(row["absent"] == nil)
    #expect(row.text(0) == "69001")
    #expect(row.text(nil) == "")
    #expect(row[7] == "")
    #expect(row.isEmpty(nil))
    #expect(!row.isEmpty(1))
    #expect(row.count == 2)
  }

  @Test func detectsTheLayout() throws {
    let cases: [(String, TableFormat.Delimiter, Bool)] = [
      ("a;b\n1;2", .semicolon, false), ("\u{FEFF}a,b\n1,2", .comma, true),
      ("a\tb,c\n1\t2", .tab, false), ("seul\nx", .semicolon, false),
      // The header names six columns with `;`, one with a comma; texts have more commas.
      ("a;b;c;d\n1;x, y, z, t, u;2;3", .semicolon, false),
      // Rows decide between two delimiters of the header.
      ("a,b;c,d;e\n1;2;3\n4;5;6\n", .semicolon, false),
    ]
    for (text, delimiter, mark) in cases {
      let format = try readTable(text, options: TableOptions()).reader.format
      #expect(format.delimiter == delimiter, "\(text)")
      #expect(format.hasByteOrderMark == mark)
      #expect(format.encoding == .utf8)
    }
  }

  @Test func honoursAKnownDelimiter() throws {
    let result = try readTable("a,b;c\n1,2;3\n", options: TableOptions(delimiter: .comma))
    #expect(result.rows == [["1", "2;3"]])
  }

  @Test func readsWindows1252() throws {
    let result = try readTable(windows1252("nom;prix\nBœuf à l’été;12 €\n"))
    #expect(result.reader.format.encoding == .windows1252)
    #expect(result.rows == [["Bœuf à l’été", "12 €"]])
    #expect(result.reader.repairedCount == 1)
  }

  @Test func readsFieldsOfBothEncodings() throws {
    let bytes =
      Array("nom;ville\nCafé;".utf8) + windows1252("Sète\n") + Array("Thé;Nîmes\n".utf8)
    let result = try readTable(bytes)
    #expect(result.rows == [["Café", "Sète"], ["Thé", "Nîmes"]])
    #expect(result.reader.repairedCount == 1)
  }

  @Test func namesDuplicateColumns() throws {
    let header = try readTable("a;b;a;;\n1;2;3;;\n").reader.header
    #expect(header.duplicates == ["a"])
    #expect(header.index(of: "a") == 0)
  }

  @Test func letsTheCallerRefuse() throws {
    let refusals = Refusals()
    let reader = try TableReader(MemorySource(Array("a;b\n1;2\n3;4\n".utf8), name: "t.csv")) {
      refusals.add($0)
    }
    let row = try #require(try reader.next())
    reader.refuse(row, found: "1", expected: LocalizedText(same: "0"))
    _ = try reader.next()
    #expect(reader.rowCount == 1)
    #expect(reader.refusedCount == 1)
    #expect(refusals.lines == [2])
    #expect(refusals.all.first?.file == "t.csv")
  }
}
