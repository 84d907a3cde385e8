import Display
import Review
import Testing

@testable import Workbench

@Suite struct EvidenceSnapshotTests {
  /// Width, language and characters of the drawings of each kind.
  private static let settings: [(Int, InterfaceLanguage, GlyphSet)] = [
    (38, .french, .unicode), (60, .french, .unicode), (100, .french, .unicode),
    (60, .english, .unicode), (38, .english, .ascii), (100, .english, .ascii),
  ]

  @Test(arguments: Sample.kinds.map(\.name))
  func kind(_ name: String) throws {
    let kind = try #require(Sample.kinds.first { $0.name == name })
    let detail = Sample.detail(
      Sample.suggestion([kind.evidence], parts: kind.parts), parts: kind.decided)
    try LineSnapshot.check(
      "evidence-" + name,
      Self.settings.map { width, language, glyphs in
        let context = Sample.context(width, language, glyphs)
        var layout = DetailLayout()
        let drawer = EvidenceDrawer(detail, context: context)
        if name == "contributions" {
          drawer.drawReasons(into: &layout)
        } else {
          drawer.drawPictures(into: &layout)
          drawer.drawEvidence(into: &layout)
        }
        layout.fit(context)
        return .init(
          name: "\(width) \(language.rawValue) \(glyphs.rawValue)", lines: layout.lines,
          width: width)
      })
  }

  @Test func picturesAtHand() throws {
    try LineSnapshot.check(
      "evidence-rasters",
      [40, 72].map { width in
        let context = Sample.context(width, pictures: Sample.pictures)
        var layout = DetailLayout()
        EvidenceDrawer(Sample.detail(Sample.suggestion([Sample.picturePair])), context: context)
          .drawPictures(into: &layout)
        return .init(name: "\(width)", lines: layout.lines, width: width)
      })
  }
}
