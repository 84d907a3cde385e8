import ArgumentParser
import Foundation
import Review
import Session

/// `vigie do`: one of the actions that a panel declares.
struct DoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "do",
    abstract: Tongue.say("Faire une action du panneau.", "Run an action of the panel."),
    discussion: Tongue.say(
      "Sans action, liste celles du projet avec leurs paramètres.",
      "Without an action, lists those of the project with their parameters."))

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Tongue.say("Le projet.", "The project.")))
  var project: Project

  @Argument(help: ArgumentHelp(Tongue.say("L'action.", "The action.")))
  var action: String?

  @Option(
    name: .customLong("on"),
    help: ArgumentHelp(
      Tongue.say("La suggestion concernée.", "The suggestion concerned."), valueName: "id"))
  var subject: String?

  @Option(
    name: .long,
    help: ArgumentHelp(Tongue.say("La partie (voir show).", "The part (see show).")))
  var part: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(Tongue.say("Le fichier à écrire.", "The file to write."), valueName: "file"))
  var output: String?

  @Argument(
    help: ArgumentHelp(Tongue.say("Paramètres nom=valeur.", "Parameters name=value.")))
  var parameters: [String] = []

  func run() throws {
    let engine = try Engines.engine(project)
    guard let action else { return list(engine.panel) }
    let context = try Context(options)
    let subject = try subject.map { try Subjects.of($0, part: part, in: context) }
    let result = try ActionService(store: context.store, engine: engine).run(
      action, parameters: try Assignments.parse(parameters), on: subject,
      circumstances: try context.circumstances(project), agent: context.agent,
      language: Tongue.language)
    switch result {
    case .text(let lines), .disclosure(let lines, _):
      try OutputFile.write(Data((lines.joined(separator: "\n") + "\n").utf8), to: output)
    case .hits(_, let hits):
      let lines = hits.map { hit in
        let day = hit.date.map { $0.iso + "  " } ?? ""
        return "\(hit.document)  \(day)\(hit.title)\n    \(hit.snippet)"
      }
      let none = Tongue.say("rien trouvé", "nothing found")
      try OutputFile.write(
        Data(((lines.isEmpty ? [none] : lines).joined(separator: "\n") + "\n").utf8), to: output)
    case .file(_, let content), .sound(let content): try OutputFile.write(content, to: output)
    case .decision:
      Console.print(Tongue.say("correction enregistrée", "correction recorded"))
    case .suggestions(let suggestions):
      Console.print(
        Tongue.say(
          "\(suggestions.count) suggestions écrites", "\(suggestions.count) suggestions written"))
    case .knowledge(let table, let rows):
      Console.print(
        Tongue.say(
          "\(rows.count) lignes écrites dans \(table)", "\(rows.count) rows written to \(table)"))
    }
  }

  private func list(_ panel: Panel) {
    var table = TextTable(heading: [
      Tongue.say("action", "action"), Tongue.say("paramètres", "parameters"),
      Tongue.say("ce qu'elle fait", "what it does"),
    ])
    for action in panel.actions {
      table.add([
        action.name, action.parameters.map { "\($0.name)=\($0.initial)" }.joined(separator: " "),
        action.help[Tongue.language],
      ])
    }
    for line in table.lines { Console.print(line) }
  }

}
