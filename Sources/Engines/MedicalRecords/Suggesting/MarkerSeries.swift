import Review

/// The values over time of the laboratory marker that was measured on the most days.
struct MarkerSeries {
  /// The fewest days for a curve to tell something.
  private static let fewest = 3

  private let record: PatientRecord

  init(_ record: PatientRecord) { self.record = record }

  /// The curve, or `nil` when no marker was measured often enough.
  var series: SeriesEvidence? {
    let groups = Dictionary(
      grouping: record.facts.filter { $0.slot == .biology && $0.date != nil }, by: \.key)
    let best = groups.keys.sorted().max {
      Set(groups[$0]?.map(\.date) ?? []).count < Set(groups[$1]?.map(\.date) ?? []).count
    }
    guard let best, let facts = groups[best] else { return nil }
    var points: [CalendarDate: SeriesEvidence.Point] = [:]
    var unit = ""
    var limit: Double?
    for fact in facts {
      guard let date = fact.date,
        let measure = MeasureFinder.measures(ClinicalText(fact.quote)).last,
        let value = measure.numbers.last
      else { continue }
      points[date] = .init(date: date, value: value, isCensored: measure.comparator == .less)
      unit = measure.unit
    }
    guard points.count >= Self.fewest else { return nil }
    limit = facts.lazy.compactMap { self.reference(of: $0) }.first
    let name = best.split(separator: "|").last.map(String.init) ?? ""
    return SeriesEvidence(
      title: LocalizedText(same: name), unit: unit, form: .line,
      points: points.values.sorted { $0.date < $1.date },
      thresholds: limit.map {
        [.init(label: LocalizedText(fr: "limite haute", en: "upper limit"), value: $0)]
      } ?? [],
      source: LocalizedText(fr: "comptes rendus du dossier", en: "reports of the record"))
  }

  /// The upper bound of the range that stands behind the value in its note.
  private func reference(of fact: RecordFact) -> Double? {
    let scalars = record.notes[fact.note].text.unicodeScalars.dropFirst(fact.span.begin)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.prefix(fact.span.count + 20))
    return MeasureFinder.measures(ClinicalText(String(view))).first?.reference?.upperBound
  }
}
