import Learning
import Review

extension EstablishmentModel {
  /// Assesses establishments.
  ///
  /// - Parameters:
  ///   - cases: the establishments, their features made by this model's encoder.
  ///   - version: the version of the model that scores carry.
  func assess(
    _ cases: [EstablishmentCase], version: Int
  ) throws(LearningError) -> [EstablishmentAssessment] {
    let parts = try blend.parts(cases.map(\.features))
    return zip(cases, parts).map { assess($0, $1, version) }
  }

  private func assess(
    _ known: EstablishmentCase, _ parts: EstablishmentBlend.Parts, _ version: Int
  ) -> EstablishmentAssessment {
    let slope = calibration.slope
    var reasons = EstablishmentReason.allCases.map { reason in
      EstablishmentAssessment.Draft(slope * parts.reasons[reason.rawValue]) {
        EstablishmentSentences.label(reason, known)
      }
    }
    reasons += ReviewSentences.reasons(known, rule)
    return EstablishmentAssessment(
      base: slope * parts.base + calibration.offset, reasons: reasons,
      error: standardError(known, parts)
    ) { _ in .probability(model: version) }
  }

  /// Sampling error of the calibration, disagreement of the two halves, and what few reviews leave
  /// open, as independent errors.
  private func standardError(
    _ known: EstablishmentCase, _ parts: EstablishmentBlend.Parts
  ) -> Double {
    let sampling = error.error(at: calibration.logOdds(parts.halves.mean))
    let disagreement = calibration.slope * (parts.halves.linear - parts.halves.trees) / 2
    return
      (sampling * sampling + disagreement * disagreement
      + rule.variance(known.signals)).squareRoot()
  }
}

extension ReviewRule {
  /// The variance that few reviews leave in their contribution.
  func variance(_ signals: ReviewSignals?) -> Double {
    guard let signals else { return 0 }
    let weight = weights[ReviewColumn.rate.rawValue]
    return weight * weight * signals.rateVariance
  }
}
