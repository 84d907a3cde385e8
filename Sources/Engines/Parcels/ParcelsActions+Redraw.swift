import Foundation
import Imagery
import Review

/// Correcting the outline of an object.
extension ParcelsActions {
  /// The name under which a decision holds the outline that an agent gave: corners in Lambert-93,
  /// `east north` in metres, parted by semicolons.
  static let outlineField = "outline"
  /// The most corners read back.
  private static let cornerLimit = 64

  /// Accepts the object in focus with another outline: moved, turned, with other sides.
  static func redraw(_ request: ActionRequest, records: any RecordSource) throws -> ActionResult {
    guard let suggestion = request.suggestion,
      let candidate = try CandidateTable.candidate(suggestion, records)
    else { throw EngineError.unknownName("suggestion") }
    func number(_ name: String) -> Double { Double(request.parameters[name] ?? "") ?? 0 }
    let box = MinimumRectangle(
      candidate.outline.map { PixelPoint(x: $0.east, y: $0.north) })
    let length = number("length") > 0 ? number("length") : max(1, box?.length ?? candidate.length)
    let width = number("width") > 0 ? number("width") : max(1, box?.width ?? candidate.width)
    let middle = box.map { box in
      GroundPoint(
        east: box.corners.reduce(0) { $0 + $1.x } / 4,
        north: box.corners.reduce(0) { $0 + $1.y } / 4
      )
    }
    let ring = rectangle(
      around: middle ?? candidate.centre, east: number("east"), north: number("north"),
      length: length, width: width,
      angle: (box?.angle ?? 0) + number("turn") * .pi / 180)
    return .decision(
      ProposedDecision(verdict: .accept, correction: [outlineField: text(ring)]))
  }

  private static func rectangle(
    around middle: GroundPoint, east: Double, north: Double, length: Double, width: Double,
    angle: Double
  ) -> [GroundPoint] {
    let (cosine, sine) = (cos(angle), sin(angle))
    return [(-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)].map { along, across in
      GroundPoint(
        east: middle.east + east + along * length * cosine - across * width * sine,
        north: middle.north + north + along * length * sine + across * width * cosine)
    }
  }

  private static func text(_ ring: [GroundPoint]) -> String {
    ring.map { String(format: "%.2f %.2f", $0.east, $0.north) }.joined(separator: ";")
  }

  /// The outline of a decision, or `nil` when there is none or it makes no sense.
  static func outline(_ decision: Decision) -> [GroundPoint]? {
    guard let text = decision.correction[outlineField] else { return nil }
    let corners = text.split(separator: ";").prefix(cornerLimit).compactMap {
      corner -> GroundPoint? in
      let parts = corner.split(separator: " ").compactMap { Double($0) }
      guard parts.count == 2, parts.allSatisfy(\.isFinite) else { return nil }
      return GroundPoint(east: parts[0], north: parts[1])
    }
    return corners.count >= 3 ? corners : nil
  }
}
