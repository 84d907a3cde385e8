import Foundation
import Testing

@testable import Learning

@Suite("Archives of models")
struct ModelArchiveTests {
  private func sample() -> ModelArchive {
    var archive = ModelArchive(kind: "test/1")
    archive["words"] = [1, 2, 3]
    archive["été"] = []
    archive["trees"] = [UInt8](repeating: 7, count: 1000)
    return archive
  }

  @Test("what is put in comes out, in order, the same bytes each time")
  func roundTrip() throws {
    let archive = sample()
    let read = try ModelArchive(data: archive.data)
    #expect(read == archive)
    #expect(read.names == ["words", "été", "trees"])
    #expect(try read.section("words") == [1, 2, 3])
    #expect(read.data == archive.data)
    #expect(throws: LearningError.damaged(what: "test/1: section none is missing")) {
      try read.section("none")
    }
  }

  @Test("a section can be replaced and removed")
  func editing() {
    var archive = sample()
    archive["words"] = [9]
    archive["trees"] = nil
    #expect(archive.names == ["words", "été"])
    #expect(archive["words"] == [9])
  }

  @Test("any flipped byte and any cut is noticed")
  func damage() {
    let data = sample().data
    for place in stride(from: 0, to: data.count, by: 37) {
      var damaged = data
      damaged[place] ^= 0x10
      #expect(throws: LearningError.self) { try ModelArchive(data: damaged) }
      #expect(throws: LearningError.self) { try ModelArchive(data: data.prefix(place)) }
    }
  }

  @Test("numbers, texts and lists are written and read back; lengths are checked")
  func bytes() throws {
    var writer = ByteWriter()
    writer.write(-5)
    writer.write(UInt64.max)
    writer.write(0.1)
    writer.write(true)
    writer.write("œuf")
    writer.write([1.5, -2])
    writer.write([Float.infinity])
    writer.write([Int32.min, 3])
    writer.write(["a", ""])
    var reader = ByteReader(writer.bytes, of: "test")
    #expect(try reader.integer() == -5)
    #expect(try reader.unsigned() == .max)
    #expect(try reader.double() == 0.1)
    #expect(try reader.bool())
    #expect(try reader.text() == "œuf")
    #expect(try reader.doubles() == [1.5, -2])
    #expect(try reader.floats() == [.infinity])
    #expect(try reader.integers() == [.min, 3])
    #expect(try reader.texts() == ["a", ""])
    #expect(reader.isAtEnd)
    #expect(throws: LearningError.self) { try reader.integer() }
    var huge = ByteWriter()
    huge.write(Int.max)
    var hostile = ByteReader(huge.bytes, of: "test")
    #expect(throws: LearningError.self) { try hostile.floats() }
  }
}
