import ArgumentParser
import Review
import Session

/// `vigie notice`: the mention a decision must carry.
struct NoticeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notice",
    abstract: Tongue.say(
      "Écrire la mention légale (CRPA R311-3-1-1).", "Write the legal mention (CRPA R311-3-1-1)."))

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Tongue.say("Le projet.", "The project.")))
  var project: Project

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("Le service à qui écrire.", "The service to write to."), valueName: "name"))
  var service = Tongue.say("[le service instructeur]", "[the deciding service]")

  func run() throws {
    for line in NoticeService.lines(project, service: service, language: Tongue.language) {
      Console.print(line)
    }
  }
}

/// `vigie register`: the public description of the algorithms.
struct RegisterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: Tongue.say(
      "Écrire la fiche publique de chaque algorithme.",
      "Write the public description of each algorithm."))

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp(
      Tongue.say("Les projets ; tous sans précision.", "The projects; all when none is named.")))
  var projects: [Project] = []

  func run() throws {
    let context = try Context(options, readOnly: true)
    let engines =
      projects.isEmpty ? Engines.all : try projects.map { try Engines.engine($0) }
    for engine in engines {
      let service = RegisterService(store: context.store, engine: engine)
      for line in try service.lines(today: Clock.now.day, language: Tongue.language) {
        Console.print(line)
      }
      Console.print()
    }
  }
}
