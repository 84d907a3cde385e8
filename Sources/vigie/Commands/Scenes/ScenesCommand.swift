import ArgumentParser

/// `vigie scenes`: the developers' commands that paint invented scenes and train the shipped model on
/// them.
struct ScenesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenes",
    abstract: Tongue.say(
      "Peindre des scènes inventées, apprendre le modèle livré des parcelles.",
      "Paint invented scenes, train the shipped model of the parcels."),
    shouldDisplay: false,
    subcommands: [
      SheetCommand.self, ScenesTrainCommand.self, RegionsCommand.self, EmbedCommand.self,
      SampleCommand.self, MeasureCommand.self,
    ])
}
