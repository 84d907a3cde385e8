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
  ///   - tallies: those of the reviews as of the subject's day, when they are known already.
  ///   - priors: what is usual among reviews.
  static func cases(
    _ subjects: [EstablishmentSubject], reviews: [[ScoredReview]] = [],
    tallies: [ReviewTally?] = [], encoder: EstablishmentEncoder,
    priors: ReviewPriors = ReviewPriors()
  ) -> [EstablishmentCase] {
    let features = encoder.features(of: subjects)
    return Parallel.map(Array(subjects.indices)) { number in
      let subject = subjects[number]
      var result = EstablishmentCase(
        subject: subject, features: features[number],
        past: encoder.history.past(siret: subject.siret, before: subject.asOf))
      if number < reviews.count, !reviews[number].isEmpty {
        let known = number < tallies.count ? tallies[number] : nil
        result.add(known ?? ReviewTally(weighing: reviews[number], asOf: subject.asOf), priors)
      }
      return result
    }
  }

  private mutating func add(_ tally: ReviewTally, _ priors: ReviewPriors) {
    let signals = ReviewSignals(tally, priors: priors)
    self.tally = tally
    self.signals = signals
    features.set(signals)
  }
}
