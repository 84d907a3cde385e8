import Foundation

/// A version of a project's model, as the store keeps it.
public struct ModelRecord: Hashable, Sendable {
  /// Where a version stands.
  public enum State: String, Sendable, Codable, CaseIterable {
    /// Made by training, not used yet.
    case candidate
    /// In use.
    case active
    /// Was in use, or was a candidate that a later one replaced.
    case retired
  }

  /// The project.
  public var project: Project
  /// The version, from 1.
  public var version: Int
  /// Where it stands.
  public var state: State
  /// When it was made.
  public var created: Timestamp
  /// The model, in the engine's own form.
  public var content: Data
  /// SHA-256 of the content, in hexadecimal.
  public var sha256: String
  /// What was learned from, and the figures before and after.
  public var summary: TrainingSummary

  /// Makes a record.
  public init(
    project: Project, version: Int, state: State, created: Timestamp, content: Data,
    sha256: String, summary: TrainingSummary
  ) {
    self.project = project
    self.version = version
    self.state = state
    self.created = created
    self.content = content
    self.sha256 = sha256
    self.summary = summary
  }
}
