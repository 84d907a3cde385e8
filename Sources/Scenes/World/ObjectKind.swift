/// What can stand on the ground of a scene.
public enum ObjectKind: String, CaseIterable, Codable, Sendable {
  /// A house or another permanent building.
  case building
  /// A cabin, a yurt, a light construction.
  case lightBuilding
  /// A hangar or a large shed, often of metal.
  case shed
  /// A caravan, 5–8 × 2–2.6 m.
  case caravan
  /// A mobile home, 7–12 × 3–4.5 m.
  case mobileHome
  /// A shipping container, 6 or 12 × 2.4 m.
  case container
  /// A heap of waste or rubble.
  case dump
  /// A swimming pool.
  case pool
  /// A car or a van: it comes and goes, and is never labelled.
  case car
  /// Bare earth where somebody dug; never labelled.
  case earthwork
  /// A tennis court, a painted yard; never labelled.
  case court
  /// A lorry, a trailer, a large machine; never labelled.
  case lorry

  /// Whether a change of it is what an agent looks for.
  public var isWanted: Bool {
    switch self {
    case .car, .earthwork, .court, .lorry: false
    default: true
    }
  }

  /// Whether registers of buildings would hold it. Cabins are as often missing there as not.
  public var isBuilding: Bool { self == .building || self == .shed }
}
