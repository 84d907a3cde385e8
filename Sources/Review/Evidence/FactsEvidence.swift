/// Named values, each with its source.
public struct FactsEvidence: Hashable, Codable, Sendable {
  /// One fact.
  public struct Fact: Hashable, Codable, Sendable {
    /// What the value is.
    public var name: LocalizedText
    /// The value.
    public var value: LocalizedText
    /// Where it comes from (file and row, a register), or `nil`.
    public var source: LocalizedText?

    /// Makes a fact.
    public init(name: LocalizedText, value: LocalizedText, source: LocalizedText? = nil) {
      self.name = name
      self.value = value
      self.source = source
    }
  }

  /// What the facts are about.
  public var title: LocalizedText
  /// The facts, in the order in which they are shown.
  public var facts: [Fact]

  /// Makes facts.
  public init(title: LocalizedText, facts: [Fact]) {
    self.title = title
    self.facts = facts
  }
}
