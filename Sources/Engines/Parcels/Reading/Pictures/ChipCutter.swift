import Foundation
import Imagery

/// Cuts pictures around objects at the full resolution, in one passage through the file.
enum ChipCutter {
  /// The most pixels on a side of a chip; larger ones are averaged.
  static let sideLimit = 144

  /// The parts of a picture in rectangles (in pixels of the file), each shrunk to the limit.
  ///
  /// - Throws: `PNGError` when the file is damaged.
  static func chips(_ url: URL, _ rects: [PixelRect]) throws -> [Picture] {
    var chips = [Picture?](repeating: nil, count: rects.count)
    let order = rects.indices.sorted { (rects[$0].y, $0) < (rects[$1].y, $1) }
    var open: [(index: Int, chip: Picture)] = []
    var next = 0
    let reader = try PNGReader(url)
    let bottom = rects.map(\.maxY).max() ?? 0
    while reader.row < bottom {
      let top = reader.row
      guard let strip = try reader.next(rows: 64) else { break }
      while next < order.count, rects[order[next]].y < top + strip.height {
        let rect = rects[order[next]]
        open.append((order[next], Self.absent(rect.width, rect.height)))
        next += 1
      }
      for place in open.indices {
        let rect = rects[open[place].index]
        copy(strip, top: top, into: &open[place].chip, rect)
      }
      open.removeAll { one in
        guard rects[one.index].maxY <= top + strip.height else { return false }
        chips[one.index] = shrunk(one.chip)
        return true
      }
    }
    for one in open { chips[one.index] = shrunk(one.chip) }
    return rects.indices.map { chips[$0] ?? shrunk(absent(rects[$0].width, rects[$0].height)) }
  }

  private static func absent(_ width: Int, _ height: Int) -> Picture {
    Picture(width: 0, height: 0).cut(PixelRect(x: 0, y: 0, width: width, height: height))
  }

  private static func copy(
    _ strip: Picture, top: Int, into chip: inout Picture, _ rect: PixelRect
  ) {
    let shared = rect.intersection(
      PixelRect(x: 0, y: top, width: strip.width, height: strip.height))
    guard !shared.isEmpty else { return }
    for y in shared.y..<shared.maxY {
      let source = ((y - top) * strip.width + shared.x) * 4
      let target = ((y - rect.y) * rect.width + shared.x - rect.x) * 4
      chip.bytes.replaceSubrange(
        target..<target + shared.width * 4,
        with: strip.bytes[source..<source + shared.width * 4])
    }
  }

  private static func shrunk(_ chip: Picture) -> Picture {
    let side = max(chip.width, chip.height)
    guard side > sideLimit else { return chip }
    let factor = Double(sideLimit) / Double(side)
    return chip.resized(
      width: max(1, Int((Double(chip.width) * factor).rounded())),
      height: max(1, Int((Double(chip.height) * factor).rounded())))
  }
}
