import Display
import Review

extension EvidenceDrawer {
  /// The most rows of cells of one of two pictures, and of one alone.
  private static let pictureHeight = 16
  private static let largeHeight = 24
  /// The columns between two pictures.
  private static let pictureGap = 2

  func draw(_ pair: PicturePairEvidence, into layout: inout DetailLayout) {
    let before = pair.beforeDate.map { words.day($0) } ?? words.say("sans date", "undated")
    let after = pair.afterDate.map { words.day($0) } ?? words.say("sans date", "undated")
    layout.add(
      title(words("Images : \(before) → \(after)", "Pictures: \(before) → \(after)")))
    let captions = (
      words("avant, \(before)", "before, \(before)"), words("après, \(after)", "after, \(after)")
    )
    drawPictures(pair, captions, into: &layout)
    layout.add(StyledLine(words(pair.description)).wrapped(to: width))
    layout.add(remark(measures(pair)))
  }

  /// The outline's sides on the ground and the size of a pixel.
  private func measures(_ pair: PicturePairEvidence) -> SafeText {
    let metres = pair.metresPerPixel
    let pixel = words(
      "\(words.shortNumber(metres * 100)) cm par pixel",
      "\(words.shortNumber(metres * 100)) cm a pixel")
    guard let size = OutlineSize(pair.outline) else {
      return words("pas de contour · ", "no outline · ") + pixel
    }
    let long = words.decimal(size.length * metres, 1)
    let short = words.decimal(size.width * metres, 1)
    return words("contour \(long) × \(short) m · ", "outline \(long) × \(short) m · ") + pixel
  }

  /// A picture with its caption, as lines, and what the terminal must know to show it itself.
  private struct Drawn {
    var lines: [StyledLine] = []
    var placed: [PlacedPicture] = []
  }

  private func drawPictures(
    _ pair: PicturePairEvidence, _ captions: (SafeText, SafeText), into layout: inout DetailLayout
  ) {
    let mode = context.pictureMode
    let corners = pair.outline.map { PictureView.Corner(x: $0.x, y: $0.y) }
    let outlines = corners.isEmpty || !mode.hasOutline ? [] : [corners]
    guard mode.shown == .both else {
      let isBefore = mode.shown == .before
      let drawn = picture(
        isBefore ? pair.before : pair.after, isBefore ? captions.0 : captions.1, outlines, width,
        Self.largeHeight)
      layout.add(drawn.lines)
      layout.add(drawn.placed)
      return
    }
    let columns = isWide ? (width - Self.pictureGap) / 2 : width
    let first = picture(pair.before, captions.0, [], columns, Self.pictureHeight)
    let second = picture(pair.after, captions.1, outlines, columns, Self.pictureHeight)
    layout.add(first.placed + second.placed)
    let (left, right) = (first.lines, second.lines)
    guard !left.isEmpty, !right.isEmpty, isWide else {
      layout.add(left + right)
      return
    }
    for row in 0..<max(left.count, right.count) {
      let first = row < left.count ? left[row] : StyledLine()
      let second = row < right.count ? right[row] : StyledLine()
      layout.add(first.padded(to: columns + Self.pictureGap) + second)
    }
  }

  /// A caption and the picture below it; nothing when the picture is not at hand.
  private func picture(
    _ name: String, _ caption: SafeText, _ outlines: [[PictureView.Corner]], _ columns: Int,
    _ height: Int
  ) -> Drawn {
    guard let raster = context.pictures[name], columns > 0 else { return Drawn() }
    let view = PictureView(
      raster, window: window(raster), outlines: outlines, colours: context.pictureColours)
    let room = Rect(x: 0, y: 0, width: columns, height: height)
    let area = view.placement(in: room)
    var grid = Grid(size: area.size)
    view.draw(into: &grid, in: Rect(area.size), glyphs: context.glyphs)
    let title = StyledLine(caption.truncated(to: columns, glyphs: context.glyphs), Style(.muted))
    return Drawn(
      lines: [title] + grid.styledLines,
      placed: view.colours == .placed ? [PlacedPicture(view, size: area.size)] : [])
  }

  /// The middle of a picture, as small as the zoom asks for.
  private func window(_ raster: Raster) -> Rect? {
    let zoom = context.pictureMode.zoom
    guard zoom > 0 else { return nil }
    let width = max(4, raster.width >> zoom)
    let height = max(4, raster.height >> zoom)
    return Rect(
      x: (raster.width - width) / 2, y: (raster.height - height) / 2, width: width, height: height)
  }
}
