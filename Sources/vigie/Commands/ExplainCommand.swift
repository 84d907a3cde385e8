import ArgumentParser
import Review
import Session

/// `vigie explain`: the four headings that French law asks for.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: Tongue.say(
      "Expliquer une suggestion (CRPA R311-3-1-2).", "Explain a suggestion (CRPA R311-3-1-2)."))

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp(
      Tongue.say("L'identifiant, ou son début.", "The identifier, or its beginning.")))
  var id: String

  func run() throws {
    let context = try Context(options, readOnly: true)
    let detail = try context.detail(id)
    let engine = try Engines.engine(detail.suggestion.project)
    try context.noteReading(of: detail.suggestion.id, engine.panel, reason: "explain")
    let model = try context.store.models(detail.suggestion.project)
      .first { $0.version == detail.suggestion.score.model }
    for line in ExplainService.lines(
      detail, panel: engine.panel, model: model, language: Tongue.language)
    {
      Console.print(line)
    }
  }
}
