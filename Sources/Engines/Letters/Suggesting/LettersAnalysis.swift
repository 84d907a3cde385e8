import Foundation
import Review

/// One analysis: what was read and what the store holds become ranked demands.
struct LettersAnalysis {
  private static let chunk = 400

  let request: AnalysisRequest
  let engine: String

  func run(
    _ sources: LetterSources, records: any RecordSource, sink: any AnalysisSink
  ) throws {
    let material = try LetterMaterial(sources, records: records)
    try store(material.freshLetters, sources, sink)
    let model = try request.model.map { try LettersModel($0) } ?? .shipped
    let letters = material.letters.map(\.letter)
    let wanted = wantedLetters(letters, material, sources)
    var read = try read(material.letters, wanted, model, sink)
    try store(read, of: material, sink)
    let history = SiteHistory(
      &read, letters: letters, material: material, today: request.today, wanted: wanted)
    let facts = read
    let composer = ItemComposer(
      evidence: ItemEvidence(
        letters: letters, facts: facts, names: history.names, today: request.today),
      hashes: material.letters.map(\.sha256), model: model, version: request.model?.version,
      engine: engine, now: request.now,
      draw: DemandDraw(count: facts.count, salt: request.pseudonymSalt))
    let ranked = facts.indices.filter { wanted[facts[$0].letter] }
    try forEachChunk(ranked.count) { part in
      let suggestions = Parallel.map(Array(ranked[part])) { composer.suggestion(facts[$0]) }
      try sink.receive(suggestions: suggestions)
      sink.progressed(progress("classement", "ranking", part.upperBound, ranked.count))
    }
    let images = sources.letters.filter { $0.letter.text.isEmpty }
    try sink.receive(suggestions: images.map { imageSuggestion($0) })
  }

  private func progress(_ fr: String, _ en: String, _ done: Int, _ total: Int) -> AnalysisProgress {
    AnalysisProgress(stage: LocalizedText(fr: fr, en: en), done: done, total: total)
  }

  private func forEachChunk(_ count: Int, _ body: (Range<Int>) throws -> Void) rethrows {
    for start in stride(from: 0, to: count, by: Self.chunk) {
      try body(start..<min(start + Self.chunk, count))
    }
  }

  private func store(
    _ letters: [ReadLetter], _ sources: LetterSources, _ sink: any AnalysisSink
  ) throws {
    try forEachChunk(letters.count) { part in
      try sink.receive(
        documents: letters[part].map {
          StoredLetters.document($0, engine: engine, time: request.now)
        })
      sink.progressed(progress("textes", "texts", part.upperBound, letters.count))
    }
    try sink.receive(records: try sources.answers.map { try StoredLetters.record($0) })
    try sink.receive(records: try sources.judged.map { try StoredLetters.record($0) })
    try sink.receive(
      records: try sources.cases.keys.sorted().compactMap { sources.cases[$0] }
        .map { try StoredLetters.record($0) })
  }

  /// Keeps the letters that are new, with what was found in their items.
  private func store(
    _ facts: [ItemFacts], of material: LetterMaterial, _ sink: any AnalysisSink
  ) throws {
    var digests: [String: [ItemDigest]] = [:]
    for fact in facts {
      let key = material.letters[fact.letter].letter.key
      if material.fresh.contains(key) { digests[key, default: []].append(ItemDigest(fact)) }
    }
    let fresh = material.freshLetters.map { read in
      var read = read
      read.digests = digests[read.letter.key] ?? []
      return read
    }
    try forEachChunk(fresh.count) { part in
      let records = Parallel.map(Array(fresh[part])) { read in
        Result { try StoredLetters.record(read) }
      }
      try sink.receive(records: records.map { try $0.get() })
    }
  }

  /// The facts of all items; those of letters that are not wanted come from what was kept of them.
  private func read(
    _ letters: [ReadLetter], _ wanted: [Bool], _ model: LettersModel, _ sink: any AnalysisSink
  ) throws -> [ItemFacts] {
    let reader = try ItemReader(model: model.vigilance)
    var facts: [ItemFacts] = []
    for start in stride(from: 0, to: letters.count, by: Self.chunk) {
      if sink.isCancelled { throw CancellationError() }
      let end = min(start + Self.chunk, letters.count)
      let read = Parallel.map(Array(start..<end)) { place in
        reader.facts(letters[place], at: place, wanted: wanted[place])
      }
      for items in read { facts += items }
      sink.progressed(progress("demandes", "demands", end, letters.count))
    }
    return facts
  }

  /// Which letters hold demands whose suggestion may change: those of the sites that new letters or
  /// answers are about; all when nothing was read.
  private func wantedLetters(
    _ letters: [Letter], _ material: LetterMaterial, _ sources: LetterSources
  ) -> [Bool] {
    guard !sources.letters.isEmpty || !sources.answers.isEmpty else {
      return letters.map { _ in true }
    }
    let answered = Set(sources.answers.map(\.inspection))
    let isFresh = letters.map {
      material.fresh.contains($0.key) || answered.contains($0.inspection)
        || answered.contains($0.reference)
    }
    let keys = letters.map { SiteKey.key($0.site) }
    let sites = Set(zip(keys, isFresh).filter { $0.1 && !$0.0.isEmpty }.map(\.0))
    return zip(keys, isFresh).map { $0.1 || sites.contains($0.0) }
  }

  /// A letter whose pages are pictures: it waits to be scanned with text recognition.
  private func imageSuggestion(_ read: ReadLetter) -> Suggestion {
    Suggestion(
      project: .letters, naturalKey: "image|\(read.letter.file)",
      title: "Sans couche de texte : \(read.letter.file)", place: "",
      facets: [Facet(LettersPanel.FacetName.state, StateWord.noText.fr)],
      score: Score(0.05, basis: .rule(level: 1)),
      evidence: [
        .facts(
          FactsEvidence(
            title: LocalizedText(fr: "Lettre à numériser", en: "Letter to scan"),
            facts: [
              .init(
                name: LocalizedText(fr: "État", en: "State"),
                value: LocalizedText(
                  fr: "les pages sont des images ; reconnaissance de caractères nécessaire",
                  en: "the pages are pictures; text recognition is needed"))
            ]))
      ],
      provenance: Provenance(
        file: read.letter.file, sha256: read.sha256, row: nil, engine: engine, time: request.now))
  }
}
