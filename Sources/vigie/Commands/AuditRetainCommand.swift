import ArgumentParser
import Foundation
import Review
import Session

/// `vigie audit retain`: erases the texts that are past the period set in the tables `retention`.
struct AuditRetainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retain",
    abstract: Tongue.say(
      "Effacer les textes dont la durée de conservation est passée (table retention).",
      "Erase the texts that are past their retention period (table retention)."))

  @OptionGroup var options: GlobalOptions

  @Flag(
    name: .customLong("dry-run"),
    help: ArgumentHelp(
      Tongue.say("Dire ce qui serait effacé, sans effacer.", "Tell what would be erased, only.")))
  var isDryRun = false

  func run() throws {
    let context = try Context(options, readOnly: isDryRun)
    var count = 0
    for engine in Engines.all {
      let service = RetentionService(store: context.store, panel: engine.panel)
      let items =
        isDryRun
        ? try service.due(today: Clock.now.day)
        : try service.apply(agent: context.agent.id, now: Clock.now)
      for item in items {
        Console.print(
          "#\(item.sequence) \(item.day.iso) \(engine.panel.project.rawValue) "
            + "\(item.kind.rawValue) \(item.fields.joined(separator: " "))")
      }
      count += items.count
    }
    Console.note(
      isDryRun
        ? Tongue.say("\(count) événements à effacer", "\(count) events to erase")
        : Tongue.say("\(count) événements effacés", "\(count) events erased"))
  }
}
