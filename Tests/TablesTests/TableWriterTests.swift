import Review
import Testing

@testable import Tables

@Suite struct TableWriterTests {
  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func writesTypedValues() throws {
    let day = try #require(CalendarDate(year: 2026, month: 1, day: 2))
    let row: [TableCell] = [
      .text("a"), .integer(-3), .number(-1.5), .number(.nan), .date(day), .empty,
    ]
    var csv = TableWriter(header: ["t", "i", "n", "x", "d", "e"])
    csv.write(row)
    #expect(text(csv.flush()) == "t,i,n,x,d,e\r\na,-3,-1.5,,2026-01-02,\r\n")
    #expect(csv.flush() == [])
    var french = TableWriter(header: ["t", "i", "n", "x", "d", "e"], style: .excelFR)
    french.write(row)
    #expect(text(french.flush()) == "\u{FEFF}t;i;n;x;d;e\r\na;-3;-1,5;;2026-01-02;\r\n")
    var comma = TableWriter(
      header: ["n"], style: .init(delimiter: .comma, hasDecimalComma: true))
    comma.write([.number(0.5)])
    #expect(text(comma.flush()) == "n\r\n\"0,5\"\r\n")
  }

  @Test(arguments: [
    "=1+1", "+33 4 67", "-10 %", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", "  =1",
    "\u{A0}=1", "\u{3000}@x", "\u{2400}x", "'=1", "''=1", "' =1",
  ])
  func guardsFormulas(_ text: String) {
    #expect(FormulaGuard.guarded(text) == "'" + text)
    #expect(FormulaGuard.removed(from: FormulaGuard.guarded(text)) == text)
  }

  @Test(arguments: ["", "a", "'a", "l'été", "1=2", "'", "''", " a", "'ouvert'"])
  func leavesOtherTexts(_ text: String) {
    #expect(FormulaGuard.guarded(text) == text)
    #expect(FormulaGuard.removed(from: text) == text)
  }

  @Test func everyTextComesBack() throws {
    let pieces = [
      "=", "+", "-", "@", "'", " ", "\t", "\n", "\r", ";", ",", "\"", "a", "é", "＝", "\u{A0}",
    ]
    var texts: [String] = [""]
    for first in pieces {
      texts.append(first)
      for second in pieces {
        texts.append(first + second)
        for third in pieces { texts.append(first + second + third) }
      }
    }
    for style in [TableWriter.Style.csv, .tsv, .excelFR] {
      var writer = TableWriter(header: ["n", "t"], style: style)
      for (index, text) in texts.enumerated() { writer.write([.integer(-index), .text(text)]) }
      let result = try readTable(writer.flush(), options: TableOptions(delimiter: style.delimiter))
      #expect(result.refusals == [])
      #expect(result.rows.map { $0[1] } == texts)
      #expect(result.rows.map { $0[0] } == texts.indices.map { String(-$0) })
    }
  }

  @Test func writesNULAsItsPicture() throws {
    var writer = TableWriter(header: ["a", "b"])
    writer.write([.text("\0=1"), .text("x\0y")])
    let bytes = writer.flush()
    #expect(!bytes.contains(0))
    #expect(try readTable(bytes).rows == [["\u{2400}=1", "x\u{2400}y"]])
  }

  @Test func keepsASingleEmptyColumn() throws {
    var writer = TableWriter(header: ["a"])
    for text in ["", "x", " ", ""] { writer.write([.text(text)]) }
    let result = try readTable(writer.flush(), options: TableOptions(delimiter: .comma))
    #expect(result.rows == [[""], ["x"], [" "], [""]])
  }

  @Test func doesNotRemoveGuardsWhenAskedNotTo() throws {
    let options = TableOptions(removesFormulaGuard: false)
    #expect(try readTable("a;b\n'=1;2\n", options: options).rows == [["'=1", "2"]])
    #expect(try readTable("a;b\n'=1;2\n").rows == [["=1", "2"]])
  }
}
