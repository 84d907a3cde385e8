import Display
import Review

/// How things are to be drawn.
public struct DrawingContext: Hashable, Sendable {
  /// The number of columns.
  public var width: Int
  /// The words of the language.
  public var words: Words
  /// Unicode or ASCII signs.
  public var glyphs: GlyphSet
  /// Today.
  public var today: CalendarDate

  /// Makes a context.
  public init(width: Int, words: Words, glyphs: GlyphSet, today: CalendarDate) {
    self.width = width
    self.words = words
    self.glyphs = glyphs
    self.today = today
  }
}
