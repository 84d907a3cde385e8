import Foundation
import Imagery

/// Writes predictions: `<set>/<folder>.png` and `objects.jsonl`.
enum PredictionFolder {
  static func write(_ predictions: [ChangePrediction], to folder: URL) throws {
    let manager = FileManager.default
    try manager.createDirectory(at: folder, withIntermediateDirectories: true)
    var lines: [String] = []
    for prediction in predictions {
      guard let map = prediction.map else { continue }
      let place = folder.appendingPathComponent(prediction.pair.set)
      try manager.createDirectory(at: place, withIntermediateDirectories: true)
      try PNGWriter.data(grey: map).write(
        to: place.appendingPathComponent(prediction.pair.folder + ".png"), options: .atomic)
      lines += try objects(map, prediction.pair)
    }
    try Data((lines.map { $0 + "\n" }.joined()).utf8).write(
      to: folder.appendingPathComponent("objects.jsonl"), options: .atomic)
  }

  private struct Line: Encodable {
    var set: String
    var folder: String
    var score: Double
    var type: String
    var polygon: [[Double]]
  }

  private static func objects(_ map: Plane, _ pair: LabelledPair) throws -> [String] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let components = Components(map.values.map { $0 >= 128 }, width: map.width)
    return try components.pixels.map { pixels in
      let sum = pixels.reduce(0.0) { $0 + Double(map.values[$1]) }
      let corners = Contour.simplified(
        Contour.corners(pixels, width: map.width), tolerance: 1)
      let line = Line(
        set: pair.set, folder: pair.folder,
        score: (sum / Double(pixels.count) / 255 * 1e4).rounded() / 1e4, type: "building",
        polygon: corners.map { [$0.x, $0.y] })
      return String(decoding: try encoder.encode(line), as: UTF8.self)
    }
  }
}
