import Testing

@testable import Tables

@Suite struct FormatDetectorTests {
  private func detect(
    _ text: String, isWhole: Bool = true, delimiter: TableFormat.Delimiter? = nil
  ) throws -> FormatDetector.Finding {
    try FormatDetector.detect(
      Array(text.utf8)[...], isWhole: isWhole, file: "t.csv", delimiter: delimiter)
  }

  @Test func tellsWhatStandsBeforeTheHeader() throws {
    #expect(try detect("a;b\n").skipped == 0)
    #expect(try detect("\u{FEFF}a;b\n").skipped == 3)
    #expect(try detect("sep=;\na;b\n").skipped == 6)
    #expect(try detect("sep=;\r\na;b\r\n").skipped == 7)
    #expect(try detect("\u{FEFF}sep=,\na,b\n").skipped == 9)
    // Not a declaration: a column of this name.
    #expect(try detect("sep=;x;y;z\n1;2;3;4\n").skipped == 0)
  }

  @Test func aKnownDelimiterWinsOverADeclaredOne() throws {
    let finding = try detect("sep=;\na,b\n", delimiter: .comma)
    #expect(finding.format.delimiter == .comma)
    #expect(finding.skipped == 6)
  }

  @Test func knowsLineEnds() throws {
    #expect(try detect("a;b\n1;2\n").format.lineEnd == .lineFeed)
    #expect(try detect("a;b\r\n1;2\r\n").format.lineEnd == .lineFeed)
    #expect(try detect("a;b\r1;2\r").format.lineEnd == .carriageReturn)
  }

  @Test func honoursQuotesWhenItCounts() throws {
    // Outside quotes there is one comma and two semicolons.
    let text = "\"a,b,c,d\";\"e\n,,,f\";g\n1;2;3\n"
    #expect(try detect(text).format.delimiter == .semicolon)
  }

  @Test func doesNotMindARowThatIsCutOff() throws {
    let finding = try detect("a,b,c\n1,2,3\n4,5", isWhole: false)
    #expect(finding.format.delimiter == .comma)
  }

  @Test func samplesABoundedNumberOfRows() throws {
    // The first rows agree on `;`; what follows does not count.
    let head = "a;b\n" + String(repeating: "1;2\n", count: FormatDetector.sampledRows)
    let tail = String(repeating: "1,2,3,4\n", count: 500)
    #expect(try detect(head + tail).format.delimiter == .semicolon)
  }

  @Test func namesTheEncodingOfTheBeginning() throws {
    let cut = Array("a;é".utf8.dropLast())
    let part = try FormatDetector.detect(cut[...], isWhole: false, file: "t.csv")
    #expect(part.format.encoding == .utf8)
    let whole = try FormatDetector.detect(cut[...], isWhole: true, file: "t.csv")
    #expect(whole.format.encoding == .windows1252)
  }

  @Test func namesWhatItFoundInsteadOfText() {
    let cases: [([UInt8], String)] = [
      ([0x50, 0x4B, 3, 4], "ZIP / XLSX / ODS"), ([0x1F, 0x8B], "gzip"),
      (Array("%PDF-1.4".utf8), "PDF"), (Array("SQLite format 3".utf8), "SQLite"),
      ([0xFE, 0xFF, 0, 0x61], "UTF-16"), ([0x61, 0], "NUL (0x00)"),
    ]
    for (bytes, found) in cases {
      do {
        _ = try FormatDetector.detect(bytes[...], isWhole: true, file: "x.csv")
        Issue.record("expected an error for \(found)")
      } catch {
        #expect(error.refusal.found == found)
        #expect(error.refusal.file == "x.csv")
        #expect(error.description.contains(found))
      }
    }
  }
}
