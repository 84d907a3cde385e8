import Testing

@testable import Tables

@Suite struct InflaterEndTests {
  /// The raw deflate form of “a” (zlib: 4b0400), from a source that leaves nothing when it is asked
  /// again, as an archive's entry does at its end.
  @Test func theEndMayBeAskedForAgain() throws {
    var isSent = false
    var inflater = Inflater { input in
      input = isSent ? [] : [0x4B, 0x04, 0x00]
      defer { isSent = true }
      return !isSent
    }
    #expect(Array(try inflater.next()) == [0x61])
    #expect(try inflater.next().isEmpty)
    #expect(try inflater.next().isEmpty)
  }

  @Test func aCutInputIsAnError() {
    var isSent = false
    var inflater = Inflater { input in
      input = isSent ? [] : [0x4B]
      defer { isSent = true }
      return !isSent
    }
    #expect(throws: (any Error).self) { _ = try inflater.next() }
  }
}
