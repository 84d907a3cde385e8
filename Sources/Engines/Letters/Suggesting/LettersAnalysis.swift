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
    var read = try read(letters, model, sink)
    let history = SiteHistory(
      &read, letters: letters, material: material, today: request.today)
    let facts = read
    let composer = ItemComposer(
      evidence: ItemEvidence(
        letters: letters, facts: facts, names: history.names, today: request.today),
      hashes: material.letters.map(\.sha256), model: model, version: request.model?.version,
      engine: engine, now: request.now)
    let wanted = wanted(facts, letters, material, sources)
    try forEachChunk(wanted.count) { part in
      let suggestions = Parallel.map(Array(wanted[part])) { composer.suggestion(facts[$0]) }
      try sink.receive(suggestions: suggestions)
      sink.progressed(progress("classement", "ranking", part.upperBound, wanted.count))
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
      let chunk = Array(letters[part])
      try sink.receive(
        documents: chunk.map {
          StoredLetters.document($0, engine: engine, time: request.now)
        })
      try sink.receive(records: try chunk.map { try StoredLetters.record($0) })
      sink.progressed(progress("textes", "texts", part.upperBound, letters.count))
    }
    try sink.receive(records: try sources.answers.map { try StoredLetters.record($0) })
    try sink.receive(records: try sources.judged.map { try StoredLetters.record($0) })
    try sink.receive(
      records: try sources.cases.keys.sorted().compactMap { sources.cases[$0] }
        .map { try StoredLetters.record($0) })
  }

  private func read(
    _ letters: [Letter], _ model: LettersModel, _ sink: any AnalysisSink
  ) throws -> [ItemFacts] {
    let reader = try ItemReader(model: model.vigilance)
    var facts: [ItemFacts] = []
    for start in stride(from: 0, to: letters.count, by: Self.chunk) {
      if sink.isCancelled { throw CancellationError() }
      let end = min(start + Self.chunk, letters.count)
      let read = Parallel.map(Array(start..<end)) { place in
        let letter = letters[place]
        let site = SiteKey.key(letter.site)
        return letter.items.map { reader.facts($0, of: letter, at: place, site: site) }
      }
      for items in read { facts += items }
      sink.progressed(progress("demandes", "demands", end, letters.count))
    }
    return facts
  }

  /// The demands whose suggestion may change: those of the sites that new letters or answers are
  /// about; all of them when nothing was read.
  private func wanted(
    _ facts: [ItemFacts], _ letters: [Letter], _ material: LetterMaterial,
    _ sources: LetterSources
  ) -> [Int] {
    guard !sources.letters.isEmpty || !sources.answers.isEmpty else { return Array(facts.indices) }
    let answered = Set(sources.answers.map(\.inspection))
    var sites: Set<String> = []
    var keys: Set<String> = []
    for letter in letters {
      let key = StoredLetters.key(letter)
      guard material.fresh.contains(key) || answered.contains(letter.inspection) else { continue }
      sites.insert(SiteKey.key(letter.site))
      keys.insert(key)
    }
    sites.remove("")
    return facts.indices.filter {
      sites.contains(facts[$0].site) || keys.contains(StoredLetters.key(letters[facts[$0].letter]))
    }
  }

  /// A letter whose pages are pictures: it waits to be scanned with text recognition.
  private func imageSuggestion(_ read: ReadLetter) -> Suggestion {
    Suggestion(
      project: .letters, naturalKey: "image|\(read.letter.file)",
      title: "Sans couche de texte : \(read.letter.file)", place: "",
      facets: [Facet(LettersPanel.FacetName.state, "sans texte")],
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
