import Foundation
import Review
import ReviewStore

/// Explains a suggestion under the four headings of CRPA R311-3-1-2.
///
/// The article asks for the degree and mode of contribution of the processing, the data processed
/// and their sources, the parameters and their weight in this case, and the operations performed.
public enum ExplainService {
  /// The explanation, one paragraph or item a line.
  public static func lines(
    _ detail: SuggestionDetail, panel: Panel, model: ModelRecord?, language: InterfaceLanguage
  ) -> [String] {
    let writer = ExplanationWriter(
      detail: detail, panel: panel, model: model, isFrench: language == .french)
    return writer.lines
  }
}

/// Writes the four headings.
private struct ExplanationWriter {
  let detail: SuggestionDetail
  let panel: Panel
  let model: ModelRecord?
  let isFrench: Bool

  private var suggestion: Suggestion { detail.suggestion }

  private func say(_ french: String, _ english: String) -> String { isFrench ? french : english }
  private func say(_ text: LocalizedText) -> String { isFrench ? text.fr : text.en }

  var lines: [String] {
    [say("Explication de « \(suggestion.title) »", "Explanation of “\(suggestion.title)”")]
      + heading(
        1,
        "Degré et mode de contribution du traitement algorithmique à la décision",
        "Degree and mode of contribution of the processing to the decision") + contribution
      + heading(2, "Données traitées et leurs sources", "Data processed and their sources") + data
      + heading(
        3, "Paramètres du traitement et leur pondération dans ce cas",
        "Parameters of the processing and their weight in this case") + parameters
      + heading(4, "Opérations effectuées", "Operations performed") + operations
  }

  private func heading(_ number: Int, _ french: String, _ english: String) -> [String] {
    ["", "\(number). " + say(french, english)]
  }

  private var contribution: [String] {
    var lines = [
      say(
        "Le traitement propose un ordre d'examen et montre ses raisons. Il ne décide de rien : "
          + "un agent accepte, rejette ou annote, et son choix est consigné.",
        "The processing proposes an order of review and shows its reasons. It decides nothing: "
          + "an agent accepts, rejects or annotates, and the choice is recorded.")
    ]
    if suggestion.selection.reason == .random {
      let share = number(suggestion.selection.probability, digits: 3)
      lines.append(
        say(
          "Cette ligne a été tirée au hasard (probabilité \(share)) : son rang ne dit pas son risque.",
          "This row was drawn at random (probability \(share)): its rank does not tell its risk."))
    }
    lines.append(say("État : ", "Status: ") + say(detail.status.title) + ".")
    return lines
  }

  private var data: [String] {
    var lines: [String] = []
    for evidence in suggestion.evidence {
      switch evidence {
      case .facts(let facts):
        lines += facts.facts.map { fact in
          "- \(say(fact.name)) : \(say(fact.value))"
            + (fact.source.map { " (\(say($0)))" } ?? "")
        }
      case .passage(let passage):
        lines.append("- \(say(passage.caption))" + (passage.date.map { ", \($0.iso)" } ?? ""))
      case .series(let series): lines.append("- \(say(series.title)) (\(say(series.source)))")
      case .picturePair(let pair): lines.append("- \(say(pair.description))")
      case .plan(let plan): lines.append("- \(say(plan.description))")
      case .dialogue(let dialogue): lines.append("- \(say(dialogue.title))")
      case .contributions, .statements: break
      }
    }
    let source = suggestion.provenance
    let row = source.row.map { say(", ligne \($0)", ", row \($0)") } ?? ""
    lines.append(
      "- " + say("Source : ", "Source: ") + source.file + row
        + (source.sha256.isEmpty ? "" : " (SHA-256 \(source.sha256.prefix(16))…)"))
    return lines
  }

  private var parameters: [String] {
    var lines: [String] = []
    for case .contributions(let contributions) in suggestion.evidence {
      lines.append(
        "  \(signed(contributions.base))  " + say("valeur de départ", "starting value"))
      lines += contributions.reasons.map { reason in
        "  \(signed(reason.value))  \(say(reason.label))"
          + (reason.source.map { " [\(say($0))]" } ?? "")
      }
      lines.append(
        "  \(signed(contributions.total))  "
          + say("somme (logarithme de la cote)", "sum (log-odds)"))
    }
    if lines.isEmpty { lines.append(say("Aucun paramètre chiffré.", "No numeric parameter.")) }
    return lines
  }

  private var operations: [String] {
    let score = suggestion.score
    let value = number(score.value, digits: 3)
    let interval = "\(number(score.low, digits: 3)) – \(number(score.high, digits: 3))"
    var lines: [String] = []
    switch score.basis {
    case .rule(let level):
      lines.append(
        say(
          "Des règles écrites donnent un niveau (\(level) sur 3) ; rien n'a été appris, ce n'est "
            + "pas une probabilité.",
          "Written rules give a level (\(level) of 3); nothing was learned, it is not a probability."
        ))
    case .probability(let version):
      lines.append(
        say(
          "La somme ci-dessus, passée par la fonction logistique, donne \(value) (intervalle à "
            + "80 % : \(interval)) ; modèle \(version), étalonné.",
          "The sum above, through the logistic function, gives \(value) (80% interval: "
            + "\(interval)); model \(version), calibrated."))
    }
    if let model, model.version == score.model {
      let summary = model.summary
      lines.append(
        say(
          "Le modèle a appris de \(summary.exampleCount) exemples et \(summary.decisionCount) "
            + "décisions, le \(model.created.day.iso) (SHA-256 \(model.sha256.prefix(16))…).",
          "The model learned from \(summary.exampleCount) examples and \(summary.decisionCount) "
            + "decisions, on \(model.created.day.iso) (SHA-256 \(model.sha256.prefix(16))…)."))
    }
    lines.append(
      say("Moteur : ", "Engine: ") + suggestion.provenance.engine + ", "
        + suggestion.provenance.time.iso)
    return lines
  }

  private func number(_ value: Double, digits: Int) -> String {
    let text = String(format: "%.\(digits)f", value)
    return isFrench ? text.replacingOccurrences(of: ".", with: ",") : text
  }

  private func signed(_ value: Double) -> String {
    let text = String(format: "%+6.2f", value)
    return isFrench ? text.replacingOccurrences(of: ".", with: ",") : text
  }
}
