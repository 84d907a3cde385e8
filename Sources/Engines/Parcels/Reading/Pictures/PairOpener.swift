import Foundation
import Imagery
import Review
import Tables

/// Looks at the pictures of a drafted pair: their sizes, their places, what both of them show.
enum PairOpener {
  /// How much two pixel sizes may differ, as a share.
  private static let sizeTolerance = 0.005

  /// The source of a pair.
  ///
  /// - Throws: `PNGError`, `WorldFileError`, `PairError`.
  static func open(_ draft: PairFinder.Draft) throws -> PairSource {
    let before = try PNGReader(draft.before)
    let after = try PNGReader(draft.after)
    let world = try self.world(draft.before)
    let later = try self.world(draft.after)
    guard abs(world.pixelWidth / later.pixelWidth - 1) < sizeTolerance,
      abs(world.pixelHeight / world.pixelWidth - 1) < sizeTolerance,
      abs(later.pixelHeight / world.pixelHeight - 1) < sizeTolerance
    else {
      throw PairError.refused(
        Refusal(
          file: draft.after.lastPathComponent, line: nil, found: "\(later.pixelWidth) m",
          expected: LocalizedText(
            fr: "des pixels carrés de \(world.pixelWidth) m, comme l'autre image",
            en: "square pixels of \(world.pixelWidth) m, like the other picture")))
    }
    let moved = world.pixel(later.ground(x: 0, y: 0))
    let place = PixelRect(
      x: clamped(moved.x), y: clamped(moved.y), width: after.width, height: after.height)
    let shared = place.intersection(
      PixelRect(x: 0, y: 0, width: before.width, height: before.height))
    guard shared.width >= 32, shared.height >= 32 else {
      throw PairError.refused(
        Refusal(
          file: draft.after.lastPathComponent, line: nil,
          found: "\(shared.width) × \(shared.height) pixels",
          expected: LocalizedText(
            fr: "deux images du même lieu", en: "two pictures of one place")))
    }
    return PairSource(
      name: draft.name, before: draft.before, after: draft.after, beforeDate: draft.beforeDate,
      afterDate: draft.afterDate, commune: draft.commune,
      world: world.shifted(x: shared.x, y: shared.y), beforeRect: shared,
      afterRect: PixelRect(
        x: shared.x - place.x, y: shared.y - place.y, width: shared.width, height: shared.height),
      sha256: try FileDigest.sha256(draft.after))
  }

  private static func clamped(_ value: Double) -> Int {
    Int(max(-1e7, min(1e7, value.rounded())))
  }

  /// The world file beside a picture.
  private static func world(_ picture: URL) throws -> WorldFile {
    let stem = picture.deletingPathExtension()
    for ending in ["pgw", "PGW", "pngw", "wld", "WLD"] {
      let file = stem.appendingPathExtension(ending)
      guard let data = FileManager.default.contents(atPath: file.path), data.count < 10_000 else {
        continue
      }
      return try WorldFile(
        String(decoding: data, as: UTF8.self), file: file.lastPathComponent)
    }
    throw PairError.refused(
      Refusal(
        file: picture.lastPathComponent, line: nil, found: picture.lastPathComponent,
        expected: LocalizedText(
          fr: "un fichier .pgw ou .wld à côté (Lambert-93)",
          en: "a .pgw or .wld file beside it (Lambert-93)")))
  }
}
