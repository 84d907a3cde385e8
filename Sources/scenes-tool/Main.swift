import ArgumentParser

/// The developers' tool that paints invented scenes and trains the network on them.
@main
struct ScenesTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenes", abstract: "Paints invented aerial scenes and trains on them.",
    subcommands: [SheetCommand.self, TrainCommand.self, EmbedCommand.self])
}
