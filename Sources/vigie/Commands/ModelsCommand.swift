import ArgumentParser
import Foundation
import Review
import Session

/// `vigie models`: the versions of a project's model, and which one is in use.
struct ModelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "models",
    abstract: Tongue.say(
      "Lister les modèles ; en mettre un en service.", "List the models; put one into use."))

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Tongue.say("Le projet.", "The project.")))
  var project: Project

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say(
        "Mettre cette version en service (superviseur).", "Put this version into use (supervisor)."),
      valueName: "version"))
  var promote: Int?

  func run() throws {
    let engine = try Engines.engine(project)
    let context = try Context(options, readOnly: promote == nil)
    if let promote {
      let printer = ProgressPrinter(isQuiet: options.quiet)
      try TrainingService(store: context.store, engine: engine).promote(
        version: promote, circumstances: try context.circumstances(project),
        agent: context.agent.id, observer: printer)
      printer.finish()
    }
    let models = try context.store.models(project)
    for model in models {
      for line in ModelText.lines(model) { Console.print(line) }
    }
    if models.isEmpty {
      Console.note(
        Tongue.say(
          "aucun modèle : « vigie train \(project.rawValue) » en apprend un",
          "no model: “vigie train \(project.rawValue)” learns one"))
    }
  }
}
