import ArgumentParser
import Display
import Review
import Session
import Workbench

/// `vigie replay`: a decision with the screen as it was.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: Tongue.say(
      "Revoir une décision avec l'écran d'alors.", "See a decision with the screen of then."))

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp(
      Tongue.say(
        "Le numéro de la décision (voir audit log).", "The decision's number (see audit log).")))
  var sequence: Int

  @Option(name: .long, help: ArgumentHelp(Tongue.say("Largeur.", "Width.")))
  var width = 100

  func run() throws {
    let context = try Context(options, readOnly: true)
    let (suggestion, event) = try ReplayService(store: context.store).replay(sequence)
    let panel = try Engines.engine(suggestion.project).panel
    for line in ReplayView.lines(suggestion, event, panel: panel, width: width) {
      Console.print(line.content)
    }
  }
}
