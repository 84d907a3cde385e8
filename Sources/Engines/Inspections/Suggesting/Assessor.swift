import Foundation
import Learning
import Review

/// Gives every subject its score and its reasons: by the models where there are some, by rules where
/// not.
struct Assessor {
  let material: Material
  let enricher: ControlEnricher
  let thresholds: Thresholds
  let model: InspectionsModel?
  let version: Int?
  let today: CalendarDate
  let neighbours: BadNeighbours

  /// The assessments, in the order of the subjects.
  func assess(_ subjects: [Subject]) throws -> [Assessment] {
    var result = [Assessment?](repeating: nil, count: subjects.count)
    let sites = subjects.indices.filter { !subjects[$0].isStation }
    for (place, assessment) in zip(sites, try assessSites(sites.map { subjects[$0] })) {
      result[place] = assessment
    }
    var byParameter: [Int32: [Int]] = [:]
    for place in subjects.indices {
      if case .station(let parameter, _) = subjects[place].kind {
        byParameter[parameter, default: []].append(place)
      }
    }
    for parameter in byParameter.keys.sorted() {
      let places = byParameter[parameter] ?? []
      let assessed = try assessStations(places.map { subjects[$0] }, parameter)
      for (place, assessment) in zip(places, assessed) { result[place] = assessment }
    }
    return result.compactMap { $0 }
  }

  // MARK: Sites

  private func assessSites(_ subjects: [Subject]) throws -> [Assessment] {
    guard let outcomes = model?.outcomes, let version else {
      return subjects.map { ruled($0) }
    }
    let alignment = ColumnAlignment(enricher.columns, to: outcomes.spec)
    let history = enricher.enriched(material.controls).map { alignment.row($0) }
    let matrix = try OutcomeFeatures.matrix(
      subjects.map { alignment.row($0.row) }, history: history, spec: outcomes.spec)
    let columns = outcomes.spec.columns
    let schema = outcomes.spec.schema
    let explained = try outcomes.model.explanations(matrix)
    let places = Dictionary(
      columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    return subjects.indices.map { index in
      let row = matrix.row(index)
      let reasons = siteReasons(subjects[index]) { name in places[name].map { row[$0] } }
      let contributions = Reasons.contributions(
        base: explained[index].base, parts: explained[index].parts, columns: columns,
        tell: reasons.tell)
      return assessment(
        subjects[index], contributions, outcomes.model.interval(contributions.total), version,
        FrozenFeatures(schema: schema, values: row))
    }
  }

  private func siteReasons(
    _ subject: Subject, _ value: @escaping (String) -> Float?
  ) -> SiteReasons {
    SiteReasons(
      subject: subject, material: material, enricher: enricher, neighbours: neighbours,
      value: value, today: today)
  }

  private func ruled(_ subject: Subject) -> Assessment {
    let past = subject.controls.map { material.controls[$0] }
    let around = subject.location.map { neighbours.near($0, except: subject.row.site).count } ?? 0
    let reasons = siteReasons(subject) { _ in nil }
    let contributions = ContributionsEvidence(
      base: RuleScores.base,
      reasons: RuleScores.site(subject, past: past, neighbours: around, today: today).map {
        let (label, source) = reasons.tell($0.reason)
        return .init(label: label, value: $0.weight, source: source)
      }.sorted { abs($0.value) > abs($1.value) })
    let score = RuleScores.score(contributions)
    return Assessment(
      score: score, contributions: contributions, features: nil, priority: score.value)
  }

  private func assessment(
    _ subject: Subject, _ contributions: ContributionsEvidence, _ interval: ValueInterval,
    _ version: Int, _ features: FrozenFeatures
  ) -> Assessment {
    let score = Score(
      interval.value, low: interval.low, high: interval.high,
      basis: .probability(model: version))
    let factor =
      model?.usefulness?.factor(
        UsefulnessModel.features(risk: score.value, isStation: subject.isStation)) ?? 1
    return Assessment(
      score: score, contributions: contributions, features: features,
      priority: min(1, score.value * factor * Self.weight(subject)))
  }

  /// Sites are inspected, stations are looked at: an exceedance that everybody expects may not crowd
  /// out the farm beside it.
  private static func weight(_ subject: Subject) -> Double { subject.isStation ? stationWeight : 1 }

  private static let stationWeight = 0.6

  // MARK: Stations

  private func assessStations(_ subjects: [Subject], _ parameter: Int32) throws -> [Assessment] {
    guard let threshold = thresholds.threshold(parameter) else { return [] }
    let indices = material.series.indices.filter { material.series[$0].parameter == parameter }
    let network = WaterNetwork(
      indices.map { material.series[$0] }, stations: material.stations, threshold: threshold)
    let places = Dictionary(
      indices.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let targets = subjects.compactMap { subject -> ExceedanceFeatures.Target? in
      guard case .station(_, let series) = subject.kind, let place = places[series] else {
        return nil
      }
      return ExceedanceFeatures.Target(series: place, day: today.daysSinceEpoch)
    }
    let matrix = try ExceedanceFeatures(network).matrix(targets)
    let columns = ExceedanceSpec.columns
    let names = Dictionary(
      columns.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let explained = try model?.exceedance?.model.explanations(matrix)
    return subjects.indices.map { index in
      let row = matrix.row(index)
      let value: (String) -> Float? = { name in names[name].map { row[$0] } }
      let reasons = StationReasons(
        series: network.series[targets[index].series], threshold: threshold,
        station: material.stations[subjects[index].code], value: value, today: today)
      guard let explained, let version, let exceedance = model?.exceedance else {
        return ruled(reasons, value)
      }
      let contributions = Reasons.contributions(
        base: explained[index].base, parts: explained[index].parts, columns: columns,
        tell: reasons.tell)
      return assessment(
        subjects[index], contributions, exceedance.model.interval(contributions.total), version,
        FrozenFeatures(schema: ExceedanceSpec.schema, values: row))
    }
  }

  private func ruled(_ reasons: StationReasons, _ value: (String) -> Float?) -> Assessment {
    let contributions = ContributionsEvidence(
      base: RuleScores.base,
      reasons: RuleScores.station(value).map {
        let (label, source) = reasons.tell($0.reason)
        return .init(label: label, value: $0.weight, source: source)
      })
    let score = RuleScores.score(contributions)
    return Assessment(
      score: score, contributions: contributions, features: nil,
      priority: score.value * Self.stationWeight)
  }
}
