import Testing

@testable import Tables

/// Random tables, written and read again: the same tables at each run.
@Suite struct TableRoundTripTests {
  private struct Random {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }

  private static let pieces = [
    "a", "Z", "é", "œ", "😀", "\u{301}", " ", "\u{A0}", "\t", "\n", "\r", "\r\n", ";", ",", "\"",
    "\"\"", "'", "=", "+", "-", "@", "＝", "0", "\u{FEFF}", "|", "\\",
  ]

  private func table(_ random: inout Random) -> [[String]] {
    let columns = 2 + random.next(4)
    return (0..<(1 + random.next(8))).map { _ in
      (0..<columns).map { _ in
        (0..<random.next(6)).map { _ in Self.pieces[random.next(Self.pieces.count)] }.joined()
      }
    }
  }

  @Test(arguments: [UInt64(1), 2, 3, 4]) func everyTableComesBack(_ seed: UInt64) throws {
    var random = Random(state: seed)
    for _ in 0..<150 {
      let rows = table(&random)
      let header = rows[0].indices.map { "colonne \($0)" }
      for style in [TableWriter.Style.csv, .tsv, .excelFR] {
        var writer = TableWriter(header: header, style: style)
        for row in rows { writer.write(row.map { .text($0) }) }
        var options = TableOptions()
        options.limits.chunkBytes = 1 << (4 + random.next(8))
        options.delimiter = style.delimiter
        let result = try readTable(writer.flush(), options: options)
        #expect(result.rows == rows.filter { row in row.contains { !$0.isEmpty } || row.count > 1 })
        #expect(result.refusals == [])
        #expect(result.reader.header.names == header)
      }
    }
  }

  @Test func piecesMakeTheSameFile() {
    var whole = TableWriter(header: ["a", "b"], style: .excelFR)
    var pieces = TableWriter(header: ["a", "b"], style: .excelFR)
    var collected = pieces.flush()
    for index in 0..<10 {
      let row: [TableCell] = [.integer(index), .text("x\(index)")]
      whole.write(row)
      pieces.write(row)
      collected += pieces.flush()
    }
    #expect(whole.flush() == collected)
  }
}
