import Foundation
import Imagery
import Review
import Testing

@testable import Parcels

/// A folder that goes away with the value.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("parcels-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> URL {
    try write(name, Data(text.utf8))
  }

  @discardableResult
  func write(_ name: String, _ data: Data) throws -> URL {
    let file = url.appendingPathComponent(name)
    try data.write(to: file)
    return file
  }
}

/// Hears everything, and can be asked to stop.
final class Listener: AnalysisObserver, @unchecked Sendable {
  private(set) var refusals: [Refusal] = []
  var isCancelled = false
  func progressed(_ progress: AnalysisProgress) {}
  func refused(_ refusal: Refusal) { refusals.append(refusal) }
}

/// A square ring on the ground.
func square(_ east: Double, _ north: Double, _ side: Double) -> GroundShape {
  GroundShape(rings: [
    [(0, 0), (side, 0), (side, side), (0, side)].map {
      GroundPoint(east: east + $0.0, north: north + $0.1)
    }
  ])
}

/// Measures of a region that is nothing special.
func measures(_ change: [RegionMeasure: Float] = [:]) -> [Float] {
  var values = [Float](repeating: 0, count: RegionMeasure.count)
  for (measure, value) in change { values[measure.rawValue] = value }
  return values
}

/// A candidate in the plain near Vias.
func candidate(
  _ key: String = "dunes|2021-06-14|2024-05-13|0|0", measures: [Float] = measures(),
  side: Double = 6
) -> Candidate {
  let centre = GroundPoint(east: 728_050, north: 6_245_950)
  return Candidate(
    key: key, pair: "dunes", file: "dunes-2024-05-13.png", sha256: "00", commune: "Vias",
    beforeDate: CalendarDate(iso: "2021-06-14")!, afterDate: CalendarDate(iso: "2024-05-13")!,
    measures: measures,
    outline: [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)].map {
      GroundPoint(east: centre.east + $0.0 * side, north: centre.north + $0.1 * side)
    }, centre: centre, length: side, width: side, area: side * side, residual: 0.2, metres: 0.2,
    beforePicture: key + "|before", afterPicture: key + "|after", chipOutline: [],
    chipMetres: 0.25)
}
