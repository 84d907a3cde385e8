import Foundation
import Imagery
import Review
import Scenes
import Testing

@testable import Parcels

@Suite("vigie evaluate parcels", .serialized)
struct EvaluationTests {
  /// A folder of labelled pairs painted by our own scenes, in one set.
  private static func folder(count: Int, labels: Bool = true) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var list = "set,id,folder,width,height,gsd_m\n"
    for number in 0..<count {
      var maker = SceneMaker(seed: 900 + UInt64(number), side: 48, setting: .industry)
      let scene = maker.make(wanted: [(.building, .after), (.building, .both)])
      let painter = ScenePainter(scene, metresPerPixel: 0.5)
      let truth = SceneTruth(scene, metresPerPixel: 0.5)
      let name = "tile\(number)"
      let place = folder.url.appendingPathComponent("own/\(name)")
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      try PNGWriter.data(painter.picture(later: false)).write(
        to: place.appendingPathComponent("before.png"))
      try PNGWriter.data(painter.picture(later: true)).write(
        to: place.appendingPathComponent("after.png"))
      if labels {
        let label = Plane(
          width: truth.side, height: truth.side,
          values: truth.buildingChange.map { $0 ? 255 : 0 })
        try PNGWriter.data(grey: label).write(to: place.appendingPathComponent("label.png"))
      }
      list += "own,\(number),\(name),\(truth.side),\(truth.side),0.5\n"
    }
    try folder.write("pairs.csv", list)
    return folder
  }

  private func request(
    _ task: String, train: TemporaryFolder, test: TemporaryFolder? = nil,
    predictions: URL? = nil, options: [String: [String]] = [:]
  ) -> EvaluationRequest {
    EvaluationRequest(
      task: task, train: [train.url], test: test.map { [$0.url] } ?? [], options: options,
      predictions: predictions)
  }

  @Test("cross-validated figures with intervals, the same each time")
  func folds() throws {
    let folder = try Self.folder(count: 6)
    func run() throws -> EvaluationReport {
      try ChangesEvaluation(
        request("changes", train: folder), network: nil, observer: Listener()
      ).run()
    }
    let report = try run()
    #expect(report.trainCount == 6 && report.testCount == 6 && report.labelledCount == 6)
    for name in ["F1", "IoU", "objF1", "AP", "looseR", "cand"] {
      let figure = try #require(report.figures.first { $0.name == "\(name) own" })
      let (low, high) = (try #require(figure.low), try #require(figure.high))
      #expect(low <= high && figure.value.isFinite)
      #expect(!figure.definition.fr.isEmpty && !figure.definition.en.isEmpty)
    }
    // New halls on yards are no secret to trees that saw others.
    #expect((report.figures.first { $0.name == "F1 own" }?.value ?? 0) > 0.2)
    #expect(try run().figures == report.figures)
  }

  @Test("other pairs are predicted without labels: maps of their size, one line an object")
  func predicting() throws {
    let train = try Self.folder(count: 4)
    let test = try Self.folder(count: 2, labels: false)
    let out = try TemporaryFolder()
    let report = try ChangesEvaluation(
      request("changes", train: train, test: test, predictions: out.url), network: nil,
      observer: Listener()
    ).run()
    #expect(report.testCount == 2 && report.labelledCount == 0 && report.figures.isEmpty)
    let lines = try String(
      contentsOf: out.url.appendingPathComponent("objects.jsonl"), encoding: .utf8
    ).split(separator: "\n")
    struct Line: Decodable {
      var set: String
      var folder: String
      var score: Double
      var polygon: [[Double]]
    }
    for line in lines {
      let one = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      #expect(one.set == "own" && one.folder.hasPrefix("tile") && one.polygon.count >= 3)
      #expect((0...1).contains(one.score))
    }
    for number in 0..<2 {
      let map = try PNGReader.picture(out.url.appendingPathComponent("own/tile\(number).png"))
      #expect(map.width == 96 && map.height == 96)
    }
  }

  @Test("without anything to learn from the classical difference answers; a broken pair is refused")
  func extremes() throws {
    let empty = try TemporaryFolder()
    try empty.write("pairs.csv", "set,id,folder,width,height,gsd_m\n")
    let test = try Self.folder(count: 1)
    try Data("no picture".utf8).write(to: test.url.appendingPathComponent("own/tile0/after.png"))
    let listener = Listener()
    let report = try ChangesEvaluation(
      request("changes", train: empty, test: test), network: nil, observer: listener
    ).run()
    #expect(report.testCount == 0 && listener.refusals.count == 1)
    #expect(throws: EngineError.self) {
      try ParcelsEngine().evaluate(request("no-task", train: empty), observer: Listener())
    }
    let stopped = Listener()
    stopped.isCancelled = true
    let train = try Self.folder(count: 2)
    #expect(throws: CancellationError.self) {
      try ChangesEvaluation(request("changes", train: train), network: nil, observer: stopped)
        .run()
    }
  }

  @Test("decisions are simulated on the other scenes")
  func decisions() throws {
    let folder = try Self.folder(count: 6)
    let report = try DecisionsEvaluation(
      request("decisions", train: folder, options: ["count": ["20"]]),
      shipped: ShippedModel.current, observer: Listener()
    ).run()
    #expect(report.testCount == report.labelledCount)
    for figure in report.figures {
      #expect(figure.value >= 0 && figure.value <= 1)
    }
    #expect(throws: EngineError.self) {
      try DecisionsEvaluation(
        request("decisions", train: folder), shipped: nil, observer: Listener())
    }
  }
}
