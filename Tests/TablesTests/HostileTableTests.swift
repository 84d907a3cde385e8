import Foundation
import Review
import Testing

@testable import Tables

@Suite struct HostileTableTests {
  private func options(_ change: (inout TableLimits) -> Void) -> TableOptions {
    var limits = TableLimits()
    change(&limits)
    return TableOptions(limits: limits)
  }

  @Test func refusesShiftedRows() throws {
    let result = try readTable("a;b;c\n1;2;3\n1;2\n1;2;3;4\n4;5;6\n")
    #expect(result.rows == [["1", "2", "3"], ["4", "5", "6"]])
    #expect(result.refusals.map(\.line) == [3, 4])
    #expect(result.refusals.first?.found == "1;2")
    #expect(result.refusals.first?.expected.fr == "3 champs au lieu de 2 (ligne décalée)")
    #expect(result.reader.refusedCount == 2)
  }

  @Test func namesTheLineOfAnUnclosedQuote() throws {
    let result = try readTable("a;b\n1;2\n3;\"4\n5;6\n7;8\n")
    #expect(result.refusals.map(\.line) == [3])
    #expect(result.refusals.first?.expected.en == "a closing quote (opened on this line)")
    // Nothing behind the bad line is lost.
    #expect(result.rows == [["1", "2"], ["5", "6"], ["7", "8"]])
    #expect(result.lines == [2, 4, 5])
  }

  @Test func namesTheLineOfTextAfterAQuote() throws {
    let result = try readTable("a;b\n\"Chez;\" Momo;2\n3;4\n")
    #expect(result.refusals.map(\.line) == [2])
    #expect(result.refusals.first?.expected.en.hasPrefix("a delimiter after") == true)
    #expect(result.rows == [["3", "4"]])
  }

  @Test func takesQuotesOfUnquotedFilesAsTheyAre() throws {
    // More of them than bad quotes are allowed: these are not bad.
    let text = "a\tb\n" + String(repeating: "\"Chez\" Momo\t\"2\" x\n", count: 150)
    let result = try readTable(text)
    #expect(result.rows == Array(repeating: ["\"Chez\" Momo", "\"2\" x"], count: 150))
    #expect(result.refusals == [])
  }

  @Test func doesNotLoseRowsSwallowedByAQuote() throws {
    // The stray quote of line 2 closes at the one that opens a field of line 4.
    let result = try readTable("a;b;c\n1;\"x;3\n4;5;6\n7;\"y\";9\n")
    #expect(result.refusals.map(\.line) == [2])
    #expect(result.rows == [["4", "5", "6"], ["7", "y", "9"]])
    // Here the swallowed lines make a row of the wrong width.
    let other = try readTable("a;b\n\"1;2\n3;4\";5;6\n7;8\n")
    #expect(other.rows == [["7", "8"]])
    #expect(other.refusals.map(\.line) == [2, 3])
  }

  @Test func givesUpAfterTooManyBadQuotes() throws {
    let text = "a;b\n" + String(repeating: "\"x;1\n", count: 10)
    let small = options { $0.quoteRepairs = 5 }
    #expect(problem { _ = try readTable(text, options: small) } == .unclosedQuotes)
    #expect(try readTable(text).refusals.count == 10)
  }

  @Test func refusesWhatIsNotText() {
    let cases: [(String, [UInt8], TableError.Problem)] = [
      ("empty", [], .empty), ("blank", Array("  \n\r\n\t".utf8), .empty),
      ("mark only", [0xEF, 0xBB, 0xBF], .empty), ("NUL", Array("a;b\n1;\0\n".utf8), .binary),
      ("XLSX", [0x50, 0x4B, 3, 4, 1, 2], .binary), ("gzip", [0x1F, 0x8B, 8, 1], .binary),
      ("PDF", Array("%PDF-1.7\n".utf8), .binary), ("UTF-16", [0xFF, 0xFE, 0x61, 0], .binary),
      ("XLS", [0xD0, 0xCF, 0x11, 0xE0], .binary),
    ]
    for (name, bytes, expected) in cases {
      #expect(problem { _ = try readTable(bytes) } == expected, "\(name)")
    }
  }

  @Test func refusesARowWithNULBehindTheBeginning() throws {
    let rows = String(repeating: "1;2\n", count: 40)
    let options = options { $0.chunkBytes = 64 }
    let bytes = Array(("a;b\n" + rows + "x;\0\n3;4\n").utf8)
    let result = try readTable(bytes, options: options)
    #expect(result.rows.count == 41)
    #expect(result.refusals.map(\.line) == [42])
    #expect(result.refusals.first?.found == "x;\u{2400}")
  }

  @Test func stepsOverAnEndlessLineInBoundedMemory() throws {
    // A line of nearly 2 GB (40 MB in debug builds) made up as it is read; the bound is 16 MB.
    let head = Array("a;b\n1;2\n".utf8)
    #if DEBUG
      let count = 40 << 20
    #else
      let count = (2 << 30) - 1
    #endif
    let source = GeneratedSource(name: "t.csv", count: count) { index in
      index < head.count
        ? head[index] : index >= count - 4 ? [0x0A, 0x33, 0x3B, 0x34][index - count + 4] : 0x78
    }
    let before = residentBytes()
    let result = try readTable(source)
    #expect(result.rows == [["1", "2"], ["3", "4"]])
    #expect(result.refusals.map(\.line) == [3])
    #expect(result.refusals.first?.expected.en == "a row of at most 16 MB")
    #expect(residentBytes() - before < 120 << 20)
  }

  @Test func stepsOverAnEndlessQuotedField() throws {
    let options = options {
      $0.chunkBytes = 256
      $0.fieldBytes = 1000
    }
    let text = "a;b\n\"" + String(repeating: "x\n", count: 2000) + "1;2\n"
    let result = try readTable(text, options: options)
    #expect(result.rows == [["1", "2"]])
    #expect(result.refusals.first?.line == 2)
    #expect(result.refusals.count == 2000)
  }

  @Test func boundsFieldsAndColumns() throws {
    let field = options { $0.fieldBytes = 10 }
    let long = String(repeating: "x", count: 11)
    let result = try readTable("a;b\n1;\(long)\n\"\(long)\";2\n3;4\n", options: field)
    #expect(result.refusals.map(\.line) == [2, 3])
    #expect(result.rows == [["3", "4"]])

    let wide = String(repeating: "c;", count: 1000) + "c\n"
    #expect(problem { _ = try readTable(wide) } == .tooManyColumns)
    let row = "a;b\n" + String(repeating: "c;", count: 5000) + "c\n1;2\n"
    let rows = try readTable(row)
    #expect(rows.rows == [["1", "2"]])
    #expect(rows.refusals.first?.expected.fr == "au plus 1000 colonnes")
    let quoted = "a;b\n" + String(repeating: "\"c\";", count: 5000) + "c\n1;2\n"
    #expect(try readTable(quoted).rows == [["1", "2"]])
  }

  @Test func boundsTheFile() {
    let small = options { $0.fileBytes = 100 }
    let known = GeneratedSource(name: "t.csv", count: 200, size: 200) { _ in 0x61 }
    #expect(problem { _ = try readTable(known, options: small) } == .tooLarge)
    let unknown = GeneratedSource(name: "t.csv", count: 200) { $0 % 4 == 3 ? 0x0A : 0x61 }
    #expect(problem { _ = try readTable(unknown, options: small) } == .tooLarge)
  }

  @Test func namesUnreadableFiles() {
    let missing = URL(fileURLWithPath: "/nowhere/rien.csv")
    #expect(problem { _ = try TableReader(url: missing) } == .unreadable)
    let folder = FileManager.default.temporaryDirectory
    #expect(problem { _ = try TableReader(url: folder) } == .unreadable)
  }

  @Test func survivesRandomBytes() throws {
    // Same bytes at each run: a failure can be looked at again.
    var state: UInt64 = 42
    let alphabet = Array("a;\"\n\r,\t1é\u{FEFF}'= ".utf8) + [0xE9, 0xFF]
    for _ in 0..<300 {
      var bytes: [UInt8] = Array("a;b\n".utf8)
      for _ in 0..<200 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      let result = try readTable(bytes)
      #expect(result.rows.allSatisfy { $0.count == result.reader.header.count })
      #expect(result.lines == result.lines.sorted())
    }
  }

  private func residentBytes() -> Int {
    let text = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    return pages * 4096
  }
}
