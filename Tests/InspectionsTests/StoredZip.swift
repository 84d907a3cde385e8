import Foundation

/// A ZIP archive whose entries are stored as they are.
enum StoredZip {
  /// The bytes of an archive.
  static func data(_ entries: [(name: String, bytes: [UInt8])]) -> Data {
    var body: [UInt8] = []
    var directory: [UInt8] = []
    for entry in entries {
      let name = Array(entry.name.utf8)
      let sizes =
        little(crc(entry.bytes), 4) + little(UInt32(entry.bytes.count), 4)
        + little(UInt32(entry.bytes.count), 4) + little(UInt32(name.count), 2) + little(0, 2)
      let fixed = little(20, 2) + little(0x0800, 2) + little(0, 2) + little(0, 4) + sizes
      let offset = little(UInt32(body.count), 4)
      body += little(0x0403_4B50, 4) + fixed + name + entry.bytes
      directory +=
        little(0x0201_4B50, 4) + little(20, 2) + fixed + little(0, 2) + little(0, 4)
        + little(0, 4) + offset + name
    }
    let end =
      little(0x0605_4B50, 4) + little(0, 4) + little(UInt32(entries.count), 2)
      + little(UInt32(entries.count), 2) + little(UInt32(directory.count), 4)
      + little(UInt32(body.count), 4) + little(0, 2)
    return Data(body + directory + end)
  }

  private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }

  private static func crc(_ bytes: [UInt8]) -> UInt32 {
    var state: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      state ^= UInt32(byte)
      for _ in 0..<8 { state = state & 1 == 1 ? (state >> 1) ^ 0xEDB8_8320 : state >> 1 }
    }
    return state ^ 0xFFFF_FFFF
  }
}
