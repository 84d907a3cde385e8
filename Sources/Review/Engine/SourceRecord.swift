import Foundation

/// A normalised row of a source that the store keeps for the next analysis.
public struct SourceRecord: Hashable, Sendable {
  /// The project.
  public var project: Project
  /// What it is, in the engine's own words.
  public var kind: String
  /// What identifies it; a record with the same kind and key replaces the earlier one.
  public var key: String
  /// The content, in the engine's own form.
  public var content: Data

  /// Makes a record.
  public init(project: Project, kind: String, key: String, content: Data) {
    self.project = project
    self.kind = kind
    self.key = key
    self.content = content
  }
}
