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

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say(
        "Ce qui bougerait dans la liste si cette version entrait en service, et pourquoi.",
        "What would move in the list if this version were put into use, and why."),
      valueName: "version"))
  var preview: Int?

  func validate() throws {
    guard promote != nil, preview != nil else { return }
    throw ValidationError(
      Tongue.say("--promote ou --preview, pas les deux", "--promote or --preview, not both"))
  }

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
    if let preview {
      let printer = ProgressPrinter(isQuiet: options.quiet)
      let told = try PreviewService(store: context.store, engine: engine).preview(
        version: preview, circumstances: try context.circumstances(project), observer: printer)
      printer.finish()
      for line in told.lines(Tongue.language) { Console.print(line) }
      return
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
