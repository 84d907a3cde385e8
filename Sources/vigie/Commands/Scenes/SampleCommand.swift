import ArgumentParser
import Foundation
import Imagery
import Review
import Scenes

/// Paints SampleData/parcels: four invented places near the sea, with registers to match.
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Writes SampleData/parcels.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The folder to write.") var output: String

  private static let metres = 0.3
  private static let side = 120.0

  func run() throws {
    let folder = URL(fileURLWithPath: output)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var registers = SampleRegisters()
    var list = "nom;avant;apres;date_avant;date_apres;commune\n"
    for place in SamplePlace.all {
      var maker = SceneMaker(seed: place.seed, side: Self.side, setting: place.setting)
      var scene = maker.make(wanted: place.wanted)
      scene.soften()
      let painter = ScenePainter(scene, metresPerPixel: Self.metres)
      for (isLater, date) in [(false, place.before), (true, place.after)] {
        let stem = folder.appendingPathComponent("\(place.name)-\(date)")
        try PNGWriter.data(Self.coarser(painter.picture(later: isLater))).write(
          to: stem.appendingPathExtension("png"))
        try Data(world(place).text.utf8).write(to: stem.appendingPathExtension("pgw"))
      }
      list +=
        "\(place.name);\(place.name)-\(place.before).png;\(place.name)-\(place.after).png;"
        + "\(place.before);\(place.after);\(place.commune)\n"
      registers.add(place, scene, world(place), metres: Self.metres, side: Self.side)
    }
    try Data(list.utf8).write(to: folder.appendingPathComponent("couples.csv"))
    try registers.write(to: folder)
  }

  private func world(_ place: SamplePlace) -> WorldFile {
    WorldFile(
      pixelWidth: Self.metres, pixelHeight: Self.metres,
      origin: GroundPoint(
        east: place.east + Self.metres / 2, north: place.north - Self.metres / 2))
  }

  /// Colours in steps of four: the eye sees no difference and the files are half as large.
  private static func coarser(_ picture: Picture) -> Picture {
    var result = picture
    for index in result.bytes.indices where index % 4 != 3 {
      result.bytes[index] = result.bytes[index] & 0xFC | 2
    }
    return result
  }
}
