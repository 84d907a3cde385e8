import Foundation
import Testing

@testable import Tables

@Suite struct FileDigestTests {
  /// Vectors of FIPS 180-2, appendix B, and of the empty message.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func knownVectors(text: String, digest: String) throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("digest-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: url) }
    try Data(text.utf8).write(to: url)
    #expect(try FileDigest.sha256(url) == digest)
  }

  /// A million « a », longer than a chunk would be and given piece by piece.
  @Test func chunksMakeNoDifference() throws {
    let source = DrippingSource(byte: 0x61, count: 1_000_000, step: 70_001)
    #expect(
      try FileDigest.sha256(source)
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func anAbsentFileAndAFolderAreRefused() {
    let folder = FileManager.default.temporaryDirectory
    #expect(throws: TableError.self) { try FileDigest.sha256(folder) }
    #expect(throws: TableError.self) {
      try FileDigest.sha256(folder.appendingPathComponent("absent-\(UUID().uuidString)"))
    }
  }
}

/// Gives a byte many times, a few at each call.
private final class DrippingSource: ByteSource {
  let name = "drip"
  let size: Int? = nil
  private let byte: UInt8
  private var left: Int
  private let step: Int

  init(byte: UInt8, count: Int, step: Int) {
    self.byte = byte
    left = count
    self.step = step
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableError) -> Int {
    let count = min(left, step, buffer.count)
    for index in 0..<count { buffer[index] = byte }
    left -= count
    return count
  }
}
