import Learning
import Review

/// Reads together, scores, selects and gives suggestions.
struct InspectionsAnalysis {
  private static let chunk = 500
  private static let listSize = 200
  private static let warningLimit = 10

  let request: AnalysisRequest
  let engine: String

  func run(
    _ sources: InspectionSources, records: any RecordSource, sink: any AnalysisSink
  ) throws {
    let material = try Material(sources, records: records)
    let hashes = Dictionary(
      sources.files.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    try store(sources, material, hashes, sink)
    let model = try request.model.map { try InspectionsModel($0) }
    let thresholds = Thresholds(request.knowledge[InspectionsPanel.thresholdsTable] ?? [])
    let enricher = ControlEnricher(material, thresholds: thresholds)
    if let model { warn(model, material, enricher, sources.controls, sink) }
    let subjects = SubjectBuilder(
      material: material, enricher: enricher, thresholds: thresholds, today: request.today
    ).subjects()
    sink.progressed(progress("sites", "sites", 0, subjects.count))
    let neighbours = BadNeighbours(
      material.controls,
      located: { $0.location ?? enricher.site($0.site)?.location }, today: request.today)
    let assessor = Assessor(
      material: material, enricher: enricher, thresholds: thresholds, model: model,
      version: request.model?.version, today: request.today, neighbours: neighbours)
    let assessed = select(subjects, try assessor.assess(subjects))
    let writer = EvidenceWriter(
      material: material, enricher: enricher, thresholds: thresholds, neighbours: neighbours,
      today: request.today)
    let composer = SuggestionComposer(
      material: material, writer: writer, hashes: hashes, engine: engine, request: request)
    try forEachChunk(subjects.indices) { part in
      if sink.isCancelled { throw CancellationError() }
      try sink.receive(
        suggestions: Parallel.map(Array(part)) { composer.suggestion(subjects[$0], assessed[$0]) })
      sink.progressed(progress("classement", "ranking", part.upperBound, subjects.count))
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
    _ sources: InspectionSources, _ material: Material, _ hashes: [String: String],
    _ sink: any AnalysisSink
  ) throws {
    try forEachChunk(material.changed.indices) { part in
      try sink.receive(records: part.map { StoredRecords.record(material.changed[$0]) })
    }
    let stations = sources.stations.stations
    try sink.receive(
      records: stations.keys.sorted().compactMap { stations[$0] }.map(StoredRecords.record))
    let sites = sources.sites
    try sink.receive(
      records: sites.keys.sorted().compactMap { sites[$0] }.map(StoredRecords.record))
    try forEachChunk(sources.controls.indices) { part in
      try sink.receive(records: part.map { StoredRecords.record(sources.controls[$0]) })
    }
    if let mapping = sources.mapping {
      try sink.receive(records: [StoredRecords.record(mapping.columns)])
    }
    guard !sources.remarks.isEmpty else { return }
    let files = sources.files.map(\.name).joined(separator: ", ")
    try sink.receive(documents: [
      Document(
        project: .inspections, naturalKey: "remarks|\(files)", kind: "remarks",
        title: "Remarques de lecture · \(files)", date: request.today,
        text: sources.remarks.map { "\($0.fr)\n\($0.en)" }.joined(separator: "\n\n"),
        provenance: Provenance(
          file: sources.files.first?.name ?? "", sha256: sources.files.first?.sha256 ?? "",
          row: nil,
          engine: engine, time: request.now))
    ])
  }

  // MARK: Drift

  /// Warns before scoring when inputs are no longer those the model learned from.
  private func warn(
    _ model: InspectionsModel, _ material: Material, _ enricher: ControlEnricher,
    _ read: [Control], _ sink: any AnalysisSink
  ) {
    guard let profile = model.profile else { return }
    let changes = DriftWatch.changes(profile, material, enricher, read: read)
      .filter(\.isAlarm)
    for change in changes.prefix(Self.warningLimit) { sink.warned(change.sentence) }
    guard changes.count > Self.warningLimit else { return }
    let more = changes.count - Self.warningLimit
    sink.warned(
      LocalizedText(
        fr: "… et \(more) autres changements : vigie do inspections drift",
        en: "… and \(more) more changes: vigie do inspections drift"))
  }

  // MARK: Selecting

  /// The plan in force decides what is marked; else a part of the list is drawn at random and put
  /// between the best, so that what the model misses is seen too.
  private func select(_ subjects: [Subject], _ assessed: [Assessment]) -> [Assessment] {
    var assessed = assessed
    let entries = (request.knowledge[PlanEntry.tableName] ?? []).compactMap { PlanEntry($0) }
    let latest = entries.map(\.name).max()
    let plan = Dictionary(
      entries.filter { $0.name == latest }.map { ($0.key, $0) },
      uniquingKeysWith: { first, _ in first })
    for index in subjects.indices {
      guard let entry = plan[subjects[index].naturalKey] else { continue }
      assessed[index].plan = entry
      assessed[index].selection = entry.selection
    }
    guard plan.isEmpty, subjects.count >= 20 else { return assessed }
    let candidates = subjects.indices.map { index in
      Planner.Candidate(
        key: subjects[index].naturalKey, priority: assessed[index].priority,
        uncertainty: assessed[index].score.high - assessed[index].score.low,
        theme: subjects[index].row.theme, territory: subjects[index].department)
    }
    let size = min(Self.listSize, subjects.count / 2)
    let choices = Planner.choose(
      candidates, count: size, share: 0.15, budgets: Budgets(), seed: request.seed)
    let best = choices.filter { $0.selection.reason == .best }.map {
      assessed[$0.candidate].priority
    }
    let drawn = choices.filter { $0.selection.reason == .random }
    for (number, choice) in drawn.enumerated() {
      assessed[choice.candidate].selection = choice.selection
      guard !best.isEmpty else { continue }
      let place = (number + 1) * best.count / (drawn.count + 1)
      assessed[choice.candidate].priority = max(
        assessed[choice.candidate].priority, best[min(place, best.count - 1)])
    }
    return assessed
  }
}
