import ArgumentParser
import Foundation
import Imagery
import Parcels
import Scenes

/// Makes the shipped model: a trained network, and the judge of regions learned on further scenes.
struct RegionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "regions",
    abstract: "Learns the judge of regions on scenes the network did not see.")

  @OptionGroup var options: GlobalOptions

  @Option(help: "How many scenes.") var scenes = 500
  @Option(help: "The first seed.") var seed: UInt64 = 5_000_000
  @Option(help: "Metres on a side of a scene.") var side = 96.0
  @Option(help: "Writes the measures of all regions too, as CSV.") var table: String?
  @Argument(help: "The network's weights.") var network: String
  @Argument(help: "The file to write.") var output: String

  func run() throws {
    let start = Date()
    let made = (0..<scenes).map {
      Self.scene(number: $0, seed: seed + UInt64($0), side: side)
    }
    print("\(scenes) scenes in \(Int(Date().timeIntervalSince(start))) s")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: network)))
    let data = try ShippedTraining.data(network: bytes, scenes: made)
    try OutputFile.write(data, to: output)
    if let table {
      let text = try ShippedTraining.table(network: bytes, scenes: made)
      try OutputFile.write(Data(text.utf8), to: table)
    }
    print("\(data.count) bytes in \(Int(Date().timeIntervalSince(start))) s")
  }

  /// Two scenes of three are asked for types in turn, so that each is seen often enough.
  static func scene(number: Int, seed: UInt64, side: Double) -> ShippedTraining.Scene {
    var maker = SceneMaker(seed: seed, side: side)
    let scene = number % 3 == 0 ? maker.make() : maker.make(wanted: wanted(number))
    return self.scene(scene, metres: number % 4 == 1 ? 0.3 : 0.5)
  }

  /// Seven kinds in turn, mostly new.
  private static func wanted(
    _ number: Int
  ) -> [(kind: ObjectKind, presence: SceneObject.Presence)] {
    let kinds = ObjectKind.allCases.filter(\.isWanted)
    return (0..<7).map { place in
      (kinds[(number * 7 + place) % kinds.count], (number + place) % 5 == 0 ? .before : .after)
    }
  }

  static func scene(_ scene: Scenes.Scene, metres: Double) -> ShippedTraining.Scene {
    let painter = ScenePainter(scene, metresPerPixel: metres)
    let truth = SceneTruth(scene, metresPerPixel: metres)
    return ShippedTraining.Scene(
      before: painter.picture(later: false), after: painter.picture(later: true), metres: metres,
      objects: truth.changes.map {
        ShippedTraining.Scene.Object(
          outline: $0.outline, type: $0.object.kind.rawValue, isNew: $0.object.presence == .after)
      })
  }
}
