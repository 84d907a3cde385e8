import Review

/// Makes the rows a model of establishments learns from.
enum EstablishmentTraining {
  /// The weight of an inspection of earlier years: rules and inspectors have changed since.
  static let olderWeight = 0.4
  /// Inspections of so many days before the newest are recent; those before are history.
  static let recentDays = 730

  /// Divides inspections into recent and older ones; those without a day count as recent.
  static func split(_ inspections: [Inspection]) -> (recent: [Inspection], older: [Inspection]) {
    guard let newest = inspections.compactMap(\.date).max() else { return (inspections, []) }
    let start = newest.adding(days: -recentDays)
    var (recent, older): ([Inspection], [Inspection]) = ([], [])
    for inspection in inspections {
      if (inspection.date ?? newest) < start {
        older.append(inspection)
      } else {
        recent.append(inspection)
      }
    }
    return (recent, older)
  }

  /// The rows of inspections that have an outcome.
  ///
  /// - Parameters:
  ///   - encoder: what makes the features.
  ///   - reviews: the scored reviews of establishments, by `EstablishmentSubject.group`; only those
  ///     before an inspection are seen.
  ///   - priors: what is usual among reviews.
  static func rows(
    _ inspections: [Inspection], encoder: EstablishmentEncoder,
    reviews: [UInt64: [ScoredReview]] = [:], priors: ReviewPriors = ReviewPriors()
  ) -> [EstablishmentRow] {
    let known = inspections.filter { $0.outcome != nil }
    let subjects = known.map { EstablishmentSubject($0) }
    let lists = reviews.isEmpty ? [] : subjects.map { reviews[$0.group] ?? [] }
    let cases = EstablishmentCase.cases(
      subjects, reviews: lists, encoder: encoder, priors: priors)
    return zip(known, cases).map { inspection, known in
      EstablishmentRow(
        features: known.features, isNonCompliant: inspection.outcome?.isNonCompliant ?? false,
        group: known.subject.group)
    }
  }

  /// The rows of older inspections, seen with the rates of their own years.
  static func olderRows(_ older: [Inspection]) -> [EstablishmentRow] {
    let encoder = EstablishmentEncoder(training: older, history: [])
    return rows(older, encoder: encoder).map { row in
      var row = row
      row.weight = olderWeight
      row.isOlder = true
      return row
    }
  }
}
