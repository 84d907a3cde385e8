import Review

/// Writes the evidence of a demand.
struct ItemEvidence: Sendable {
  /// How much of the context is shown, in code points.
  private static let longestContext = 700
  private static let longestItem = 1_500

  let letters: [Letter]
  let facts: [ItemFacts]
  let names: [String: String]
  let today: CalendarDate

  /// The demand in its letter, its cues highlighted.
  func passage(_ fact: ItemFacts) -> Evidence {
    let letter = letters[fact.letter]
    let scalars = Array(fact.passage.unicodeScalars)
    let begin = max(0, fact.itemStart - Self.longestContext)
    let end = min(scalars.count, fact.itemStart + Self.longestItem)
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[begin..<end])
    let shown: Set<VigilanceCue> = [
      .contrast, .unmet, .without, .absence, .deviation, .degraded, .notSuch, .repetition,
      .urgency, .late, .concern, .duty, .safety,
    ]
    let highlights = fact.reading.hits.filter {
      shown.contains($0.cue) && $0.span.begin >= begin && $0.span.end <= end
    }.prefix(40).map {
      PassageEvidence.Highlight(
        span: Span($0.span.begin - begin, $0.span.end - begin), label: $0.cue.title)
    }
    let span = Span(fact.item.contextSpan?.begin ?? fact.item.span.begin, fact.item.span.end)
    return .passage(
      PassageEvidence(
        text: String(view), highlights: Array(highlights),
        source: DocumentReference(document: StoredLetters.documentID(letter), span: span),
        caption: caption(fact), date: letter.date))
  }

  private func caption(_ fact: ItemFacts) -> LocalizedText {
    let letter = letters[fact.letter]
    let mark = "\(fact.item.section.rawValue).\(fact.item.ordinal)"
    return LocalizedText(
      fr: "\(letter.key) · demande \(mark)", en: "\(letter.key) · demand \(mark)")
  }

  /// The earlier demands that it repeats, and the later ones that repeat it.
  func repeats(_ fact: ItemFacts) -> [Evidence] {
    let earlier = fact.history.repeats.map { found -> Evidence in
      let score = LocalizedText.decimal(found.similarity, 2)
      return same(
        facts[found.earlier],
        LocalizedText(
          fr: "même demande ici (\(score.fr))", en: "same demand here (\(score.en))"))
    }
    let later = fact.history.repeatedBy.prefix(2).map { index in
      same(
        facts[index], LocalizedText(fr: "reprise depuis", en: "made again since"))
    }
    return earlier + later
  }

  private func same(_ fact: ItemFacts, _ words: LocalizedText) -> Evidence {
    let letter = letters[fact.letter]
    return .passage(
      PassageEvidence(
        text: String(fact.item.text.prefix(600)), highlights: [],
        source: DocumentReference(
          document: StoredLetters.documentID(letter), span: fact.item.span),
        caption: LocalizedText(
          fr: "\(words.fr) · \(letter.key)", en: "\(words.en) · \(letter.key)"),
        date: letter.date))
  }

  /// The theme at the site by year, with the fleet's mean of the last three years.
  func series(_ fact: ItemFacts) -> Evidence? {
    guard let trend = fact.history.trend, trend.years.values.contains(where: { $0 > 0 }) else {
      return nil
    }
    let points = trend.years.keys.sorted().compactMap { year in
      CalendarDate(year: year, month: 1, day: 1).map {
        SeriesEvidence.Point(date: $0, value: Double(trend.years[year] ?? 0))
      }
    }
    let recent = (0..<3).compactMap { trend.fleetYears[today.year - $0] }
    let mean = recent.isEmpty ? 0 : recent.reduce(0, +) / Double(recent.count)
    let theme = fact.theme.theme.title
    return .series(
      SeriesEvidence(
        title: LocalizedText(
          fr: "\(theme.fr) sur ce site, demandes par an",
          en: "\(theme.en) at this site, demands a year"),
        unit: "", form: .bars, points: points,
        thresholds: [
          SeriesEvidence.Threshold(
            label: LocalizedText(
              fr: "moyenne des sites comparables", en: "mean of comparable sites"),
            value: mean)
        ],
        source: LocalizedText(fr: "lettres lues", en: "letters read")))
  }
}
