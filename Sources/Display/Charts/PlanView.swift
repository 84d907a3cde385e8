/// A small map: outlines and named points, north up, in metres or any unit equal on both axes.
public struct PlanView: Sendable {
  /// A place in the plan's unit, y growing to the north.
  public struct Position: Hashable, Sendable {
    /// To the east.
    public let x: Double
    /// To the north.
    public let y: Double

    /// Makes a place.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// A line or an outline.
  public struct Shape: Hashable, Sendable {
    /// Its corners.
    public let corners: [Position]
    /// Whether the last corner is joined to the first.
    public let isClosed: Bool
    /// How it looks.
    public let style: Style
    /// What it is; written at its middle.
    public let label: SafeText

    /// Makes a shape.
    public init(
      _ corners: [Position], isClosed: Bool = true, style: Style = Style(.plot1),
      label: SafeText = .empty
    ) {
      self.corners = corners
      self.isClosed = isClosed
      self.style = style
      self.label = label
    }
  }

  /// A named point.
  public struct Place: Hashable, Sendable {
    /// Where.
    public let position: Position
    /// What it is.
    public let label: SafeText
    /// How it looks.
    public let style: Style

    /// Makes a point.
    public init(_ position: Position, _ label: SafeText, style: Style = Style(.accent)) {
      self.position = position
      self.label = label
      self.style = style
    }
  }

  /// The outlines; later ones cover earlier ones.
  public var shapes: [Shape]
  /// The points.
  public var places: [Place]

  /// Makes a plan.
  public init(shapes: [Shape] = [], places: [Place] = []) {
    self.shapes = shapes
    self.places = places
  }
}
