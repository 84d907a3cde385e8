/// Sections of statements; each statement is a part that can be decided by itself.
public struct StatementsEvidence: Hashable, Codable, Sendable {
  /// How sure or how urgent a statement is, which decides its sign on the screen.
  public enum Status: String, Codable, Sendable, CaseIterable {
    /// Said by a source.
    case stated
    /// Sources disagree.
    case conflict
    /// Expected and not found in any source.
    case missing
    /// Proposed by the engine, not said as such.
    case hypothesis
  }

  /// One statement with all its sources.
  public struct Statement: Hashable, Codable, Sendable {
    /// The part to decide.
    public var part: String
    /// What the statement is about (« TNM », « Allergies »).
    public var label: LocalizedText
    /// The statement itself.
    public var text: LocalizedText
    /// How it qualifies (affirmed, family, past…), empty when plain.
    public var qualifier: LocalizedText
    /// Its status.
    public var status: Status
    /// The spans it rests on.
    public var sources: [DocumentReference]

    /// Makes a statement.
    public init(
      part: String, label: LocalizedText, text: LocalizedText, qualifier: LocalizedText,
      status: Status, sources: [DocumentReference]
    ) {
      self.part = part
      self.label = label
      self.text = text
      self.qualifier = qualifier
      self.status = status
      self.sources = sources
    }
  }

  /// One section.
  public struct Section: Hashable, Codable, Sendable {
    /// The section's title.
    public var title: LocalizedText
    /// The statements, in order.
    public var statements: [Statement]

    /// Makes a section.
    public init(title: LocalizedText, statements: [Statement]) {
      self.title = title
      self.statements = statements
    }
  }

  /// The sections, in order.
  public var sections: [Section]

  /// Makes statements.
  public init(sections: [Section]) { self.sections = sections }
}
