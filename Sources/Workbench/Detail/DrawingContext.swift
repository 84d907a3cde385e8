import Display
import Review

/// How things are to be drawn.
public struct DrawingContext: Hashable, Sendable {
  /// Columns; nothing drawn is wider.
  public let width: Int
  /// The words of the language, in the characters below.
  public let words: Words
  /// Whether signs and charts are drawn or made of keyboard characters.
  public let glyphs: GlyphSet
  /// Today, to tell what is overdue.
  public let today: CalendarDate
  /// The pictures at hand, by the name under which the store keeps them.
  public var pictures: [String: Raster]
  /// With which colours pictures are shown.
  public var pictureColours: PictureView.Colours
  /// Which pictures are shown, and how.
  public var pictureMode: PictureMode

  /// Makes a context.
  public init(
    width: Int, words: Words, glyphs: GlyphSet = .unicode, today: CalendarDate,
    pictures: [String: Raster] = [:], pictureColours: PictureView.Colours = .palette,
    pictureMode: PictureMode = PictureMode()
  ) {
    self.width = min(max(width, 0), Size.maximum)
    self.words =
      words.glyphs == glyphs
      ? words : Words(words.language, glyphs: glyphs, localTime: words.localTime)
    self.glyphs = glyphs
    self.today = today
    self.pictures = pictures
    self.pictureColours = pictureColours
    self.pictureMode = pictureMode
  }

  /// The language.
  public var language: InterfaceLanguage { words.language }
}
