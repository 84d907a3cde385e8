import Foundation
import Oversight
import Review
import ReviewStore

/// The public description of an algorithm: what it is for, what it learns from, its figures and its
/// limits (CRPA L312-1-3; a model card).
public struct RegisterService {
  private let store: any ReviewStore
  private let engine: any AnalysisEngine

  /// Makes a service for a store and an engine.
  public init(store: any ReviewStore, engine: any AnalysisEngine) {
    self.store = store
    self.engine = engine
  }

  /// The description in Markdown, a line each.
  public func lines(today: CalendarDate, language: InterfaceLanguage) throws -> [String] {
    let panel = engine.panel
    let isFrench = language == .french
    func say(_ french: String, _ english: String) -> String { isFrench ? french : english }
    let title = panel.project.title[language]
    var lines = [
      "# Vigie — \(title)", "",
      say("Finalité : ", "Purpose: ") + panel.project.purpose[language] + ".",
      say(
        "Rôle : propose un ordre d'examen avec ses raisons ; ne décide de rien. Chaque suggestion "
          + "est acceptée, rejetée ou annotée par un agent ; chaque décision est consignée.",
        "Role: proposes an order of review with its reasons; decides nothing. Each suggestion is "
          + "accepted, rejected or annotated by an agent; each decision is recorded."),
      say("Moteur : ", "Engine: ") + "\(panel.project.rawValue) \(engine.version)", "",
    ]
    lines += try data(isFrench) + model(isFrench, language) + figures(today, isFrench)
    lines += [
      "## " + say("Limites", "Limits"), "",
      say(
        "- Un score n'est une probabilité que sous un modèle appris ; sinon un niveau (●●○) rend "
          + "compte de règles.",
        "- A score is a probability only under a learned model; otherwise a level (●●○) tells of "
          + "rules."),
      say(
        "- Les chiffres portent sur les données de ce magasin ; ailleurs ils peuvent être autres.",
        "- Figures hold for this store's data; elsewhere they may differ."),
      say(
        "- Ce que les données ne voient pas, le moteur ne le voit pas : une part de la liste est "
          + "tirée au hasard pour le mesurer.",
        "- What the data does not see, the engine does not see: a share of the list is drawn at "
          + "random to measure it."),
    ]
    return lines
  }

  private func data(_ isFrench: Bool) throws -> [String] {
    let events = try store.events(
      of: [.importing], project: engine.panel.project, after: 0, limit: 10_000)
    var lines = ["## " + (isFrench ? "Données" : "Data"), ""]
    for event in events.suffix(20) {
      guard case .importing(let record) = event.payload else { continue }
      let names = record.files.keys.sorted().prefix(5).joined(separator: ", ")
      lines.append(
        "- \(event.time.day.iso) : \(names.isEmpty ? "—" : names) ; "
          + (isFrench
            ? "\(record.rows) lignes, \(record.refused) refusées"
            : "\(record.rows) rows, \(record.refused) refused"))
    }
    return lines + [""]
  }

  private func model(_ isFrench: Bool, _ language: InterfaceLanguage) throws -> [String] {
    var lines = ["## " + (isFrench ? "Modèle en service" : "Model in use"), ""]
    guard let model = try store.activeModel(engine.panel.project) else {
      return lines + [isFrench ? "Aucun : des règles classent." : "None: rules rank.", ""]
    }
    let summary = model.summary
    lines.append(
      isFrench
        ? "Version \(model.version) du \(model.created.day.iso), SHA-256 \(model.sha256) ; "
          + "\(summary.exampleCount) exemples et \(summary.decisionCount) décisions."
        : "Version \(model.version) of \(model.created.day.iso), SHA-256 \(model.sha256); "
          + "\(summary.exampleCount) examples and \(summary.decisionCount) decisions.")
    for figure in summary.figures {
      lines.append("- \(figure.name[language]) : \(String(format: "%.3f", figure.after))")
    }
    return lines + summary.remarks.map { "- " + $0[language] } + [""]
  }

  private func figures(_ today: CalendarDate, _ isFrench: Bool) throws -> [String] {
    let oversight = try OversightService(store: store, panel: engine.panel).oversight(today: today)
    var lines = ["## " + (isFrench ? "Ce qu'ont jugé les agents" : "What agents judged"), ""]
    if let top = oversight.maturity.topPrecision {
      lines.append(
        (isFrench ? "- précision des 20 premiers : " : "- precision of the top 20: ")
          + OversightText.figure(top))
    } else {
      lines.append(isFrench ? "- pas assez de décisions" : "- not enough decisions")
    }
    if let recall = oversight.maturity.estimate.recall {
      lines.append(
        (isFrench ? "- rappel estimé : " : "- estimated recall: ") + OversightText.figure(recall))
    }
    if let kappa = oversight.agreement.kappa {
      lines.append("- κ : " + OversightText.figure(kappa))
    }
    return lines + [""]
  }
}
