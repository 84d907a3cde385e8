import Foundation
import Learning
import Review

/// Ranks establishments: what was read, together with what the store holds.
struct RestaurantsAnalysis {
  /// Inspections older than this before the newest one are history: rates of long ago say little.
  static let recentDays = 730
  /// The number of values given to the sink at once.
  private static let chunk = 500
  /// The length of the list of which a part is drawn at random.
  private static let listSize = 200

  let request: AnalysisRequest
  let engine: String

  func run(
    _ sources: RestaurantSources, records: any RecordSource, sink: any AnalysisSink
  ) throws {
    let material = try Material(sources, records: records)
    let hashes = Dictionary(
      sources.files.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    try store(sources, hashes, sink)
    let model = try request.model.map { try RestaurantsModel($0) }
    let readings = try read(material.reviews, model?.sanitary ?? .shipped, sink)
    let dossiers = try join(material, records)
    let assessed = try assess(dossiers, material, readings, model)
    let writer = EvidenceWriter(
      inspections: material.inspections, reviews: material.reviews, readings: readings,
      documents: material.reviews.map {
        Document.id(project: .restaurants, naturalKey: StoredRecords.naturalKey($0))
      }, today: request.today)
    let composer = SuggestionComposer(
      writer: writer, fileHashes: hashes, engine: engine, now: request.now)
    try forEachChunk(dossiers.indices) { part in
      try sink.receive(
        suggestions: Parallel.map(Array(part)) { composer.suggestion(dossiers[$0], assessed[$0]) })
      sink.progressed(progress("classement", "ranking", part.upperBound, dossiers.count))
    }
  }

  private func progress(_ fr: String, _ en: String, _ done: Int, _ total: Int) -> AnalysisProgress {
    AnalysisProgress(stage: LocalizedText(fr: fr, en: en), done: done, total: total)
  }

  private func forEachChunk(_ indices: Range<Int>, _ body: (Range<Int>) throws -> Void) rethrows {
    for start in stride(from: indices.lowerBound, to: indices.upperBound, by: Self.chunk) {
      try body(start..<min(start + Self.chunk, indices.upperBound))
    }
  }

  // MARK: Keeping

  private func store(
    _ sources: RestaurantSources, _ hashes: [String: String], _ sink: any AnalysisSink
  ) throws {
    try forEachChunk(sources.inspections.indices) { part in
      try sink.receive(records: part.map { StoredRecords.record(sources.inspections[$0]) })
    }
    try sink.receive(records: sources.places.map { StoredRecords.record($0) })
    try forEachChunk(sources.reviews.indices) { part in
      try sink.receive(
        documents: part.map { index in
          let review = sources.reviews[index]
          return StoredRecords.document(
            review,
            provenance: Provenance(
              file: review.file, sha256: hashes[review.file] ?? "", row: review.line,
              engine: engine, time: request.now))
        })
      sink.progressed(progress("textes", "texts", part.upperBound, sources.reviews.count))
    }
  }

  // MARK: Reading reviews

  private func read(
    _ reviews: [CustomerReview], _ model: SanitaryModel, _ sink: any AnalysisSink
  ) throws -> [ReviewReading] {
    let reader = try ReviewReader(model: model)
    var readings: [ReviewReading] = []
    readings.reserveCapacity(reviews.count)
    for start in stride(from: 0, to: reviews.count, by: Self.chunk) {
      if sink.isCancelled { throw CancellationError() }
      readings += Parallel.map(Array(reviews[start..<min(start + Self.chunk, reviews.count)])) {
        reader.reading($0)
      }
      sink.progressed(progress("avis", "reviews", readings.count, reviews.count))
    }
    return readings
  }

  // MARK: Joining

  private func join(_ material: Material, _ records: any RecordSource) throws -> [Dossier] {
    var confirmed: [String: String] = [:]
    for row in try records.knowledge(
      project: .restaurants, table: RestaurantsPanel.joinsTable)
    {
      confirmed[row.key] = row.values["siret"]
    }
    var builder = DossierBuilder(inspections: material.inspections)
    let names = Set(material.reviews.map(\.establishment))
    let places = names.sorted().map { material.places[$0] ?? ReviewedPlace(name: $0) }
    var matches: [String: [DossierBuilder.Match]] = [:]
    if !places.isEmpty, !material.inspections.isEmpty {
      let joiner = PlaceJoiner(inspections: material.inspections)
      for (name, candidates) in joiner.candidates(for: places, confirmed: confirmed) {
        // What is not sure and alone is only proposed.
        let settled = PlaceJoiner.settled(candidates)
        matches[name] = candidates.map {
          DossierBuilder.Match(
            place: name, siret: $0.siret,
            score: $0 == settled
              ? max($0.score, DossierBuilder.probableScore)
              : min($0.score, DossierBuilder.probableScore - 0.01),
            reasons: $0.reasons)
        }
      }
    }
    builder.join(
      reviews: material.reviews, places: material.places, confirmed: confirmed, matches: matches)
    return builder.dossiers
  }

  // MARK: Assessing

  private func assess(
    _ dossiers: [Dossier], _ material: Material, _ readings: [ReviewReading],
    _ model: RestaurantsModel?
  ) throws -> [SuggestionComposer.Assessment] {
    let subjects = dossiers.map { dossier in
      EstablishmentSubject(
        siret: dossier.siret ?? "", name: dossier.name, address: dossier.address,
        postcode: dossier.postcode, commune: dossier.commune, activities: dossier.activities,
        location: dossier.location, asOf: request.today)
    }
    let scored = Parallel.map(dossiers) { dossier in
      dossier.reviews.map { ScoredReview(material.reviews[$0], reading: readings[$0]) }
    }
    let encoder =
      model?.establishment.encoder
      ?? EstablishmentEncoder(training: material.recent, history: material.older)
    let tallies = Self.tallies(scored, today: request.today)
    let priors =
      model?.establishment.priors ?? ReviewPriors(fitting: tallies.compactMap { $0 })
    let cases = EstablishmentCase.cases(
      subjects, reviews: scored, tallies: tallies, encoder: encoder, priors: priors)
    let assessed: [EstablishmentAssessment]
    if let model, let version = request.model?.version {
      assessed = try model.establishment.assess(cases, version: version)
    } else {
      assessed = ColdStartRules.assess(cases)
    }
    return ranked(dossiers, cases, assessed)
  }

  /// The weighed reviews of each place; none of a place without reviews. Weighing compares the
  /// texts of a place with each other, so it is done once.
  static func tallies(_ scored: [[ScoredReview]], today: CalendarDate) -> [ReviewTally?] {
    Parallel.map(scored) { $0.isEmpty ? nil : ReviewTally(weighing: $0, asOf: today) }
  }

  /// Draws a part of the list at random and puts it among the best, evenly.
  private func ranked(
    _ dossiers: [Dossier], _ cases: [EstablishmentCase], _ assessed: [EstablishmentAssessment]
  ) -> [SuggestionComposer.Assessment] {
    let candidates = dossiers.indices.map { index in
      ExplorationQuota.Candidate(
        priority: assessed[index].contributions.total, department: dossiers[index].department,
        activity: ActivityGroup.groups(of: dossiers[index].activities).first ?? .other,
        hasReviews: !dossiers[index].reviews.isEmpty)
    }
    let size = min(Self.listSize, candidates.count / 2)
    let selections = ExplorationQuota.select(candidates, size: size, seed: request.seed)
    var priorities = assessed.map { $0.score.value }
    let best = selections.indices.filter { selections[$0]?.reason == .best }
      .sorted { priorities[$0] > priorities[$1] }
    let drawn = selections.indices.filter { selections[$0]?.reason == .random }
    for (number, index) in drawn.enumerated() where !best.isEmpty {
      let place = (number + 1) * best.count / (drawn.count + 1)
      priorities[index] = assessed[best[min(place, best.count - 1)]].score.value
    }
    return dossiers.indices.map { index in
      SuggestionComposer.Assessment(
        score: assessed[index].score, contributions: assessed[index].contributions,
        features: cases[index].features.frozen, selection: selections[index] ?? Selection(.best),
        priority: priorities[index])
    }
  }
}
