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
}
