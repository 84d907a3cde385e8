import ArgumentParser
import Foundation
import Review

/// `vigie agents`: who may do what.
struct AgentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agents",
    abstract: Tongue.say(
      "Lister les agents ; donner un rôle.", "List the agents; give a role."))

  @OptionGroup var options: GlobalOptions

  @Argument(help: ArgumentHelp(Tongue.say("L'agent.", "The agent.")))
  var name: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say(
        "agent, expert, supervisor ou administrator.", "agent, expert, supervisor or administrator."
      )))
  var role: String?

  func run() throws {
    let context = try Context(options)
    if let name, let role {
      guard name.contains(where: { !$0.isWhitespace }) else {
        throw Failure(
          "le nom d'un agent ne peut pas être vide", "an agent's name cannot be empty",
          status: ExitStatus.usage)
      }
      guard let role = Role(rawValue: role) else {
        let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(
          "--role : « \(role) » trouvé, attendu : \(known)",
          "--role: found “\(role)”, expected: \(known)", status: ExitStatus.usage)
      }
      _ = try context.store.append([
        LedgerDraft(
          time: Clock.now, agent: context.agent.id, payload: .role(Agent(id: name, role: role)))
      ])
    }
    var table = TextTable(heading: [
      Tongue.say("agent", "agent"), Tongue.say("rôle", "role"), Tongue.say("nom", "name"),
    ])
    for agent in try context.store.agents() {
      table.add([agent.id, agent.role.title[Tongue.language], agent.name])
    }
    for line in table.lines { Console.print(line) }
  }
}
