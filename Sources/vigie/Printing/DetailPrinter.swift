import Foundation
import Review

/// A suggestion and its evidence as lines of text.
struct DetailPrinter {
  let panel: Panel
  let language: InterfaceLanguage

  /// The lines of a detail.
  func lines(_ detail: SuggestionDetail) -> [String] {
    let suggestion = detail.suggestion
    var lines = [
      [suggestion.title, suggestion.place].filter { !$0.isEmpty }.joined(separator: " · "),
      "\(suggestion.id) · \(ScoreText.long(suggestion.score)) · \(detail.status.title[language])",
    ]
    if suggestion.selection.reason == .random {
      let share = String(format: "%.3f", suggestion.selection.probability)
      lines.append(
        Tongue.say("tirée au hasard, probabilité \(share)", "drawn at random, probability \(share)")
      )
    }
    for evidence in suggestion.evidence {
      lines.append("")
      lines += self.lines(evidence, detail.partStatuses)
    }
    let source = suggestion.provenance
    lines.append("")
    lines.append(
      "\(source.file)" + (source.row.map { ":\($0)" } ?? "") + " · \(source.engine) · "
        + source.time.iso)
    return lines + history(detail)
  }

  private func history(_ detail: SuggestionDetail) -> [String] {
    detail.history.map { event in
      let undone =
        detail.undone.contains(event.sequence) ? Tongue.say(" (annulé)", " (undone)") : ""
      return "#\(event.sequence) \(event.time.iso) \(event.agent) "
        + EventText.sentence(event.payload, panel: panel) + undone
    }
  }

  private func lines(_ evidence: Evidence, _ statuses: [String: ReviewStatus]) -> [String] {
    switch evidence {
    case .passage(let passage): return lines(passage, statuses)
    case .contributions(let contributions): return lines(contributions)
    case .picturePair(let pair): return [pair.description[language]]
    case .plan(let plan): return [plan.description[language]]
    case .series(let series): return lines(series)
    case .facts(let facts):
      return [facts.title[language]]
        + facts.facts.map { fact in
          "  \(fact.name[language]) : \(fact.value[language])"
            + (fact.source.map { " [\($0[language])]" } ?? "")
        }
    case .dialogue(let dialogue):
      return [dialogue.title[language]]
        + dialogue.turns.map { "  \($0.speaker[language]) : \($0.text)" }
    case .statements(let statements):
      return statements.sections.flatMap { section in
        [section.title[language]]
          + section.statements.map {
            "  \($0.label[language]) : \($0.text[language]) \($0.qualifier[language])"
          }
      }
    }
  }

  private func lines(_ passage: PassageEvidence, _ statuses: [String: ReviewStatus]) -> [String] {
    let status = passage.part.flatMap { statuses[$0] }.map { " · " + $0.title[language] } ?? ""
    let day = passage.date.map { " · " + $0.iso } ?? ""
    var line = ""
    let scalars = Array(passage.text.unicodeScalars)
    var position = 0
    for highlight in passage.highlights.sorted(by: { $0.span < $1.span })
    where highlight.span.begin >= position && highlight.span.end <= scalars.count {
      line += Self.text(scalars[position..<highlight.span.begin])
      line += "[" + Self.text(scalars[highlight.span.begin..<highlight.span.end]) + "]"
      position = highlight.span.end
    }
    line += Self.text(scalars[position...])
    let labels = Set(passage.highlights.map { $0.label[language] }).sorted()
    let part = passage.part.map { Tongue.say(" · partie ", " · part ") + $0 } ?? ""
    return [
      passage.caption[language] + day + status + part, "  « \(line) »",
      labels.isEmpty ? "" : "  → " + labels.joined(separator: ", "),
    ].filter { !$0.isEmpty }
  }

  private static func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private func lines(_ contributions: ContributionsEvidence) -> [String] {
    let reasons = contributions.reasons.map { reason in
      "  " + Self.signed(reason.value) + "  " + reason.label[language]
    }
    return [Tongue.say("Pourquoi (log-cotes)", "Why (log-odds)")]
      + ["  " + Self.signed(contributions.base) + "  " + Tongue.say("au départ", "to begin with")]
      + reasons
      + ["  " + Self.signed(contributions.total) + "  " + Tongue.say("en tout", "in all")]
  }

  private static func signed(_ value: Double) -> String {
    String(format: "%+7.2f", value)
  }

  private func lines(_ series: SeriesEvidence) -> [String] {
    let values = series.points.suffix(24).map {
      ($0.isCensored ? "<" : "") + String(format: "%g", $0.value)
    }
    let days = [series.points.first, series.points.last].compactMap { $0?.date.iso }
    return [
      series.title[language] + (series.unit.isEmpty ? "" : " (\(series.unit))"),
      "  " + days.joined(separator: " → ") + " : " + values.joined(separator: " "),
    ]
  }
}
