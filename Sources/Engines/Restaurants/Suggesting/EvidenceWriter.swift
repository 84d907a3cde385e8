import Review

/// Turns a dossier into evidence: official results, passages, a series of reports, facts.
struct EvidenceWriter {
  /// The number of passages shown, the most telling first.
  static let passageLimit = 12
  /// The number of inspections shown, newest first.
  static let inspectionLimit = 8
  /// The number of months of the series.
  static let monthCount = 24

  let inspections: [Inspection]
  let reviews: [CustomerReview]
  let readings: [ReviewReading]
  let documents: [String]
  let today: CalendarDate

  /// The reviews of a dossier that report something, the most telling first.
  func reports(of dossier: Dossier) -> [Int] {
    dossier.reviews.filter { readings[$0].isReport || readings[$0].hasSignal }
      .sorted { left, right in
        let (first, second) = (weight(left), weight(right))
        return first == second ? left < right : first > second
      }
  }

  /// A report counts less the older it is; half after nine months.
  private func weight(_ index: Int) -> Double {
    let age = reviews[index].date.map { max(0, today.days(since: $0)) } ?? 1_000
    var weight = readings[index].sanitary
    for _ in 0..<(age / 270) { weight /= 2 }
    return weight
  }

  /// The passages of a dossier as evidence, each a part that can be decided by itself.
  func passages(of dossier: Dossier) -> (evidence: [Evidence], parts: [Part]) {
    var evidence: [Evidence] = []
    var parts: [Part] = []
    for index in reports(of: dossier).prefix(Self.passageLimit) {
      let (passage, part) = passage(index)
      evidence.append(.passage(passage))
      parts.append(part)
    }
    return (evidence, parts)
  }

  private func passage(_ index: Int) -> (PassageEvidence, Part) {
    let review = reviews[index]
    let reading = readings[index]
    let hits = reading.hits.filter { !$0.isNegated }
    let excerpt = Excerpt(review.text, around: hits.map(\.span))
    let shown = hits.sorted { $0.span < $1.span }.prefix(excerpt.highlights.count)
    let highlights = zip(excerpt.highlights, shown).map {
      PassageEvidence.Highlight(span: $0, label: $1.label)
    }
    let part = Part(
      id: documents[index], title: review.title.isEmpty ? review.establishment : review.title,
      kind: "passage", score: nil, features: reading.features)
    let passage = PassageEvidence(
      text: excerpt.text, highlights: highlights,
      source: DocumentReference(document: documents[index], span: excerpt.span),
      caption: caption(review, reading), date: review.date, part: part.id)
    return (passage, part)
  }

  private func caption(_ review: CustomerReview, _ reading: ReviewReading) -> LocalizedText {
    let mark = review.rating.map { Self.stars($0) } ?? ""
    let percent = Int((reading.sanitary * 100).rounded())
    return LocalizedText(
      fr: "avis \(mark) · signalement sanitaire \(percent) %".collapsed,
      en: "review \(mark) · sanitary report \(percent)%".collapsed)
  }

  private static func stars(_ rating: Double) -> String {
    rating == rating.rounded() ? "\(Int(rating))★" : "\(rating)★"
  }

  /// Sanitary reports for each month, oldest first; `nil` when there is no dated review.
  func series(of dossier: Dossier) -> Evidence? {
    let newest = today.year * 12 + today.month - 1
    var counts = [Double](repeating: 0, count: Self.monthCount)
    var isDated = false
    for index in dossier.reviews {
      guard let date = reviews[index].date else { continue }
      isDated = true
      let age = newest - (date.year * 12 + date.month - 1)
      guard readings[index].isReport, (0..<Self.monthCount).contains(age) else { continue }
      counts[Self.monthCount - 1 - age] += 1
    }
    guard isDated else { return nil }
    let points = counts.enumerated().compactMap { offset, count -> SeriesEvidence.Point? in
      let month = newest - (Self.monthCount - 1 - offset)
      return CalendarDate(year: month / 12, month: month % 12 + 1, day: 1)
        .map { SeriesEvidence.Point(date: $0, value: count) }
    }
    return .series(
      SeriesEvidence(
        title: LocalizedText(
          fr: "Signalements sanitaires par mois", en: "Sanitary reports per month"),
        unit: "", form: .bars, points: points,
        source: LocalizedText(fr: "avis lus", en: "reviews read")))
  }
}
