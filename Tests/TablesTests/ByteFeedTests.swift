import Foundation
import Testing

@testable import Tables

@Suite struct ByteFeedTests {
  private func limits(_ chunk: Int) -> TableLimits {
    var limits = TableLimits()
    limits.chunkBytes = chunk
    return limits
  }

  private func window(_ feed: ByteFeed) -> [UInt8] { Array(feed.bytes[feed.start..<feed.end]) }

  @Test func growsWhenNothingIsTaken() throws {
    let bytes = (0..<100).map { UInt8($0) }
    var feed = try ByteFeed(MemorySource(bytes, name: "t"), limits: limits(8))
    var read = 0
    while try feed.refill() {
      #expect(window(feed) == Array(bytes.prefix(feed.count)))
      #expect(feed.count > read)
      read = feed.count
    }
    #expect(feed.count == 100)
    #expect(feed.total == 100)
    #expect(feed.isExhausted)
    #expect(try !feed.refill())
  }

  @Test func staysSmallWhenBytesAreTaken() throws {
    let source = GeneratedSource(name: "t", count: 100_000) { UInt8($0 & 0xFF) }
    var feed = try ByteFeed(source, limits: limits(64))
    var position = 0
    while try feed.refill() {
      #expect(feed.bytes.count <= 256)
      #expect(window(feed).first == UInt8(position & 0xFF))
      position += feed.count - 1
      feed.take(feed.count - 1)
    }
    #expect(feed.total == 100_000)
  }

  @Test func givesBackWhatWasTaken() throws {
    var feed = try ByteFeed(MemorySource(Array("abcdef".utf8), name: "t"), limits: limits(8))
    _ = try feed.refill()
    feed.take(4)
    feed.giveBack(2)
    #expect(window(feed) == Array("cdef".utf8))
  }

  @Test func readsFilesAndNamesTheirErrors() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("feed-\(UUID().uuidString).csv")
    try Data("a;b\n1;2\n".utf8).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let source = try FileSource(url)
    #expect(source.size == 8)
    #expect(source.name == url.lastPathComponent)
    let reader = try TableReader(url: url)
    #expect(try reader.next()?.fields == ["1", "2"])
    #expect(reader.bytesRead == 8)
    do {
      _ = try FileSource(url.appendingPathComponent("x"))
      Issue.record("expected an error")
    } catch {
      #expect(error.refusal.expected.en == "a readable file")
      #expect(error.refusal.line == nil)
    }
  }

  @Test(arguments: [
    (0, "0 B"), (1023, "1023 B"), (1024, "1 kB"), (16 << 20, "16 MB"), (2 << 30, "2 GB"),
    (3_000_000_000, "2 GB"),
  ])
  func writesSizes(_ bytes: Int, _ text: String) { #expect(ByteSize.text(bytes) == text) }
}
