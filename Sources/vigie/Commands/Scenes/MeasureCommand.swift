import ArgumentParser
import Parcels
import Scenes

/// Measures the shipped model on scenes that nothing was learned from.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Recall and precision of the shipped model, by type.")

  @OptionGroup var options: GlobalOptions

  @Option(help: "How many scenes.") var scenes = 200
  @Option(help: "The first seed.") var seed: UInt64 = 9_000_000
  @Option(help: "Metres on a side of a scene.") var side = 96.0

  func run() throws {
    guard var measure = SceneMeasure() else {
      throw Failure("aucun modèle n'est livré", "no model is shipped")
    }
    for number in 0..<scenes {
      measure.add(
        RegionsCommand.scene(number: number, seed: seed + UInt64(number), side: side))
    }
    for line in measure.lines { print(line) }
  }
}
