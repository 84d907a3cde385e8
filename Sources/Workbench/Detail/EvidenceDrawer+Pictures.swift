import Display
import Review

extension EvidenceDrawer {
  /// The most rows of cells of one picture.
  private static let pictureHeight = 16
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

  private func drawPictures(
    _ pair: PicturePairEvidence, _ captions: (SafeText, SafeText), into layout: inout DetailLayout
  ) {
    let outline = pair.outline.map { PictureView.Corner(x: $0.x, y: $0.y) }
    let columns = isWide ? (width - Self.pictureGap) / 2 : width
    let left = picture(pair.before, captions.0, [], columns)
    let right = picture(pair.after, captions.1, outline.isEmpty ? [] : [outline], columns)
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
    _ name: String, _ caption: SafeText, _ outlines: [[PictureView.Corner]], _ columns: Int
  ) -> [StyledLine] {
    guard let raster = context.pictures[name], columns > 0 else { return [] }
    let view = PictureView(raster, outlines: outlines, colours: context.pictureColours)
    let room = Rect(x: 0, y: 0, width: columns, height: Self.pictureHeight)
    let area = view.placement(in: room)
    var grid = Grid(size: area.size)
    view.draw(into: &grid, in: Rect(area.size), glyphs: context.glyphs)
    return [StyledLine(caption.truncated(to: columns, glyphs: context.glyphs), Style(.muted))]
      + grid.styledLines
  }
}
