import Foundation
import Imagery
import Review

extension DecidedPixels {
  /// What stands between the key of the object beside which a miss was drawn and its own place.
  static let missMark = "|miss|"

  /// Takes the latest decisions of a request, with the outlines that agents gave and the misses that
  /// they drew.
  init(
    _ request: TrainingRequest, records: any RecordSource, observer: any AnalysisObserver
  ) throws {
    self.init(seed: request.circumstances.seed)
    for labelled in request.decisions.suffix(Self.limit) {
      if observer.isCancelled { throw CancellationError() }
      guard labelled.decision.part == nil,
        let isNew = ParcelsTraining.isNew(labelled.decision)
      else { continue }
      var outline = ParcelsActions.outline(labelled.decision)
      var key = labelled.naturalKey
      if let mark = key.range(of: Self.missMark) {
        key = String(key[..<mark.lowerBound])
        outline = try outline ?? Self.drawn(labelled.decision.suggestion, records)
        guard outline != nil else { continue }
      }
      guard
        let record = try records.record(project: .parcels, kind: Candidate.kind, key: key),
        let candidate = try? JSONDecoder().decode(Candidate.self, from: record.content),
        !candidate.isTile || outline != nil
      else { continue }
      try add(candidate, outline: outline, isNew: isNew, records: records)
    }
  }

  /// The outline of a miss, which only its suggestion holds.
  private static func drawn(
    _ suggestion: String, _ records: any RecordSource
  ) throws -> [GroundPoint]? {
    let outline = try records.detail(suggestion)?.suggestion.outline ?? []
    return outline.count >= 3 ? outline.map { Lambert93.point($0) } : nil
  }
}
