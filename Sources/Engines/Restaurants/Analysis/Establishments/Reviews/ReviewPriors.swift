import Foundation
import Learning
import Review

/// What is usual over all places: rates of reports per review, share of negatives, and how many
/// reviews' worth the usual weighs against a place's own.
struct ReviewPriors: Equatable {
  /// The strength when there are too few places to learn it: about five reviews, which gave the
  /// least loss on the developers' reviews.
  static let usualStrength = 5.0
  /// The fewest places to learn the strength from.
  static let fewestPlaces = 30

  /// Reports per review.
  var reports = 0.05
  /// Share of negative reviews.
  var negatives = 0.15
  /// Pseudo-reviews.
  var strength = usualStrength

  /// The priors before any review is read: shares among the developers' hand-labelled reviews.
  init() {}

  /// Fits the priors on the tallies of all places; what cannot be fitted keeps its default.
  init(fitting tallies: [ReviewTally]) {
    let exposure = tallies.reduce(0) { $0 + $1.exposure }
    guard exposure > 20 else { return }
    // Drawn to the defaults by ten reviews, so that no rate is zero.
    func drawn(_ events: Double, _ usual: Double) -> Double {
      (events + 10 * usual) / (exposure + 10)
    }
    reports = drawn(tallies.reduce(0) { $0 + $1.reports }, reports)
    negatives = drawn(tallies.reduce(0) { $0 + $1.negatives }, negatives)
    guard tallies.count >= Self.fewestPlaces else { return }
    let grid = [2.0, 3, 5, 8, 12, 20, 40]
    let rate = reports
    strength =
      grid.max { Self.evidence(tallies, rate, $0) < Self.evidence(tallies, rate, $1) } ?? strength
  }

  /// Fits the priors on the reviews of all places as of a day.
  init(places: [[ScoredReview]], asOf day: CalendarDate?) {
    self.init(
      fitting: places.map {
        ReviewTally($0, weights: ReviewWeigher.weights($0), asOf: day)
      })
  }

  /// The logarithm of the probability of all counts under a Gamma prior (negative binomial).
  private static func evidence(
    _ tallies: [ReviewTally], _ rate: Double, _ strength: Double
  ) -> Double {
    let shape = rate * strength
    return tallies.reduce(0) { sum, tally in
      sum + lgamma(shape + tally.reports) - lgamma(shape) + shape * log(strength)
        - (shape + tally.reports) * log(strength + tally.exposure)
    }
  }

  /// The distribution of a place's rate of reports, per review.
  func rate(of tally: ReviewTally) -> GammaDistribution {
    GammaDistribution(shape: reports * strength, rate: strength)
      .observing(events: tally.reports, exposure: tally.exposure)
  }
}

extension ReviewPriors {
  func write(to writer: inout ByteWriter) {
    writer.write([reports, negatives, strength])
  }

  init(from reader: inout ByteReader) throws(LearningError) {
    let values = try reader.doubles()
    guard values.count == 3, values.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      throw .damaged(what: "priors of reviews")
    }
    (reports, negatives, strength) = (values[0], values[1], values[2])
  }
}
