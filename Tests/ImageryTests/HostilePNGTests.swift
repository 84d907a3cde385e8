import Foundation
import Testing

@testable import Imagery

/// Files that somebody made to do harm, or that a disk or a line damaged.
@Suite("Damaged and hostile PNG files")
struct HostilePNGTests {
  private static func good() -> [UInt8] {
    var picture = Picture(width: 33, height: 21)
    for pixel in 0..<picture.count {
      picture[pixel % 33, pixel / 33] = (
        UInt8(pixel % 256), UInt8(pixel * 7 % 256), UInt8(pixel * 31 % 256)
      )
    }
    return [UInt8](PNGWriter.data(picture))
  }

  /// Either a picture of the size that the header says, or a refusal; never anything else.
  private func read(_ bytes: [UInt8]) -> Picture? {
    do {
      return try PNGReader.picture(
        Data(bytes), file: "x.png", limits: PNGLimits(side: 4000, pixels: 1_000_000))
    } catch {
      #expect(error.refusal.file == "x.png")
      #expect(!error.refusal.expected.fr.isEmpty && !error.refusal.expected.en.isEmpty)
      return nil
    }
  }

  @Test("a file cut at any byte is refused, or whole but for its end")
  func cut() {
    let bytes = Self.good()
    let whole = read(bytes)
    #expect(whole?.width == 33)
    for count in 0..<bytes.count {
      let found = read(Array(bytes.prefix(count)))
      // Only the closing chunk may be missing.
      #expect(found == nil || found == whole)
      if count < bytes.count - 16 { #expect(found == nil) }
    }
  }

  @Test("a byte changed anywhere is noticed, or does no harm")
  func flipped() {
    let bytes = Self.good()
    for place in bytes.indices {
      var bad = bytes
      bad[place] ^= 0xA5
      if let found = read(bad) { #expect(found.count <= 1_000_000) }
    }
  }

  @Test("noise behind a signature is refused")
  func noise() {
    var state: UInt64 = 7
    for _ in 0..<300 {
      var bytes = Array(Self.good().prefix(8))
      for _ in 0..<200 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(UInt8(truncatingIfNeeded: state >> 56))
      }
      #expect(read(bytes) == nil)
    }
  }

  @Test(
    "headers that lie are refused before memory is asked for",
    arguments: [
      (0, 5), (5, 0), (0x8000_0000, 1), (1, 0xFFFF_FFFF), (4001, 1), (1, 4001), (2000, 2000),
    ] as [(UInt32, UInt32)])
  func sizes(_ width: UInt32, _ height: UInt32) {
    let file = PNGFixture.file(width: width, height: height, depth: 8, type: 2, rows: [])
    #expect(read([UInt8](file)) == nil)
  }

  @Test(
    "depths and colours that do not exist are refused",
    arguments: [(3, 0), (8, 1), (16, 3), (8, 7), (0, 2), (255, 255), (4, 2), (1, 4)]
      as [(UInt8, UInt8)])
  func kinds(_ depth: UInt8, _ type: UInt8) {
    let file = PNGFixture.file(depth: depth, type: type, rows: [[0, 0], [0, 0]])
    #expect(read([UInt8](file)) == nil)
  }

  @Test("a palette that is missing, or shorter than the pixels ask for")
  func palettes() {
    let missing = PNGFixture.file(depth: 8, type: 3, rows: [[0, 0], [0, 0]])
    #expect(read([UInt8](missing)) == nil)
    let short = PNGFixture.file(
      depth: 8, type: 3, rows: [[200, 0], [0, 0]], extra: [("PLTE", [1, 2, 3])])
    if let found = read([UInt8](short)) { #expect(found.count == 4) }
    let odd = PNGFixture.file(
      depth: 8, type: 3, rows: [[0, 0], [0, 0]], extra: [("PLTE", [1, 2, 3, 4])])
    if let found = read([UInt8](odd)) { #expect(found.count == 4) }
  }

  @Test("fewer rows than the header says are refused, more are left")
  func rows() {
    let few = PNGFixture.file(height: 9, depth: 8, type: 0, rows: [[1, 2], [3, 4]])
    #expect(read([UInt8](few)) == nil)
    let many = PNGFixture.file(depth: 8, type: 0, rows: [[1, 2], [3, 4], [5, 6], [7, 8]])
    if let found = read([UInt8](many)) { #expect(found.height == 2) }
  }

  @Test("a chunk that would fill the memory is refused or passed over")
  func largeChunks() {
    let text = [UInt8](repeating: 65, count: 9 << 20)
    let file = PNGFixture.file(
      depth: 8, type: 0, rows: [[1, 2], [3, 4]], extra: [("tEXt", Array("k\0".utf8) + text)])
    if let found = read([UInt8](file)) { #expect(found.count == 4) }
    let profile = PNGFixture.file(
      depth: 8, type: 2, rows: [[1, 2, 3, 4, 5, 6], [7, 8, 9, 1, 2, 3]],
      extra: [("gAMA", [0, 0, 0, 0]), ("cHRM", [1]), ("sRGB", [9])])
    if let found = read([UInt8](profile)) { #expect(found.count == 4) }
  }

  @Test("limits are those that were asked for")
  func limits() throws {
    let bytes = Data(Self.good())
    #expect(throws: PNGError.self) {
      try PNGReader.picture(bytes, file: "a", limits: PNGLimits(side: 32))
    }
    #expect(throws: PNGError.self) {
      try PNGReader.picture(bytes, file: "a", limits: PNGLimits(pixels: 33 * 21 - 1))
    }
    #expect(
      try PNGReader.picture(bytes, file: "a", limits: PNGLimits(side: 33, pixels: 693)).width == 33)
  }
}
