import Foundation
import Imagery

/// A pair listed in a `pairs.csv`, with its label where there is one.
struct LabelledPair: Sendable {
  /// The set it belongs to (its source).
  var set: String
  /// The folder of its pictures.
  var folder: String
  /// Where that folder is.
  var url: URL
  /// Metres for a pixel.
  var metres: Double
  /// The line of the list.
  var line: Int

  /// What must stay together in cross-validation: pairs cut from one scene share the first parts of
  /// their names.
  var scene: String {
    let parts = folder.split(separator: "_")
    guard parts.count > 2, Int(parts[parts.count - 1]) != nil, Int(parts[parts.count - 2]) != nil
    else {
      // `5_3` is part 3 of scene 5; names in words stand for themselves.
      if parts.count == 2, Int(parts[0]) != nil { return "\(set)/\(parts[0])" }
      return "\(set)/\(folder)"
    }
    return "\(set)/" + parts.dropLast(2).joined(separator: "_")
  }

  /// The pictures.
  ///
  /// - Throws: `PNGError` when one cannot be read, `PairError` when they do not fit.
  func pair() throws -> PicturePair {
    let before = try PNGReader.picture(url.appendingPathComponent("before.png"))
    let after = try PNGReader.picture(url.appendingPathComponent("after.png"))
    guard before.width == after.width, before.height == after.height else {
      throw PairError.sizes(
        folder, before: (before.width, before.height), after: (after.width, after.height))
    }
    return PicturePair(
      name: "\(set)/\(folder)", before: before, after: after, metres: metres, world: nil)
  }

  /// Where the label says that something changed, or `nil` when there is no label.
  func label(width: Int, height: Int) throws -> [Bool]? {
    let file = url.appendingPathComponent("label.png")
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    let picture = try PNGReader.picture(file)
    guard picture.width == width, picture.height == height else {
      throw PairError.sizes(
        folder, before: (width, height), after: (picture.width, picture.height))
    }
    return (0..<picture.count).map { picture.bytes[$0 * 4] >= 128 }
  }
}
