import Foundation
import Review

@testable import Calls

/// A small centre: three questions, one other service.
enum CallFixtures {
  static let services = [
    RedirectService(
      code: "pajemploi", name: "Pajemploi", keywords: ["nounou", "garde d'enfants", "assistante"])
  ]

  static let answers = ["bulletin", "conges", "debit"].map { intent in
    Answer(
      key: "\(intent)/1", intent: intent,
      title: LocalizedText(
        same: ["bulletin": "Bulletin de paie", "conges": "Congés payés", "debit": "Prélèvement"][
          intent] ?? ""),
      text: [
        "bulletin": "Les bulletins sont dans votre espace.",
        "conges": "Les congés se déclarent dans le volet.",
        "debit": "Le montant figure sur le décompte.",
      ][intent] ?? "", source: "fiche", checked: CalendarDate(year: 2026, month: 11, day: 1))
  }

  private static let said = [
    "bulletin": [
      "où est le bulletin de paie", "fiche de paie introuvable", "télécharger un bulletin",
    ],
    "conges": ["déclarer des congés", "une semaine de vacances", "jours de congés restants"],
    "debit": ["date du prélèvement", "montant prélevé ce mois", "quand êtes-vous payés"],
    "oos": ["ma nounou demande sa fiche", "quel temps fait il", "horaire du train"],
  ]
  private static let openings = [
    "", "bonjour ", "euh ", "je voudrais savoir ", "pouvez-vous dire ", "une question ", "alors ",
    "s'il vous plaît ", "dites moi ", "je cherche ", "on me demande ", "j'aimerais ",
  ]

  static let utterances: [LabelledUtterance] = said.sorted { $0.key < $1.key }.flatMap {
    intent, texts in
    openings.flatMap { opening in
      texts.map { LabelledUtterance(text: opening + $0, intent: intent) }
    }
  }

  static func model() throws -> IntentModel {
    let lines =
      LineBuilder.lines(utterances) + LineBuilder.lines(answers) + LineBuilder.lines(services)
    return try IntentTraining(lines: lines).run().model
  }
}
