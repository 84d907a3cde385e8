/// Outlines and labelled points on a small map.
public struct PlanEvidence: Hashable, Codable, Sendable {
  /// What a shape stands for, which decides how it is drawn.
  public enum Role: String, Codable, Sendable, CaseIterable {
    /// The thing suggested.
    case subject
    /// A parcel, a territory.
    case ground
    /// A protected or regulated zone.
    case zone
    /// Another thing nearby.
    case neighbour
  }

  /// One shape: a point when it has one coordinate, else an outline.
  public struct Shape: Hashable, Codable, Sendable {
    /// What it stands for.
    public var role: Role
    /// Its name.
    public var label: LocalizedText
    /// Its corners, in order.
    public var points: [Coordinate]

    /// Makes a shape.
    public init(role: Role, label: LocalizedText, points: [Coordinate]) {
      self.role = role
      self.label = label
      self.points = points
    }
  }

  /// The shapes, the ones below first.
  public var shapes: [Shape]
  /// What the map shows, in words.
  public var description: LocalizedText

  /// Makes a plan.
  public init(shapes: [Shape], description: LocalizedText) {
    self.shapes = shapes
    self.description = description
  }
}
