import Imagery

/// Says in which parcels and zones an object lies, and whether a permit stands on its parcels.
struct GroundJoiner {
  /// The side of the cells by which shares are counted, in metres.
  private static let cell = 0.2
  /// The most cells looked at for one object.
  private static let cellLimit = 20_000
  /// The parcels kept for the plan.
  private static let aroundLimit = 12

  private let parcels: [Parcel]
  private let zones: [Zone]
  private let parcelIndex: GroundIndex
  private let zoneIndex: GroundIndex
  private let permits: [ParcelName: [Permit]]
  private let hasPermits: Bool

  init(_ sources: ParcelSources) {
    parcels = sources.parcels
    zones = sources.zones
    parcelIndex = GroundIndex(parcels.map(\.shape))
    zoneIndex = GroundIndex(zones.map(\.shape))
    hasPermits = !sources.permits.isEmpty
    var permits: [ParcelName: [Permit]] = [:]
    for permit in sources.permits {
      for parcel in permit.parcels { permits[parcel, default: []].append(permit) }
    }
    self.permits = permits
  }

  /// Whether there is anything to join.
  var isEmpty: Bool { parcels.isEmpty && zones.isEmpty && !hasPermits }

  /// Adds what the registers know to a candidate; what no register was given for stays.
  func join(_ candidate: inout Candidate) {
    if !parcels.isEmpty {
      let near = parcelIndex.near(candidate.centre)
      let found = shares(candidate, near)
      if !found.isEmpty {
        candidate.shares = found
        candidate.around = around(candidate, near)
      }
    }
    if !zones.isEmpty {
      let found = zoneIndex.containing(candidate.centre).map {
        Candidate.InZone(category: zones[$0].category, code: zones[$0].code, name: zones[$0].name)
      }
      for zone in found where !candidate.zones.contains(zone) { candidate.zones.append(zone) }
    }
    if hasPermits {
      candidate.knowsPermits = true
      candidate.permits = valid(candidate)
    }
    if candidate.commune.isEmpty, let parcel = candidate.shares.first?.parcel {
      candidate.commune = String(parcel.prefix(5))
    }
  }

  /// The permits that stand on the parcels of an object and are no older than its absence.
  private func valid(_ candidate: Candidate) -> [String] {
    var found: [String] = []
    for share in candidate.shares where share.share >= 0.2 {
      let commune = String(share.parcel.prefix(5))
      let name = ParcelName(commune: commune, section: share.section, number: share.number)
      for permit in permits[name] ?? [] where permit.isValid {
        // A permit of ten years before the object is not that object's.
        if let date = permit.date, candidate.beforeDate.days(since: date) > 3652 { continue }
        let text = permit.kind.isEmpty ? permit.number : "\(permit.kind) \(permit.number)"
        if !found.contains(text) { found.append(text) }
      }
    }
    return found
  }

  private func shares(_ candidate: Candidate, _ near: [Int]) -> [Candidate.Share] {
    let cells = cells(candidate)
    var counts: [Int: Int] = [:]
    for cell in cells {
      if let number = near.first(where: { parcels[$0].shape.contains(cell) }) {
        counts[number, default: 0] += 1
      }
    }
    return counts.map { number, count in
      Candidate.Share(
        parcel: parcels[number].id, section: parcels[number].section,
        number: parcels[number].number, share: Double(count) / Double(max(1, cells.count)))
    }.filter { $0.share >= 0.02 }.sorted { ($1.share, $0.parcel) < ($0.share, $1.parcel) }
  }

  /// Points spread evenly over the object.
  private func cells(_ candidate: Candidate) -> [GroundPoint] {
    let shape = GroundShape(rings: [candidate.outline])
    let box = shape.bounds
    guard box.west.isFinite, candidate.outline.count >= 3 else { return [candidate.centre] }
    let area = (box.east - box.west) * (box.north - box.south)
    let step = max(Self.cell, (area / Double(Self.cellLimit)).squareRoot())
    var points: [GroundPoint] = []
    for north in stride(from: box.south + step / 2, to: box.north, by: step) {
      for east in stride(from: box.west + step / 2, to: box.east, by: step) {
        let point = GroundPoint(east: east, north: north)
        if shape.contains(point) { points.append(point) }
      }
    }
    return points.isEmpty ? [candidate.centre] : points
  }

  private func around(_ candidate: Candidate, _ near: [Int]) -> [Parcel] {
    let own = Set(candidate.shares.map(\.parcel))
    func distance(_ parcel: Parcel) -> Double {
      let box = parcel.shape.bounds
      let east = max(0, max(box.west - candidate.centre.east, candidate.centre.east - box.east))
      let north = max(
        0, max(box.south - candidate.centre.north, candidate.centre.north - box.north))
      return own.contains(parcel.id) ? -1 : east * east + north * north
    }
    return near.map { parcels[$0] }.filter {
      distance($0) < 60 * 60 && $0.shape.rings.joined().count < 400
    }
    .sorted { (distance($0), $0.id) < (distance($1), $1.id) }
    .prefix(Self.aroundLimit).map { $0 }
  }
}
