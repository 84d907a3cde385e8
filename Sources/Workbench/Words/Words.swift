import Display
import Review

/// Every sentence of the interface, in one language and one set of characters.
///
/// Each screen has its own extension (`Words+Detail.swift`); a new screen adds one, beside itself if
/// it likes, and makes its sentences with `say`. Numbers and days are written here too, so that no
/// screen knows what language it speaks.
public struct Words: Hashable, Sendable {
  /// The words of French screens.
  public static let french = Words(.french)
  /// The words of English screens.
  public static let english = Words(.english)

  /// The language.
  public let language: InterfaceLanguage
  /// The characters: with those of a keyboard, quotation marks, dashes and signs are plain too.
  public let glyphs: GlyphSet
  /// The time on the reader's clocks.
  public let localTime: LocalTime

  /// Makes the words of a language.
  public init(
    _ language: InterfaceLanguage, glyphs: GlyphSet = .unicode, localTime: LocalTime = .utc
  ) {
    self.language = language
    self.glyphs = glyphs
    self.localTime = localTime
  }

  /// Whether the language is French.
  var isFrench: Bool { language == .french }

  /// The sentence of the language, set by its typographic rules.
  public func say(
    _ french: @autoclosure () -> String, _ english: @autoclosure () -> String
  ) -> String {
    typeset(isFrench ? french() : english())
  }

  /// A text that an engine declares, in the language; set by the same rules.
  public func say(_ text: LocalizedText) -> String { typeset(text[language]) }

  /// The sentence of the language, ready to be drawn.
  public func callAsFunction(
    _ french: @autoclosure () -> String, _ english: @autoclosure () -> String
  ) -> SafeText {
    SafeText(say(french(), english()))
  }

  /// A text that an engine declares, ready to be drawn.
  public func callAsFunction(_ text: LocalizedText) -> SafeText { SafeText(say(text)) }

  /// Text that reads the same in both languages, ready to be drawn.
  func callAsFunction(same text: String) -> SafeText { SafeText(typeset(text)) }

  /// The form of a noun for a count: French counts 0 and 1 as singular, English only 1.
  public func plural(_ number: Int, _ one: String, _ other: String) -> String {
    let isSingular = isFrench ? number.magnitude < 2 : number.magnitude == 1
    return isSingular ? one : other
  }

  /// A count with its noun: « 3 lignes », “3 rows”.
  public func count(
    _ number: Int, fr: (one: String, other: String), en: (one: String, other: String)
  ) -> String {
    say(
      count(number) + "\u{A0}" + plural(number, fr.one, fr.other),
      count(number) + "\u{A0}" + plural(number, en.one, en.other))
  }

  /// A count of a panel's items: « 3 établissements ».
  public func count(_ number: Int, _ item: PluralText) -> String {
    say(
      count(number) + "\u{A0}" + item.form(number, .french),
      count(number) + "\u{A0}" + item.form(number, .english))
  }

  /// A text between the language's quotation marks.
  public func quoted(_ text: String) -> String {
    say("«\u{A0}\(text)\u{A0}»", "“\(text)”")
  }
}
