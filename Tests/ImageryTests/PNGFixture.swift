import Foundation

/// Makes PNG files of any kind by hand: stored (uncompressed) data, right checksums.
enum PNGFixture {
  static func file(
    width: UInt32 = 2, height: UInt32 = 2, depth: UInt8, type: UInt8, rows: [[UInt8]],
    extra: [(String, [UInt8])] = [], interlaced: Bool = false
  ) -> Data {
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    bytes += chunk(
      "IHDR", big(width) + big(height) + [depth, type, 0, 0, interlaced ? 1 : 0])
    for (name, content) in extra { bytes += chunk(name, content) }
    bytes += chunk("IDAT", stored(rows.flatMap { [0] + $0 }))
    bytes += chunk("IEND", [])
    return Data(bytes)
  }

  private static func big(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32($0))) }
  }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + content
    return big(UInt32(content.count)) + body + big(checksum(body))
  }

  private static func stored(_ content: [UInt8]) -> [UInt8] {
    let count = UInt16(content.count)
    let (low, high) = (UInt8(count & 0xFF), UInt8(count >> 8))
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in content {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    return [0x78, 0x01, 0x01, low, high, ~low, ~high] + content + big(b << 16 | a)
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
