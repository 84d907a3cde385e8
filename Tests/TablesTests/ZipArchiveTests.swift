import Foundation
import Testing

@testable import Tables

@Suite struct ZipArchiveTests {
  private func inflate(_ bytes: [UInt8]) throws -> [UInt8] {
    var rest = bytes[...]
    var inflater = Inflater { piece in
      piece = Array(rest.prefix(3))
      rest = rest.dropFirst(3)
      return !piece.isEmpty
    }
    var result: [UInt8] = []
    while true {
      let piece = try inflater.next()
      if piece.isEmpty { return result }
      result += piece
    }
  }

  /// Makes a ZIP with Python, which test packages require.
  private func archive(_ script: String) throws -> URL {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "vigie-\(UUID().uuidString).zip")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import sys,zipfile\n" + script, url.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return url
  }

  private func content(_ source: any ByteSource) throws -> [UInt8] {
    var result: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 10_000)
    while true {
      let count = try buffer.withUnsafeMutableBytes { try source.read(into: $0) }
      if count == 0 { return result }
      result += buffer[..<count]
    }
  }

  @Test func storedBlocks() throws {
    #expect(try inflate([1, 3, 0, 252, 255, 65, 66, 67]) == Array("ABC".utf8))
  }

  @Test func entriesOfAllSizesComeOutAsTheyWere() throws {
    let url = try archive(
      """
      import random
      random.seed(1)
      with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
          z.writestr('a/Analyses.CSV', 'x;y\\n' + ''.join(f'{i};{i*i}\\n' for i in range(60000)))
          z.writestr('random.csv', bytes(random.randrange(256) for _ in range(70000)))
          z.writestr('empty.csv', '')
          z.writestr(zipfile.ZipInfo('stored.csv'), 'a,b\\n1,2\\n')
      """)
    defer { try? FileManager.default.removeItem(at: url) }
    let zip = try ZipArchive(url: url)
    #expect(zip.entries.map(\.name) == ["a/Analyses.CSV", "random.csv", "empty.csv", "stored.csv"])
    let large = try content(zip.open(zip.entries[0]))
    #expect(large.count == zip.entries[0].size)
    #expect(String(decoding: large.suffix(17), as: UTF8.self) == "59999;3599880001\n")
    #expect(try content(zip.open(zip.entries[1])).count == 70_000)
    #expect(try content(zip.open(zip.entries[2])).isEmpty)
    #expect(try content(zip.open(zip.entries[3])) == Array("a,b\n1,2\n".utf8))
  }

  @Test func aTableIsReadFromAnEntry() throws {
    let url = try archive(
      """
      with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
          z.writestr('t.csv', '\\ufeffa;b\\n' + '1;2\\n' * 5000)
      """)
    defer { try? FileManager.default.removeItem(at: url) }
    let zip = try ZipArchive(url: url)
    let reader = try TableReader(zip.open(zip.entries[0]))
    while try reader.next() != nil {}
    #expect(reader.rowCount == 5000 && reader.header.names == ["a", "b"])
  }

  @Test func damageIsRefused() throws {
    let url = try archive(
      """
      with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
          z.writestr('t.csv', 'a;b\\n' + ''.join(f'{i};{i}\\n' for i in range(9000)))
      """)
    defer { try? FileManager.default.removeItem(at: url) }
    let bytes = [UInt8](try Data(contentsOf: url))
    for place in [5000, 200] {
      var damaged = bytes
      damaged[place] ^= 0x5B
      try Data(damaged).write(to: url)
      let zip = try ZipArchive(url: url)
      #expect(throws: TableError.self) { _ = try content(zip.open(zip.entries[0])) }
    }
    try Data(bytes.prefix(bytes.count / 2)).write(to: url)
    #expect(throws: TableError.self) { try ZipArchive(url: url) }
  }

  @Test func aBombIsStopped() throws {
    let url = try archive(
      """
      with zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED) as z:
          z.writestr('t.csv', 'a' * 3000000)
      """)
    defer { try? FileManager.default.removeItem(at: url) }
    // The archive says that the entry is small.
    var bytes = [UInt8](try Data(contentsOf: url))
    let place = try #require(
      bytes.indices.first { Array(bytes[$0...].prefix(4)) == [0x50, 0x4B, 1, 2] })
    bytes.replaceSubrange(place + 24..<place + 28, with: [100, 0, 0, 0])
    try Data(bytes).write(to: url)
    let zip = try ZipArchive(url: url)
    #expect(throws: TableError.self) { try content(zip.open(zip.entries[0])) }
  }

  @Test(
    arguments: [[3, 5], [7], [0xFF, 0xFF, 0xFF], [1, 3, 0, 0, 0, 65], [5, 0xE0, 0x81, 8]]
      as [[UInt8]])
  func nonsenseIsRefused(_ bytes: [UInt8]) {
    #expect(throws: Inflater.Problem.self) { try inflate(bytes) }
  }
}
