import Foundation
import Imagery
import Learning
import Review

/// Makes candidates of a pair's finds, with their pictures cut out, and draws blind tiles.
struct CandidateMaker {
  /// Metres shown around an object on each side.
  private static let surroundings = 13.0
  /// The smallest and the largest side of a chip, in metres.
  private static let chipMetres = 28.0...110.0
  /// The side of a blind tile, in metres.
  static let tileMetres = 40.0
  /// The share of blind tiles among what is shown of a pair.
  private static let tileShare = 0.1

  let seed: UInt64

  /// The candidates and the pictures they show.
  ///
  /// - Throws: `PNGError` when a picture is damaged.
  func candidates(
    _ source: PairSource, finds: [PairScanner.Find], scale: Double
  ) throws -> (candidates: [Candidate], pictures: [SourceRecord]) {
    var candidates = finds.map { candidate(source, $0, scale) }
    candidates += tiles(source, count: tileCount(finds.count), finds: candidates)
    let rects = candidates.map { chip(source, $0) }
    let before = try ChipCutter.chips(
      source.before, rects.map { Self.moved($0, source.beforeRect) })
    let after = try ChipCutter.chips(source.after, rects.map { Self.moved($0, source.afterRect) })
    var pictures: [SourceRecord] = []
    for index in candidates.indices {
      Self.place(&candidates[index], in: rects[index], chip: after[index], source)
      for (name, chip) in [
        (candidates[index].beforePicture, before[index]),
        (candidates[index].afterPicture, after[index]),
      ] {
        pictures.append(
          SourceRecord(
            project: .parcels, kind: Candidate.pictureKind, key: name,
            content: PNGWriter.data(chip)))
      }
    }
    return (candidates, pictures)
  }

  private func tileCount(_ finds: Int) -> Int {
    max(1, Int((Double(finds) * Self.tileShare / (1 - Self.tileShare)).rounded(.up)))
  }

  private func candidate(
    _ source: PairSource, _ find: PairScanner.Find, _ scale: Double
  ) -> Candidate {
    let ground = find.outline.map { source.world.ground(x: $0.x * scale, y: $0.y * scale) }
    let centre = source.world.ground(x: find.centre.x * scale, y: find.centre.y * scale)
    var candidate = blank(source, centre)
    candidate.measures = find.measures
    candidate.outline = ground
    candidate.length = find.length
    candidate.width = find.width
    candidate.area = find.area
    candidate.residual = find.residual
    return candidate
  }

  private func blank(_ source: PairSource, _ centre: GroundPoint) -> Candidate {
    // Two metres of the grid: the same object found again has the same key.
    let east = Int((centre.east / 4).rounded()) * 4
    let north = Int((centre.north / 4).rounded()) * 4
    let key = "\(source.name)|\(source.beforeDate)|\(source.afterDate)|\(east)|\(north)"
    return Candidate(
      key: key, pair: source.name, file: source.after.lastPathComponent, sha256: source.sha256,
      commune: source.commune, beforeDate: source.beforeDate, afterDate: source.afterDate,
      measures: [], outline: [], centre: centre, length: 0, width: 0, area: 0, residual: 0,
      metres: source.metres, beforePicture: key + "|before", afterPicture: key + "|after",
      chipOutline: [], chipMetres: source.metres)
  }

  /// Tiles drawn at random where nothing was found, so that what is missed can be counted.
  private func tiles(_ source: PairSource, count: Int, finds: [Candidate]) -> [Candidate] {
    let side = Self.tileMetres / source.metres
    let columns = max(1, Int(Double(source.width) / side))
    let rows = max(1, Int(Double(source.height) / side))
    var random = SplitMix64(seed: seed ^ UInt64(truncatingIfNeeded: source.width &* 31))
    for byte in source.name.utf8 { random = SplitMix64(seed: random.next() ^ UInt64(byte)) }
    var free: [GroundPoint] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let centre = source.world.ground(
          x: (Double(column) + 0.5) * side, y: (Double(row) + 0.5) * side)
        let isFree = finds.allSatisfy {
          max(abs($0.centre.east - centre.east), abs($0.centre.north - centre.north))
            > Self.tileMetres / 2
        }
        if isFree { free.append(centre) }
      }
    }
    let total = free.count
    random.shuffle(&free)
    return free.prefix(count).map { centre in
      var tile = blank(source, centre)
      tile.drawn = Double(min(count, total)) / Double(max(1, total))
      return tile
    }
  }

  // MARK: Chips

  /// The part of the pair to show, in pixels of the common part.
  private func chip(_ source: PairSource, _ candidate: Candidate) -> PixelRect {
    let needed =
      candidate.isTile ? Self.tileMetres : candidate.length + 2 * Self.surroundings
    let metres = min(Self.chipMetres.upperBound, max(Self.chipMetres.lowerBound, needed))
    let side = Int((metres / source.metres).rounded())
    let centre = source.world.pixel(candidate.centre)
    return PixelRect(
      x: Int(centre.x.rounded()) - side / 2, y: Int(centre.y.rounded()) - side / 2, width: side,
      height: side)
  }

  private static func moved(_ rect: PixelRect, _ part: PixelRect) -> PixelRect {
    PixelRect(x: rect.x + part.x, y: rect.y + part.y, width: rect.width, height: rect.height)
  }

  private static func place(
    _ candidate: inout Candidate, in rect: PixelRect, chip: Picture, _ source: PairSource
  ) {
    let factor = Double(chip.width) / Double(max(1, rect.width))
    candidate.chipMetres = source.metres / factor
    candidate.chipOutline = candidate.outline.map { point in
      let pixel = source.world.pixel(point)
      return PixelPoint(
        x: ((pixel.x - Double(rect.x)) * factor * 10).rounded() / 10,
        y: ((pixel.y - Double(rect.y)) * factor * 10).rounded() / 10)
    }
  }
}
