import Imagery
import Review

/// The plan of an object and the parcels around it.
struct PlanWriter {
  let candidate: Candidate

  /// The plan, or `nil` when no parcel is known.
  var plan: Evidence? {
    guard !candidate.around.isEmpty else { return nil }
    var shapes: [PlanEvidence.Shape] = candidate.around.compactMap { parcel in
      guard let ring = parcel.shape.rings.first else { return nil }
      return PlanEvidence.Shape(
        role: .ground, label: LocalizedText(same: "\(parcel.section) \(parcel.number)"),
        points: ring.compactMap { Lambert93.coordinate($0) })
    }
    let subject = candidate.outline.isEmpty ? [candidate.centre] : candidate.outline
    shapes.append(
      PlanEvidence.Shape(
        role: .subject, label: LocalizedText(fr: "objet", en: "object"),
        points: subject.compactMap { Lambert93.coordinate($0) }))
    let names = candidate.around.prefix(6).map { "\($0.section) \($0.number)" }
      .joined(separator: ", ")
    return .plan(
      PlanEvidence(
        shapes: shapes,
        description: LocalizedText(
          fr: "L'objet et les parcelles autour : \(names)",
          en: "The object and the parcels around: \(names)")))
  }
}
