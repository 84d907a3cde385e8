import Foundation
import Testing

@testable import Tables

@Suite("gzip")
struct GzipTests {
  /// `printf 'bonjour bonjour bonjour\n' | gzip -n`.
  private static let small: [UInt8] = [
    0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x03, 0x4B, 0xCA, 0xCF, 0xCB, 0xCA, 0x2F,
    0x2D, 0x52, 0x48, 0x42, 0xA5, 0xB9, 0x00, 0xEA, 0xB7, 0xCF, 0xB3, 0x18, 0x00, 0x00, 0x00,
  ]

  @Test("what gzip wrote is read")
  func whole() throws {
    let text = String(decoding: try Gzip.decompress(Self.small, limit: 1000), as: UTF8.self)
    #expect(text == "bonjour bonjour bonjour\n")
  }

  @Test("two members follow each other")
  func members() throws {
    let bytes = try Gzip.decompress(Self.small + Self.small, limit: 1000)
    #expect(bytes.count == 48)
  }

  @Test("what is too large, cut off or changed is refused")
  func hostile() {
    #expect(throws: Gzip.Failure.tooLarge) { try Gzip.decompress(Self.small, limit: 10) }
    #expect(throws: Gzip.Failure.notGzip) { try Gzip.decompress([1, 2, 3], limit: 10) }
    var changed = Self.small
    changed[24] ^= 1
    #expect(throws: (any Error).self) { try Gzip.decompress(changed, limit: 1000) }
    for length in 0..<Self.small.count {
      #expect(throws: (any Error).self) {
        try Gzip.decompress(Array(Self.small.prefix(length)), limit: 1000)
      }
    }
  }

  @Test("random changes never crash")
  func random() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      var bytes = Self.small
      for _ in 0..<3 {
        bytes[Int(generator.next() % UInt64(bytes.count))] = UInt8(
          truncatingIfNeeded: generator.next())
      }
      _ = try? Gzip.decompress(bytes, limit: 100_000)
    }
  }

  /// A member whose bytes are kept as they are, in blocks.
  private static func stored(_ content: [UInt8], flags: UInt8 = 0, extra: [UInt8] = []) -> [UInt8] {
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(value >> (8 * $0) & 0xFF) }
    }
    var bytes: [UInt8] = [0x1F, 0x8B, 8, flags, 0, 0, 0, 0, 0, 3] + extra
    var place = 0
    repeat {
      let count = min(60_000, content.count - place)
      bytes += [place + count == content.count ? 1 : 0]
      bytes += little(count, 2) + little(count ^ 0xFFFF, 2)
      bytes += content[place..<place + count]
      place += count
    } while place < content.count
    var checksum = CRC32()
    checksum.add(content[...])
    return bytes + little(Int(checksum.value), 4) + little(content.count, 4)
  }

  private static func file(_ bytes: [UInt8], _ body: (URL) throws -> Void) throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("gzip-tests-\(UUID().uuidString).gz")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(bytes).write(to: url)
    try body(url)
  }

  private static func all(_ source: GzipSource, by size: Int) throws -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: size)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
      if count == 0 { return all }
      all += buffer.prefix(count)
    }
  }

  @Test(
    "heads with every optional part are passed over",
    arguments: [
      (UInt8(0), []), (8, Array("name.json".utf8) + [0]), (16, Array("remark".utf8) + [0]),
      (4, [3, 0, 9, 9, 9]), (2, [1, 2]), (28, [1, 0, 7, 65, 0, 66, 0]),
    ] as [(UInt8, [UInt8])])
  func heads(flags: UInt8, extra: [UInt8]) throws {
    let member = Self.stored(Array("parcelles".utf8), flags: flags, extra: extra)
    let read = try Gzip.decompress(member, limit: 100)
    #expect(read == Array("parcelles".utf8))
  }

  @Test("a file of several members is read piece by piece, whatever the size of the pieces")
  func pieces() throws {
    let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    // Zeros may fill up the end.
    let bytes = Self.stored(content) + Self.small + [0, 0, 0, 0]
    let expected = content + Array("bonjour bonjour bonjour\n".utf8)
    try Self.file(bytes) { url in
      #expect(GzipSource.isCompressed(url))
      for size in [7, 4096, 1 << 20] {
        let read = try Self.all(GzipSource(url), by: size)
        #expect(read == expected)
      }
    }
  }

  @Test("a file that is cut, changed, too large, no gzip or not there is refused")
  func refusing() throws {
    let whole = Self.stored([UInt8](repeating: 7, count: 100_000))
    var changed = whole
    changed[5000] ^= 4
    var short = whole
    short[short.count - 1] ^= 1
    for bytes in [Array(whole.prefix(70_000)), changed, short, whole + [9, 9], Array("no".utf8)] {
      try Self.file(bytes) { url in
        #expect(throws: TableError.self) { try Self.all(GzipSource(url), by: 1000) }
      }
    }
    try Self.file(whole) { url in
      #expect(throws: TableError.self) { try Self.all(GzipSource(url, limit: 50_000), by: 1000) }
      let read = try Self.all(GzipSource(url, limit: 100_000), by: 1000)
      #expect(read.count == 100_000)
    }
    let nowhere = URL(fileURLWithPath: "/nonexistent/file.gz")
    #expect(!GzipSource.isCompressed(nowhere))
    #expect(throws: TableError.self) { _ = try GzipSource(nowhere) }
  }
}
