import ArgumentParser
import Foundation
import Imagery
import Scenes

/// Paints a sheet of pairs to look at.
struct SheetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sheet", abstract: "Paints pairs and their truth as one picture.")

  @OptionGroup var options: GlobalOptions

  @Option(help: "How many pairs.") var count = 8
  @Option(help: "The first seed.") var seed: UInt64 = 1
  @Option(help: "Metres for a pixel.") var metres = 0.5
  @Option(help: "Metres on a side.") var side = 80.0
  @Argument(help: "The picture to write.") var output: String

  func run() throws {
    let pixels = Int((side / metres).rounded())
    var sheet = Picture(width: (pixels + 4) * 3, height: (pixels + 4) * count)
    for row in 0..<count {
      var maker = SceneMaker(seed: seed + UInt64(row), side: side)
      let scene = maker.make()
      let painter = ScenePainter(scene, metresPerPixel: metres)
      let truth = SceneTruth(scene, metresPerPixel: metres)
      let pair = [painter.picture(later: false), painter.picture(later: true)]
      for y in 0..<pixels {
        for x in 0..<pixels {
          for column in 0..<2 {
            sheet[column * (pixels + 4) + x, row * (pixels + 4) + y] = pair[column][x, y]
          }
          let index = y * pixels + x
          sheet[2 * (pixels + 4) + x, row * (pixels + 4) + y] = (
            truth.buildingChange[index] ? 255 : 0, truth.otherChange[index] ? 255 : 0,
            truth.buildingAfter[index] ? 120 : 0
          )
        }
      }
    }
    try PNGWriter.data(sheet).write(to: URL(fileURLWithPath: output))
  }
}
