/// A facet as a panel declares it.
public struct FacetDescription: Hashable, Sendable, Codable {
  /// The name, the same as in `Facet`.
  public let name: String
  /// The title on screen.
  public let title: LocalizedText
  /// The width it likes to have in the list, in columns.
  public let width: Int
  /// The values, or words that stand in them, that are told in both languages. Facets are stored in
  /// French, so that everyone filters by the same value; what is not listed is shown as it stands.
  public let words: [LocalizedText]

  /// Makes a description.
  public init(name: String, title: LocalizedText, width: Int = 12, words: [LocalizedText] = []) {
    self.name = name
    self.title = title
    self.width = width
    // The longest first: « non conforme » before « non ».
    self.words = words.sorted { ($1.fr.count, $0.fr) < ($0.fr.count, $1.fr) }
  }

  /// A stored value as it is shown in a language.
  public func shown(_ value: String, _ language: InterfaceLanguage) -> String {
    guard language != .french else { return value }
    return Self.replaced(value, words.map { ($0.fr, $0[language]) })
  }

  /// The stored value of one that was typed, in either language.
  public func stored(_ value: String, _ language: InterfaceLanguage) -> String {
    guard language != .french else { return value }
    let pairs = words.map { ($0[language], $0.fr) }.sorted { $0.0.count > $1.0.count }
    return Self.replaced(value, pairs)
  }

  /// The value with the first of the words that stands in it replaced, where blanks or its ends part
  /// them from the rest. The list asks for every cell at each key: most values are one of the words.
  private static func replaced(_ value: String, _ pairs: [(from: String, to: String)]) -> String {
    if let whole = pairs.first(where: { $0.from == value }) { return whole.to }
    guard value.utf8.contains(0x20) else { return value }
    let parts = value.split(separator: " ", omittingEmptySubsequences: false)
    for pair in pairs where value.utf8.count > pair.from.utf8.count {
      let sought = pair.from.split(separator: " ", omittingEmptySubsequences: false)
      guard let start = place(of: sought, in: parts) else { continue }
      let before = parts[..<start].map(String.init)
      let after = parts[(start + sought.count)...].map(String.init)
      return (before + [pair.to] + after).joined(separator: " ")
    }
    return value
  }

  private static func place(of sought: [Substring], in parts: [Substring]) -> Int? {
    guard !sought.isEmpty, parts.count >= sought.count else { return nil }
    return (0...parts.count - sought.count).first {
      parts[$0..<$0 + sought.count].elementsEqual(sought)
    }
  }
}

extension Panel {
  /// A facet's value as it is shown in a language; as it stands when the panel does not declare the
  /// facet.
  public func shown(_ facet: Facet, _ language: InterfaceLanguage) -> String {
    facets.first { $0.name == facet.name }?.shown(facet.value, language) ?? facet.value
  }
}
