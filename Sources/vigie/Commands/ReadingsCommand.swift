import ArgumentParser
import Oversight
import Review
import Session

/// `vigie readings`: the control readings that wait for an agent, and the disagreements to settle.
struct ReadingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "readings",
    abstract: Tongue.say(
      "Lister les lectures de contrôle, ou les désaccords.",
      "List the control readings, or the disagreements."),
    discussion: Tongue.say(
      "Une lecture de contrôle se décide à l'aveugle : vigie decide ID accept --blind.",
      "A control reading is decided blindly: vigie decide ID accept --blind."))

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Tongue.say("Le projet.", "The project.")))
  var project: Project

  @Flag(
    name: .long,
    help: ArgumentHelp(Tongue.say("Les désaccords.", "The disagreements.")))
  var disagreements = false

  func run() throws {
    let panel = try Engines.engine(project).panel
    let context = try Context(options, readOnly: true)
    let service = OversightService(store: context.store, panel: panel)
    if disagreements { return try listDisagreements(service, panel) }
    let ids = try service.controls(for: context.agent.id).all
    let window = try context.store.window(
      SuggestionQuery(project: project, statuses: [], ids: ids), anchor: .start, limit: 1000)
    // Blind: neither status nor history is shown.
    var table = TextTable(heading: [
      "id", "score", Tongue.say("titre", "title"), Tongue.say("lieu", "place"),
    ])
    for row in window.rows {
      table.add([row.id, ScoreText.short(row.score), row.title, row.place])
    }
    for line in table.lines { Console.print(line) }
  }

  private func listDisagreements(_ service: OversightService, _ panel: Panel) throws {
    let oversight = try service.oversight(today: Clock.now.day)
    for disagreement in oversight.disagreements {
      let state =
        disagreement.settlement.map { Self.told($0, panel) }
        ?? Tongue.say(
          "à trancher : vigie decide ID … --settle", "to settle: vigie decide ID … --settle")
      Console.print(disagreement.subject.suggestion)
      Console.print("  " + Self.told(disagreement.first, panel))
      Console.print("  " + Self.told(disagreement.second, panel))
      Console.print("  → " + state)
    }
  }

  private static func told(_ judgement: Judgement, _ panel: Panel) -> String {
    "#\(judgement.sequence) \(judgement.agent): "
      + EventText.sentence(.decision(judgement.decision), panel: panel)
  }
}
