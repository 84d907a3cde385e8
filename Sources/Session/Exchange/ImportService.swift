import Foundation
import Review
import ReviewStore
import Tables

/// Takes suggestions made elsewhere: a camera's model, a language model of the user's own.
///
/// Their scores were not calibrated here: they are shown as levels, never as percentages. Decisions
/// on them are recorded like all others.
public struct ImportService {
  /// The formats that are read.
  public enum Format: String, CaseIterable, Sendable {
    /// One suggestion a line (`docs/schema/suggestion.schema.json`).
    case jsonl
    /// Label Studio tasks with predictions.
    case labelStudio = "label-studio"
  }

  /// The greatest size of a file, in bytes.
  static let largestFile = 1 << 30
  private static let chunk = 500

  private let store: any ReviewStore
  private let project: Project

  /// Makes a service for a store and a project.
  public init(store: any ReviewStore, project: Project) {
    self.store = store
    self.project = project
  }

  /// Reads a file and stores its suggestions; a ledger event.
  ///
  /// - Parameter source: the name of the program that made them.
  /// - Returns: how many suggestions were taken, and how many lines refused.
  /// - Throws: `EngineError.unreadable` when the file cannot be read at all.
  public func run(
    _ url: URL, format: Format, source: String, agent: String, now: Timestamp,
    refused: (Refusal) -> Void
  ) throws -> (taken: Int, refused: Int) {
    let file = url.lastPathComponent
    guard let data = try? Data(contentsOf: url, options: .mappedIfSafe), !data.isEmpty,
      data.count <= Self.largestFile
    else {
      throw EngineError.unreadable(
        Refusal(
          file: file, line: nil, found: "—",
          expected: LocalizedText(
            fr: "un fichier lisible, non vide, d'au plus 1 Gio",
            en: "a readable file, not empty, of at most 1 GiB")))
    }
    let hash = FileDigest.sha256(data)
    var refusals = 0
    let lines = try Self.lines(data, format, file)
    var found: [Suggestion] = []
    for (number, line) in lines {
      do throws(ForeignError) {
        found.append(suggestion(try ForeignSuggestion.read(line), file, hash, number, source, now))
      } catch {
        refusals += 1
        refused(Refusal(file: file, line: number, found: error.found, expected: error.expected))
      }
    }
    for start in stride(from: 0, to: found.count, by: Self.chunk) {
      try store.save(suggestions: Array(found[start..<min(found.count, start + Self.chunk)]))
    }
    try store.append([
      LedgerDraft(
        time: now, agent: agent,
        payload: .importing(
          ImportRecord(
            project: project, files: [file: hash], rows: found.count, refused: refusals,
            suggestions: found.count)))
    ])
    return (found.count, refusals)
  }

  /// The lines of a file with their numbers, in the form of `ForeignSuggestion`.
  private static func lines(
    _ data: Data, _ format: Format, _ file: String
  ) throws -> [(Int, Data)] {
    switch format {
    case .jsonl:
      return data.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
        .filter { !$1.allSatisfy { $0 <= 0x20 } }.map { ($0 + 1, Data($1)) }
    case .labelStudio:
      guard let tasks = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]] else {
        throw EngineError.unreadable(
          Refusal(
            file: file, line: nil, found: String(decoding: data.prefix(20), as: UTF8.self),
            expected: LocalizedText(
              fr: "une liste JSON de tâches Label Studio",
              en: "a JSON list of Label Studio tasks")))
      }
      return tasks.enumerated().compactMap { index, task in
        LabelStudio.line(task, number: index + 1).map { (index + 1, $0) }
      }
    }
  }

  private func suggestion(
    _ foreign: ForeignSuggestion, _ file: String, _ hash: String, _ line: Int, _ source: String,
    _ now: Timestamp
  ) -> Suggestion {
    let level = foreign.score < 1.0 / 3 ? 1 : foreign.score < 2.0 / 3 ? 2 : 3
    let location = foreign.latitude.flatMap { latitude in
      foreign.longitude.flatMap { Coordinate(latitude: latitude, longitude: $0) }
    }
    let from = LocalizedText(fr: "suggéré par \(source)", en: "suggested by \(source)")
    var evidence: [Evidence] = [
      .facts(
        FactsEvidence(
          title: from,
          facts: (foreign.reasons ?? []).map {
            .init(
              name: LocalizedText(fr: "raison donnée", en: "reason given"),
              value: LocalizedText(same: $0), source: LocalizedText(same: file))
          } + [
            .init(
              name: LocalizedText(fr: "score donné", en: "score given"),
              value: LocalizedText(same: String(format: "%.3f", foreign.score)),
              source: LocalizedText(same: file))
          ]))
    ]
    evidence += (foreign.passages ?? []).map { passage in
      .passage(
        PassageEvidence(
          text: passage.text,
          highlights: (passage.highlights ?? []).map {
            .init(
              span: Span($0.begin, $0.end), label: LocalizedText(same: $0.label ?? source))
          }, source: nil, caption: LocalizedText(same: passage.caption ?? source)))
    }
    return Suggestion(
      project: project, naturalKey: "foreign|\(source)|\(foreign.key)", title: foreign.title,
      place: foreign.place ?? "", location: location,
      date: foreign.date.flatMap { CalendarDate(iso: $0) },
      facets: (foreign.facets ?? [:]).sorted { $0.key < $1.key }.map { Facet($0.key, $0.value) },
      score: Score(foreign.score, basis: .rule(level: level)), evidence: evidence,
      provenance: Provenance(file: file, sha256: hash, row: line, engine: source, time: now))
  }
}
