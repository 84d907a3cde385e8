/// A text in the two languages of the interface.
///
/// Engines declare their words once, in both languages; the workbench picks one when it draws.
public struct LocalizedText: Hashable, Sendable, Codable {
  /// The French text.
  public let fr: String
  /// The English text.
  public let en: String

  /// Makes a text from its French and its English form.
  public init(fr: String, en: String) {
    self.fr = fr
    self.en = en
  }

  /// Makes a text that reads the same in both languages (a name, a code).
  public init(same text: String) {
    fr = text
    en = text
  }

  /// The text in one language.
  public subscript(_ language: InterfaceLanguage) -> String {
    switch language {
    case .french: fr
    case .english: en
    }
  }
}
