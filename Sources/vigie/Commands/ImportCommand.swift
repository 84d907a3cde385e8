import ArgumentParser
import Foundation
import Review
import Session

/// `vigie import`: suggestions made by another program.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: Tongue.say(
      "Prendre des suggestions faites ailleurs.", "Take suggestions made elsewhere."),
    discussion: Tongue.say(
      "Leurs scores sont montrés comme des niveaux : ils n'ont pas été étalonnés ici.",
      "Their scores are shown as levels: they were not calibrated here."))

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Tongue.say("Le projet.", "The project.")))
  var project: Project

  @Argument(help: ArgumentHelp(Tongue.say("Les fichiers.", "The files.")))
  var files: [String]

  @Option(name: .long, help: ArgumentHelp("jsonl, label-studio."))
  var format: ImportService.Format = .jsonl

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("Le programme qui les a faites.", "The program that made them."),
      valueName: "name"))
  var source = "import"

  func run() throws {
    _ = try Engines.engine(project)
    let context = try Context(options)
    let printer = ProgressPrinter(isQuiet: options.quiet)
    let service = ImportService(store: context.store, project: project)
    var taken = 0
    for file in files {
      taken += try service.run(
        URL(fileURLWithPath: file), format: format, source: source, agent: context.agent.id,
        now: Clock.now, refused: printer.refused
      ).taken
    }
    printer.finish()
    Console.note(
      Tongue.say(
        "\(taken) suggestions prises, \(printer.refusalCount) refusées",
        "\(taken) suggestions taken, \(printer.refusalCount) refused"))
    if printer.refusalCount > 0 { throw ExitCode(ExitStatus.partly) }
  }
}

extension ImportService.Format: ExpressibleByArgument {}
