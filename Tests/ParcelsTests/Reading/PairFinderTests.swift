import Foundation
import Imagery
import Review
import Testing

@testable import Parcels

@Suite("Finding pairs")
struct PairFinderTests {
  @Test(
    "dates in names",
    arguments: [
      ("vias-2021-06-14", "2021-06-14", "vias"), ("vias_20210614", "2021-06-14", "vias"),
      ("2021-06-14", "2021-06-14", "image"),
      ("tuile12-2021-06-14-rvb", "2021-06-14", "tuile12--rvb"),
    ])
  func dates(_ name: String, _ date: String, _ rest: String) throws {
    let found = try #require(PairFinder.date(in: name))
    #expect(found.0.iso == date && found.1 == rest)
  }

  @Test(
    "names without a real date",
    arguments: ["vias", "vias-2021", "a-2021-13-40", "123456789012", ""])
  func undated(_ name: String) { #expect(PairFinder.date(in: name) == nil) }

  private func pictures(
    _ folder: TemporaryFolder, _ name: String, width: Int = 64, east: Double = 728_000,
    metres: Double = 0.2
  ) throws {
    try folder.write(name + ".png", PNGWriter.data(Picture(width: width, height: 64, red: 90)))
    let world = WorldFile(
      pixelWidth: metres, pixelHeight: metres, origin: GroundPoint(east: east, north: 6_246_000))
    try folder.write(name + ".pgw", world.text)
  }

  private func read(_ folder: TemporaryFolder) throws -> (ParcelSources, [Refusal]) {
    let listener = Listener()
    let sources = try ParcelReader(mapping: PropertyMapping(), observer: listener).read([folder.url]
    )
    return (sources, listener.refusals)
  }

  @Test("three vintages are two pairs, each with its dates")
  func vintages() throws {
    let folder = try TemporaryFolder()
    for date in ["2018-06-01", "2021-06-14", "2024-05-13"] { try pictures(folder, "vias-\(date)") }
    let (sources, refusals) = try read(folder)
    #expect(refusals.isEmpty)
    #expect(sources.pairs.map(\.beforeDate.iso) == ["2018-06-01", "2021-06-14"])
    #expect(sources.pairs.map(\.afterDate.iso) == ["2021-06-14", "2024-05-13"])
  }

  @Test("what both pictures show is found from their places")
  func overlap() throws {
    let folder = try TemporaryFolder()
    try pictures(folder, "vias-2021-06-14")
    try pictures(folder, "vias-2024-05-13", east: 728_002)
    let pair = try #require(try read(folder).0.pairs.first)
    #expect(pair.beforeRect == PixelRect(x: 10, y: 0, width: 54, height: 64))
    #expect(pair.afterRect == PixelRect(x: 0, y: 0, width: 54, height: 64))
    #expect(abs(pair.world.origin.east - 728_002) < 1e-6)
  }

  @Test("what is no pair is refused with a reason, and the rest goes on")
  func refusals() throws {
    let folder = try TemporaryFolder()
    try pictures(folder, "vias-2021-06-14")
    try pictures(folder, "vias-2024-05-13")
    try pictures(folder, "far-2021-06-14")
    try pictures(folder, "far-2024-05-13", east: 800_000)
    try pictures(folder, "coarse-2021-06-14")
    try pictures(folder, "coarse-2024-05-13", metres: 0.5)
    try pictures(folder, "alone-2024-05-13")
    try pictures(folder, "undated")
    try folder.write("broken-2021-06-14.png", "not a picture")
    try folder.write("broken-2024-05-13.png", "not a picture")
    try folder.write("naked-2021-06-14.png", PNGWriter.data(Picture(width: 40, height: 40)))
    try folder.write("naked-2024-05-13.png", PNGWriter.data(Picture(width: 40, height: 40)))
    try folder.write("other.csv", "a;b\n1;2\n")
    let (sources, refusals) = try read(folder)
    #expect(sources.pairs.map(\.name) == ["vias"])
    #expect(refusals.count == 7)
  }

  @Test(
    "a list names pictures of its own folder only, with two dates in order",
    arguments: [
      ("a;../x.png;y.png;2021-01-01;2022-01-01;Vias", 0),
      ("a;x.png;y.png;2022-01-01;2021-01-01;Vias", 0),
      ("a;x.png;y.png;;2021-01-01;Vias", 0), ("a;x.png;y.png;2021-01-01;2022-01-01;Vias", 1),
    ])
  func list(_ row: String, _ count: Int) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "couples.csv", "nom;avant;apres;date_avant;date_apres;commune\n" + row + "\n")
    var refusals = 0
    let drafts = try PairFinder { _ in refusals += 1 }.listed(file)
    #expect(drafts.count == count && refusals == 1 - count)
  }

  @Test("nothing to read is an error, a folder that does not exist too")
  func nothing() throws {
    let folder = try TemporaryFolder()
    #expect(throws: EngineError.self) { try read(folder) }
    #expect(throws: EngineError.self) {
      try ParcelReader(mapping: PropertyMapping(), observer: Listener())
        .read([URL(fileURLWithPath: "/nowhere/at/all")])
    }
  }
}
