import Foundation
import Testing

@testable import Imagery

@Suite("PNG pictures")
struct PNGTests {
  private func sample(_ width: Int = 7, _ height: Int = 5) -> Picture {
    var picture = Picture(width: width, height: height)
    for y in 0..<height {
      for x in 0..<width {
        picture[x, y] = (UInt8(x * 20 % 256), UInt8(y * 30 % 256), UInt8((x + y) % 256))
      }
    }
    return picture
  }

  @Test("what is written is read back, with and without alpha")
  func roundTrip() throws {
    var picture = sample()
    #expect(try PNGReader.picture(PNGWriter.data(picture), file: "a.png") == picture)
    picture.bytes[3] = 0
    #expect(try PNGReader.picture(PNGWriter.data(picture), file: "a.png") == picture)
  }

  @Test("rows come in strips, and then no more")
  func strips() throws {
    let picture = sample(9, 10)
    let reader = try PNGReader(PNGWriter.data(picture), file: "a.png")
    #expect(reader.width == 9 && reader.height == 10)
    let first = try #require(try reader.next(rows: 4))
    let second = try #require(try reader.next(rows: 100))
    #expect(first.height == 4 && second.height == 6)
    #expect(first.bytes + second.bytes == picture.bytes)
    #expect(try reader.next(rows: 1) == nil)
  }

  @Test("grey becomes three equal channels")
  func grey() throws {
    let plane = Plane(width: 3, height: 1, values: [0, 127.6, 300])
    let picture = try PNGReader.picture(PNGWriter.data(grey: plane), file: "g.png")
    #expect(Array(picture.bytes[0..<4]) == [0, 0, 0, 255])
    #expect(Array(picture.bytes[4..<8]) == [128, 128, 128, 255])
    #expect(Array(picture.bytes[8..<12]) == [255, 255, 255, 255])
  }

  @Test(
    "16 bits, palettes, grey with transparency and interlaced files are read", arguments: Kind.all)
  func kinds(_ kind: Kind) throws {
    let picture = try PNGReader.picture(kind.file, file: kind.name)
    #expect(picture.width == 2 && picture.height == 2)
    #expect(Array(picture.bytes[0..<4]) == kind.first + [kind.alpha])
  }

  struct Kind: Sendable, CustomTestStringConvertible {
    var name: String
    var file: Data
    var first: [UInt8]
    var alpha: UInt8 = 255

    var testDescription: String { name }

    static let all = [
      Kind(
        name: "rgb16",
        file: PNGFixture.file(
          depth: 16, type: 2,
          rows: [
            [0x12, 0xFF, 0x80, 0, 0, 0x10] + [UInt8](repeating: 0, count: 6),
            [UInt8](repeating: 0, count: 12),
          ]),
        first: [0x13, 0x80, 0]),
      Kind(
        name: "palette",
        file: PNGFixture.file(
          depth: 8, type: 3, rows: [[1, 0], [0, 0]], extra: [("PLTE", [0, 0, 0, 9, 8, 7])]),
        first: [9, 8, 7]),
      Kind(
        name: "grey with a transparent value",
        file: PNGFixture.file(
          depth: 8, type: 0, rows: [[5, 6], [7, 8]], extra: [("tRNS", [0, 5])]),
        first: [5, 5, 5], alpha: 0),
      Kind(
        name: "grey of one bit",
        file: PNGFixture.file(depth: 1, type: 0, rows: [[0b1000_0000], [0]]),
        first: [255, 255, 255]),
      Kind(
        name: "interlaced",
        file: PNGFixture.file(
          depth: 8, type: 0, rows: [[77], [78], [79, 80]], interlaced: true), first: [77, 77, 77]),
    ]
  }

  @Test("hostile files are refused with the file's name")
  func hostile() {
    let good = [UInt8](PNGWriter.data(sample(40, 40)))
    var badSum = good
    badSum[29] ^= 1
    var badData = good
    badData[good.count / 2] ^= 0x55
    let cases: [[UInt8]] = [
      [], [1, 2, 3], Array("GIF89a".utf8), Array(good.prefix(good.count / 2)),
      Array(good.prefix(20)), badSum, badData,
      [UInt8](PNGFixture.file(width: 0x7FFF_FFFF, depth: 8, type: 2, rows: [])),
      [UInt8](PNGFixture.file(width: 50_000, height: 50_000, depth: 8, type: 2, rows: [])),
    ]
    for bytes in cases {
      #expect(throws: PNGError.self) {
        try PNGReader.picture(Data(bytes), file: "hostile.png")
      }
    }
    let error = #expect(throws: PNGError.self) {
      try PNGReader.picture(Data([1, 2, 3]), file: "hostile.png")
    }
    #expect(error?.refusal.file == "hostile.png")
  }

  @Test("an interlaced picture too large to be held is refused before memory is asked for")
  func interlacedBomb() {
    let file = PNGFixture.file(
      width: 20_000, height: 20_000, depth: 8, type: 2, rows: [], interlaced: true)
    #expect(throws: PNGError.self) {
      try PNGReader(file, file: "bomb.png")
    }
  }

  @Test("a file that does not exist is refused")
  func absent() {
    #expect(throws: PNGError.self) {
      try PNGReader(URL(fileURLWithPath: "/nowhere/at/all.png"))
    }
  }
}
