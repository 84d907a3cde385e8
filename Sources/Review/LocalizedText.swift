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

extension LocalizedText {
  private enum CodingKeys: String, CodingKey {
    case fr
    case en
  }

  /// Reads either one string, the same in both languages, or an object with `fr` and `en`.
  public init(from decoder: any Decoder) throws {
    if let text = try? decoder.singleValueContainer().decode(String.self) {
      self.init(same: text)
      return
    }
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      fr: try container.decode(String.self, forKey: .fr),
      en: try container.decode(String.self, forKey: .en))
  }

  /// Writes one string when both languages read the same: most names, codes and addresses do.
  public func encode(to encoder: any Encoder) throws {
    if fr == en {
      var container = encoder.singleValueContainer()
      try container.encode(fr)
      return
    }
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(fr, forKey: .fr)
    try container.encode(en, forKey: .en)
  }
}
