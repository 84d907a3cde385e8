import ArgumentParser
import Review

/// `vigie show`: one suggestion with its evidence and its history.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Tongue.say("Montrer une suggestion.", "Show a suggestion."))

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp(
      Tongue.say("L'identifiant, ou son début.", "The identifier, or its beginning.")))
  var id: String

  func run() throws {
    let context = try Context(options, readOnly: true)
    let detail = try context.detail(id)
    let panel = try Engines.engine(detail.suggestion.project).panel
    for line in DetailPrinter(panel: panel, language: Tongue.language).lines(detail) {
      Console.print(line)
    }
  }
}
