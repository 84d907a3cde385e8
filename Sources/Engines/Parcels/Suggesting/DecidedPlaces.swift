import Imagery
import Review

/// What agents decided in Aigle, found again by place: rows to learn from.
struct DecidedPlaces {
  /// The task of the examples.
  static let task = "new-object"
  /// How far Aigle's point may lie from an object, in metres.
  private static let reach = 12.0

  let rows: [AigleRow]

  init(_ rows: [AigleRow]) { self.rows = rows }

  /// The candidates that somebody decided on, as examples. « Légal » is a real object.
  func examples(_ candidates: [Candidate]) -> [TrainingExample] {
    guard !rows.isEmpty else { return [] }
    return candidates.compactMap { candidate in
      guard !candidate.measures.isEmpty, let row = nearest(candidate), let isReal = row.isReal
      else { return nil }
      return TrainingExample(
        project: .parcels, task: Self.task, key: candidate.key, group: candidate.pair,
        features: FrozenFeatures(schema: RegionMeasure.schema, values: candidate.measures),
        label: isReal ? 1 : 0)
    }
  }

  private func nearest(_ candidate: Candidate) -> AigleRow? {
    let shape = GroundShape(rings: [candidate.outline])
    func distance(_ row: AigleRow) -> Double {
      let east = row.place.east - candidate.centre.east
      let north = row.place.north - candidate.centre.north
      return (east * east + north * north).squareRoot()
    }
    let near = rows.min { distance($0) < distance($1) }
    guard let near, distance(near) <= Self.reach || shape.contains(near.place) else { return nil }
    return near
  }
}
