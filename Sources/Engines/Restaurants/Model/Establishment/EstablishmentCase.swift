import Review

/// An establishment to be assessed: what is known of it, its features and what the sentences of
/// its reasons speak of.
struct EstablishmentCase {
  var subject: EstablishmentSubject
  var features: EstablishmentFeatures
  var past: OutcomeHistory.Past?
  var tally: ReviewTally?
  var signals: ReviewSignals?

  /// Makes the cases of subjects.
  ///
  /// - Parameters:
  ///   - reviews: the scored reviews of each subject; none when empty.
  ///   - encoder: what makes the features.
  ///   - priors: what is usual among reviews.
  static func cases(
    _ subjects: [EstablishmentSubject], reviews: [[ScoredReview]] = [],
    encoder: EstablishmentEncoder, priors: ReviewPriors = ReviewPriors()
  ) -> [EstablishmentCase] {
    let features = encoder.features(of: subjects)
    return Parallel.map(Array(subjects.indices)) { number in
      let subject = subjects[number]
      var result = EstablishmentCase(
        subject: subject, features: features[number],
        past: encoder.history.past(siret: subject.siret, before: subject.asOf))
      if number < reviews.count, !reviews[number].isEmpty {
        result.add(reviews[number], priors)
      }
      return result
    }
  }

  private mutating func add(_ reviews: [ScoredReview], _ priors: ReviewPriors) {
    let tally = ReviewTally(
      reviews, weights: ReviewWeigher.weights(reviews), asOf: subject.asOf)
    let signals = ReviewSignals(tally, priors: priors)
    self.tally = tally
    self.signals = signals
    features.set(signals)
  }
}
