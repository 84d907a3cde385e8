import Foundation
import Imagery
import Review
import Testing

@testable import Parcels

@Suite("Lists of labelled pairs")
struct PairListTests {
  private static func read(
    _ rows: String, sets: Set<String> = []
  ) throws -> ([LabelledPair], [Refusal]) {
    let folder = try TemporaryFolder()
    try folder.write("pairs.csv", "set,id,folder,width,height,gsd_m\n" + rows)
    let listener = Listener()
    return (
      try PairList.read([folder.url], sets: sets, refused: listener.refused), listener.refusals
    )
  }

  @Test("rows that lead out of their folder are refused with their line; the rest goes on")
  func hostile() throws {
    let (pairs, refusals) = try Self.read(
      "own,1,../../etc,1,1,0.5\n..,1,x,1,1,0.5\nown,1,a/b,1,1,0.5\nown,1,a\\b,1,1,0.5\n"
        + ",1,x,1,1,0.5\nown,1,,1,1,0.5\nown,1,good,1,1,0.2\n")
    #expect(pairs.map(\.folder) == ["good"] && refusals.count == 6)
    #expect(refusals.allSatisfy { $0.line != nil })
  }

  @Test(
    "sizes of a pixel that cannot be are taken for unknown",
    arguments: [
      ("0.2", 0.2), ("10", 10), ("", 0.5), ("0", 0.5), ("-1", 0.5), ("1e9", 0.5), ("nan", 0.5),
      ("x", 0.5),
    ])
  func metres(text: String, expected: Double) throws {
    let (pairs, _) = try Self.read("own,1,a,1,1,\(text)\n")
    #expect(pairs.map(\.metres) == [expected])
  }

  @Test(
    "what was cut from one scene stays together",
    arguments: [
      ("train_36_0512_0512", "levir/train_36"), ("test_121_0768_0256", "levir/test_121"),
      ("5_3", "levir/5"), ("Instances_train_419", "levir/Instances_train_419"),
      ("rennes", "levir/rennes"), ("a_b", "levir/a_b"),
    ])
  func scenes(folder: String, expected: String) throws {
    let (pairs, _) = try Self.read("levir,1,\(folder),1,1,0.5\n")
    #expect(pairs.map(\.scene) == [expected])
  }

  @Test("only the sets asked for are read; a folder without a list is an error")
  func sets() throws {
    let (pairs, _) = try Self.read("a,1,x,1,1,1\nb,1,y,1,1,1\n", sets: ["b"])
    #expect(pairs.map(\.folder) == ["y"])
    let empty = try TemporaryFolder()
    #expect(throws: (any Error).self) {
      try PairList.read([empty.url], sets: [], refused: { _ in })
    }
  }

  @Test("pictures or labels of different sizes are refused, a missing label is none")
  func sizes() throws {
    let folder = try TemporaryFolder()
    try folder.write("pairs.csv", "set,id,folder,width,height,gsd_m\nown,1,a,8,8,0.5\n")
    let place = folder.url.appendingPathComponent("own/a")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    func write(_ name: String, _ side: Int) throws {
      let picture = Picture(width: side, height: side, red: 200, green: 200, blue: 200)
      try PNGWriter.data(picture).write(to: place.appendingPathComponent(name))
    }
    try write("before.png", 8)
    try write("after.png", 9)
    let pair = try #require(
      try PairList.read([folder.url], sets: [], refused: { _ in }).first)
    #expect(throws: PairError.self) { try pair.pair() }
    try write("after.png", 8)
    #expect(try pair.pair().after.width == 8)
    #expect(try pair.label(width: 8, height: 8) == nil)
    try write("label.png", 7)
    #expect(throws: PairError.self) { try pair.label(width: 8, height: 8) }
    try write("label.png", 8)
    #expect(try pair.label(width: 8, height: 8) == [Bool](repeating: true, count: 64))
  }
}
