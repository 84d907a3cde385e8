import ArgumentParser
import Foundation
import Review
import ReviewStore
import Session

/// `vigie train`: a candidate model from base data and decisions.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: Tongue.say(
      "Apprendre un modèle candidat, avec ses mesures avant et après.",
      "Learn a candidate model, with its figures before and after."))

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Tongue.say("Le projet.", "The project.")))
  var project: Project

  @Flag(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("Mettre le candidat en service.", "Put the candidate into use.")))
  var promote = false

  func run() throws {
    let engine = try Engines.engine(project)
    let context = try Context(options)
    // Refused before the work rather than after it.
    if promote, context.agent.role < .supervisor {
      throw StoreError.notAllowed(agent: context.agent.id, needs: .supervisor)
    }
    let printer = ProgressPrinter(isQuiet: options.quiet)
    let service = TrainingService(store: context.store, engine: engine)
    let start = Date()
    let candidate = try service.train(
      circumstances: try context.circumstances(project), agent: context.agent.id,
      observer: printer)
    printer.finish()
    for line in ModelText.lines(candidate) { Console.print(line) }
    guard promote else {
      return Console.note(
        Tongue.say(
          "candidat : « vigie models \(project.rawValue) --promote \(candidate.version) » le met en service",
          "candidate: “vigie models \(project.rawValue) --promote \(candidate.version)” puts it into use"
        ))
    }
    try service.promote(
      version: candidate.version, circumstances: try context.circumstances(project),
      agent: context.agent.id, observer: printer)
    printer.finish()
    let took = String(format: "%.1f", Date().timeIntervalSince(start))
    Console.note(
      Tongue.say(
        "modèle \(candidate.version) en service, classement refait en \(took) s en tout",
        "model \(candidate.version) in use, ranking refreshed, \(took) s in all"))
  }
}
