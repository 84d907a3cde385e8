import Foundation
import Imagery
import Review
import Testing

@testable import Parcels

@Suite("Pictures read in strips")
struct PictureReadingTests {
  /// A picture in which every place has its own colour.
  private static func picture(_ width: Int, _ height: Int) -> Picture {
    var picture = Picture(width: width, height: height)
    for y in 0..<height {
      for x in 0..<width {
        picture[x, y] = (UInt8(x % 251), UInt8(y % 241), UInt8((x * 7 + y * 13) % 239))
      }
    }
    return picture
  }

  @Test("chips are the parts of the whole picture, absent beyond its edges")
  func chips() throws {
    let folder = try TemporaryFolder()
    let whole = Self.picture(300, 220)
    let file = try folder.write("a.png", PNGWriter.data(whole))
    let rects = [
      PixelRect(x: 10, y: 5, width: 40, height: 30),
      PixelRect(x: 250, y: 200, width: 80, height: 60),
      PixelRect(x: -20, y: -10, width: 50, height: 40),
      PixelRect(x: 0, y: 60, width: 9, height: 100),
      PixelRect(x: 900, y: 900, width: 20, height: 20),
    ]
    let chips = try ChipCutter.chips(file, rects)
    #expect(chips.count == rects.count)
    for (chip, rect) in zip(chips, rects) { #expect(chip == whole.cut(rect)) }
    #expect(try ChipCutter.chips(file, []).isEmpty)
  }

  @Test("a large chip is averaged down to what a terminal can show")
  func largeChip() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.png", PNGWriter.data(Self.picture(600, 400)))
    let chip = try #require(
      try ChipCutter.chips(file, [PixelRect(x: 0, y: 0, width: 576, height: 288)]).first)
    #expect(chip.width == ChipCutter.sideLimit && chip.height == ChipCutter.sideLimit / 2)
  }

  @Test("bands are the same however they are asked for, and the memory is that of a band")
  func bands() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.png", PNGWriter.data(Self.picture(200, 500)))
    let rect = PixelRect(x: 20, y: 40, width: 150, height: 430)
    let whole = try AnalysisStream(file, rect: rect, scale: 2.5)
    #expect(whole.width == 60 && whole.height == 172)
    let all = try whole.rows(0..<172)
    let parts = try AnalysisStream(file, rect: rect, scale: 2.5)
    for start in stride(from: 0, to: 172, by: 25) {
      let range = max(0, start - 9)..<min(172, start + 34)
      let band = try parts.rows(range)
      #expect(
        band == all.cut(PixelRect(x: 0, y: range.lowerBound, width: 60, height: range.count)))
      #expect(parts.first == range.lowerBound)
    }
  }

  @Test("where a picture ends too early there is nothing, and that is no error")
  func short() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a.png", PNGWriter.data(Self.picture(80, 60)))
    let stream = try AnalysisStream(
      file, rect: PixelRect(x: 0, y: 0, width: 80, height: 200), scale: 1)
    let rows = try stream.rows(0..<200)
    #expect(rows.height == 200)
    #expect(rows.isPresent[79] && !rows.isPresent[150 * 80])
  }

  private func open(_ folder: TemporaryFolder, _ later: String) throws -> PairSource {
    try folder.write("a-2021-06-14.png", PNGWriter.data(Self.picture(120, 100)))
    try folder.write("a-2021-06-14.pgw", "0.5\n0\n0\n-0.5\n728000\n6246000\n")
    try folder.write("a-2024-05-13.png", PNGWriter.data(Self.picture(120, 100)))
    if !later.isEmpty { try folder.write("a-2024-05-13.pgw", later) }
    return try PairOpener.open(
      PairFinder.Draft(
        name: "a", before: folder.url.appendingPathComponent("a-2021-06-14.png"),
        after: folder.url.appendingPathComponent("a-2024-05-13.png"),
        beforeDate: try #require(CalendarDate(iso: "2021-06-14")),
        afterDate: try #require(CalendarDate(iso: "2024-05-13")), commune: "Vias"))
  }

  @Test("pictures that overlap in part are compared where both show the ground")
  func overlap() throws {
    let pair = try open(try TemporaryFolder(), "0.5\n0\n0\n-0.5\n728020\n6245990\n")
    #expect(pair.beforeRect == PixelRect(x: 40, y: 20, width: 80, height: 80))
    #expect(pair.afterRect == PixelRect(x: 0, y: 0, width: 80, height: 80))
    let corner = pair.world.ground(x: 0.5, y: 0.5)
    #expect(abs(corner.east - 728_020) < 1e-6 && abs(corner.north - 6_245_990) < 1e-6)
  }

  @Test(
    "what does not fit is refused",
    arguments: [
      "0.2\n0\n0\n-0.2\n728000\n6246000\n", "0.5\n0\n0\n-0.4\n728000\n6246000\n",
      "0.5\n0\n0\n-0.5\n729000\n6246000\n", "0.5\n0\n0\n-0.5\n1e300\n6246000\n", "",
      "0.5\n0.1\n0\n-0.5\n728000\n6246000\n",
    ])
  func misfits(_ later: String) throws {
    let folder = try TemporaryFolder()
    #expect(throws: (any Error).self) { try open(folder, later) }
  }
}
