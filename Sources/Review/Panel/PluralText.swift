/// A noun in the singular and the plural, in both languages.
public struct PluralText: Hashable, Sendable, Codable {
  /// For one.
  public let one: LocalizedText
  /// For several.
  public let other: LocalizedText

  /// Makes a noun from its two forms.
  public init(one: LocalizedText, other: LocalizedText) {
    self.one = one
    self.other = other
  }

  /// The form for a count: French counts 0 as singular, English as plural.
  public func form(_ count: Int, _ language: InterfaceLanguage) -> String {
    let isSingular = language == .french ? abs(count) < 2 : abs(count) == 1
    return (isSingular ? one : other)[language]
  }
}
