import ArgumentParser
import Foundation
import Imagery
import Parcels
import Scenes

/// Trains the network on invented scenes and writes its weights.
struct ScenesTrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train", abstract: "Trains the network on invented scenes, on one thread.")

  @OptionGroup var options: GlobalOptions

  @Option(help: "How many scenes.") var scenes = 1200
  @Option(help: "The first seed.") var seed: UInt64 = 1_000_000
  @Option(help: "Steps.") var steps = 1500
  @Option(help: "Metres on a side of a scene.") var side = 80.0
  @Option(help: "Weights to go on from.") var start: String?
  @Option(help: "The largest step of the weights; by default 0.003, or 0.001 when going on.")
  var rate: Float?
  @Option(help: "Stop after so many steps, though the rate falls as if all were taken.")
  var until: Int?
  @Argument(help: "The file to write.") var output: String

  func run() throws {
    let began = Date()
    let examples = (0..<scenes).map { Self.example(seed: seed + UInt64($0), side: side) }
    print("\(scenes) scenes in \(Int(Date().timeIntervalSince(began))) s")
    var options = NetworkTrainer.Options()
    options.steps = steps
    options.rate = rate ?? (start == nil ? options.rate : 0.001)
    let trainer =
      try start.map {
        try NetworkTrainer(
          continuing: [UInt8](try Data(contentsOf: URL(fileURLWithPath: $0))), options)
      } ?? NetworkTrainer(options)
    var mean = 0.0
    trainer.train(examples) { step, loss in
      mean = step == 1 ? loss : mean * 0.98 + loss * 0.02
      if step % 50 == 0 || step == 5 {
        let seconds = Int(Date().timeIntervalSince(began))
        let line = "step \(step): loss \(String(format: "%.4f", mean)), \(seconds) s\n"
        FileHandle.standardError.write(Data(line.utf8))
      }
      if step % 250 == 0 {
        try? OutputFile.write(Data(trainer.bytes), to: output)
      }
      return step < until ?? .max
    }
    try OutputFile.write(Data(trainer.bytes), to: output)
    print("done in \(Int(Date().timeIntervalSince(began))) s")
  }

  /// A scene with its truth, at the resolution of the analysis.
  static func example(seed: UInt64, side: Double) -> NetworkExample {
    var maker = SceneMaker(seed: seed, side: side)
    let scene = maker.make()
    // Pictures come at many resolutions around half a metre.
    let metres = [0.42, 0.5, 0.5, 0.56][Int(seed % 4)]
    let painter = ScenePainter(scene, metresPerPixel: metres)
    let truth = SceneTruth(scene, metresPerPixel: metres)
    let before = painter.picture(later: false)
    var after = painter.picture(later: true)
    // Pairs are looked at in matched colours and in their own.
    if seed / 4 % 2 == 0 { after = HistogramMatching.matched(after, to: before) }
    return NetworkExample(
      before: before, after: after,
      truth: [truth.buildingChange, truth.otherChange, truth.buildingBefore, truth.buildingAfter])
  }
}
