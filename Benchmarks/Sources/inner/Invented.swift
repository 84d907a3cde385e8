import Review

/// Invented suggestions, the same ones each time.
enum Invented {
  static let today = CalendarDate(daysSinceEpoch: 20_782)
  static let now = Timestamp(milliseconds: Int64(today.daysSinceEpoch) * 86_400_000)
  private static let towns = ["Sète-les-Bains", "Orbec-sur-Aulne", "Valmeuse", "Saint-Frêne"]
  private static let kinds = ["Restaurant", "Boulangerie-Pâtisserie", "Traiteur", "Poissonnerie"]

  /// The suggestion of a number: its score is spread, its names repeat as those of towns do.
  static func suggestion(_ number: Int) -> Suggestion {
    let town = towns[number % towns.count]
    let value = Double((number &* 7919) % 100_003) / 100_003
    return Suggestion(
      project: .restaurants, naturalKey: "\(99_000_000_000_000 + number)",
      title: "La Table d'Églantine n° \(number)", place: town, date: today,
      facets: [
        Facet("commune", town), Facet("activity", kinds[number % 3]), Facet("department", "34"),
      ],
      score: Score(value, low: value * 0.9, high: min(1, value * 1.1), basis: .rule(level: 2)),
      evidence: [
        .facts(
          FactsEvidence(
            title: LocalizedText(fr: "Établissement", en: "Establishment"),
            facts: [
              .init(
                name: LocalizedText(fr: "Adresse", en: "Address"),
                value: LocalizedText(same: "\(number % 90) rue des Hirondelles, \(town)"))
            ]))
      ],
      features: FrozenFeatures(schema: "inner", values: (0..<24).map { Float($0) * Float(value) }),
      provenance: Provenance(
        file: "invented.csv", sha256: "00", row: number, engine: "inner 1", time: now))
  }

  /// A decision on a suggestion.
  static func decision(_ suggestion: Suggestion, _ verdict: Verdict) -> LedgerDraft {
    LedgerDraft(
      time: now, agent: "inner",
      payload: .decision(
        Decision(
          suggestion: suggestion.id, project: .restaurants, verdict: verdict, reason: nil,
          note: nil,
          seen: .init(
            model: nil, score: suggestion.score.value, rank: 1, seconds: 2, language: .french))))
  }
}
