import ArgumentParser
import Foundation

/// What `vigie evaluate` can be given beside the files to learn from and to predict: each task
/// takes those it knows.
struct EvaluationOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(Tongue.say("Étiquettes.", "Labels."), valueName: "file"))
  var labels: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      Tongue.say("Résultats antérieurs.", "Earlier outcomes."), valueName: "file"))
  var history: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      Tongue.say("Textes des documents.", "Texts of the documents."), valueName: "file"))
  var documents: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("Sens des colonnes (YAML).", "Meaning of the columns (YAML)."),
      valueName: "file"))
  var map: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      Tongue.say("Stations de mesure.", "Measuring stations."), valueName: "file"))
  var stations: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(Tongue.say("Base de réponses.", "Answer base."), valueName: "file"))
  var answers: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(
      Tongue.say("Services vers qui renvoyer.", "Services to send callers to."),
      valueName: "file"))
  var services: [String] = []

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp(Tongue.say("Questions de recherche.", "Search queries."), valueName: "file"))
  var queries: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("Code SANDRE du paramètre.", "SANDRE code of the parameter."), valueName: "code"))
  var parameter: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("Seuil, dans l'unité de la mesure.", "Threshold, in the measurement's unit."),
      valueName: "value"))
  var threshold: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("Premier jour à prédire.", "First day to predict."), valueName: "date"))
  var from: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("N'en garder qu'un jeu.", "Keep one set only."), valueName: "name"))
  var set: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say(
        "Écrire ici ce que les modèles ont vu, pour mesurer leurs pairs sur les mêmes lignes.",
        "Write here what the models saw, to measure peers on the same rows."),
      valueName: "folder"))
  var features: [String] = []

  /// The values given, by option.
  var values: [String: [String]] {
    [
      "labels": labels, "history": history, "documents": documents, "map": map,
      "stations": stations, "answers": answers, "services": services, "queries": queries,
      "parameter": parameter, "threshold": threshold, "from": from, "set": set,
      "features": features,
    ].filter { !$0.value.isEmpty }
  }
}
