import Foundation
import Imagery
import Review

/// Finds and ranks objects: in pairs just read, and again in what the store holds.
struct ParcelsAnalysis {
  /// What looks less like an object than this is not shown.
  static let shownShare = 0.05
  /// The number of values given to the sink at once.
  private static let chunk = 200
  /// The most objects whose pictures are looked at again: some ten seconds of work.
  private static let lookLimit = 1000

  let request: AnalysisRequest

  func run(_ sources: ParcelSources, records: any RecordSource, sink: any AnalysisSink) throws {
    let judge = try RegionJudge(request.model, shipped: ShippedModel.current)
    let composer = SuggestionComposer(
      judge: judge, weights: PriorityWeights(request.knowledge), request: request)
    let joiner = GroundJoiner(sources)
    let labels = DecidedPlaces(sources.decided)
    var seen: Set<String> = []
    for (number, pair) in sources.pairs.enumerated() {
      if sink.isCancelled { throw CancellationError() }
      do {
        try look(pair, number, sources.pairs.count, judge, joiner, labels, composer, sink, &seen)
      } catch let error as PNGError {
        sink.refused(error.refusal)
      }
    }
    try again(records, joiner, labels, composer, sink, seen)
  }

  private func look(
    _ pair: PairSource, _ number: Int, _ count: Int, _ judge: RegionJudge, _ joiner: GroundJoiner,
    _ labels: DecidedPlaces, _ composer: SuggestionComposer, _ sink: any AnalysisSink,
    _ seen: inout Set<String>
  ) throws {
    guard let network = ShippedModel.current?.network else { return }
    let scale = max(1, PreparedPair.metres / pair.metres)
    let finds = try PairScanner(network: network, pixels: judge.pixels).scan(
      pair, isCancelled: { sink.isCancelled },
      progressed: { done, total in
        sink.progressed(
          AnalysisProgress(
            stage: LocalizedText(fr: "images", en: "pictures"),
            done: number * 100 + done * 100 / max(1, total),
            total: count * 100))
      })
    // What not even the program's own judge takes for an object is not kept.
    let kept = finds.filter { find in
      let odds = judge.regions.base.score(find.measures)
      return 1 / (1 + exp(-odds)) >= Self.shownShare
    }
    var (candidates, pictures) = try CandidateMaker(seed: request.seed).candidates(
      pair, finds: kept, scale: scale)
    for index in candidates.indices { joiner.join(&candidates[index]) }
    seen.formUnion(candidates.map(\.key))
    try sink.receive(records: pictures)
    try store(candidates, sink)
    try sink.receive(examples: labels.examples(candidates))
    let content = Dictionary(pictures.map { ($0.key, $0.content) }) { first, _ in first }
    try give(candidates, composer, sink, pictures: content)
  }

  private func store(_ candidates: [Candidate], _ sink: any AnalysisSink) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    try sink.receive(
      records: try candidates.map { candidate in
        SourceRecord(
          project: .parcels, kind: Candidate.kind, key: candidate.key,
          content: try encoder.encode(candidate))
      })
  }

  private func give(
    _ candidates: [Candidate], _ composer: SuggestionComposer, _ sink: any AnalysisSink,
    pictures: [String: Data]
  ) throws {
    for start in stride(from: 0, to: candidates.count, by: Self.chunk) {
      let part = Array(candidates[start..<min(start + Self.chunk, candidates.count)])
      try sink.receive(
        suggestions: Parallel.map(part) { candidate in
          composer.suggestion(
            candidate, opinion: composer.judge.opinion(candidate) { pictures[$0] })
        })
    }
  }

  /// Ranks again what the store holds, joined with registers that came meanwhile.
  private func again(
    _ records: any RecordSource, _ joiner: GroundJoiner, _ labels: DecidedPlaces,
    _ composer: SuggestionComposer, _ sink: any AnalysisSink, _ seen: Set<String>
  ) throws {
    let decoder = JSONDecoder()
    var candidates: [Candidate] = []
    var looked = 0
    func flush() throws {
      if !joiner.isEmpty {
        for index in candidates.indices { joiner.join(&candidates[index]) }
        try store(candidates, sink)
      }
      try sink.receive(examples: labels.examples(candidates))
      // The store is read by one thread; only what trees are asked about is read.
      var content: [String: Data] = [:]
      if composer.judge.pixels != nil, looked < Self.lookLimit {
        for name in candidates.flatMap({ [$0.beforePicture, $0.afterPicture] }) {
          content[name] = try records.record(
            project: .parcels, kind: Candidate.pictureKind, key: name)?.content
        }
        looked += candidates.count
      }
      try give(candidates, composer, sink, pictures: content)
      candidates = []
    }
    try records.forEachRecord(project: .parcels, kind: Candidate.kind) { record in
      if sink.isCancelled { throw CancellationError() }
      guard !seen.contains(record.key),
        let candidate = try? decoder.decode(Candidate.self, from: record.content)
      else { return true }
      candidates.append(candidate)
      if candidates.count == Self.chunk { try flush() }
      return true
    }
    if !candidates.isEmpty { try flush() }
  }
}
