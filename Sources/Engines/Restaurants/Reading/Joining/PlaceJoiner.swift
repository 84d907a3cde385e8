import Foundation
import Language
import Review

/// Finds the official establishments that reviewed places may be: there is no common key.
///
/// Names are compared by Jaro-Winkler after normalisation, places by distance, postcode and street
/// address. Only establishments nearby, or of the same postcode with a word that begins alike, are
/// compared.
public struct PlaceJoiner: Sendable {
  /// Places further apart than this are not neighbours, in metres.
  public static let nearbyMetres = 150.0
  /// Below this score a pair is not worth showing.
  public static let leastScore = 0.55
  /// From this score on a pair may be used before an agent confirms it, if it stands alone.
  public static let sureScore = 0.85
  /// How far the best must stand above the second to stand alone.
  public static let clearMargin = 0.05
  /// How many candidates are given for a place.
  public static let candidateLimit = 5
  /// What an agent writes for « this place is none of them ».
  static let none: Set<String> = ["aucun", "none"]
  /// The greatest number of establishments compared with one place: a name every town has, in a
  /// postcode that is not known, would be compared with all.
  static let comparedLimit = 2000

  let targets: [JoinTarget]
  let names: [PlaceName]
  let addresses: [StreetAddress]
  /// The commune of each establishment, as a place in `communeWords`.
  let communes: [Int32]
  let communeWords: [Set<String>]
  private var byCell: [UInt64: [Int32]] = [:]
  private var byWord: [UInt64: [Int32]] = [:]
  private var bySiret: [String: Int] = [:]

  /// Makes a joiner over establishments.
  public init(_ targets: [JoinTarget]) {
    self.targets = targets
    names = targets.map { PlaceName($0.name, commune: $0.commune) }
    (communes, communeWords) = Self.communes(targets)
    addresses = targets.map { StreetAddress($0.address) }
    for (index, target) in targets.enumerated() {
      let place = Int32(truncatingIfNeeded: index)
      bySiret[target.siret] = bySiret[target.siret] ?? index
      if let location = target.location {
        byCell[GridCell(location).key, default: []].append(place)
      }
      for key in Self.wordKeys(names[index], postcode: target.postcode) {
        byWord[key, default: []].append(place)
      }
    }
  }

  /// Makes a joiner over the establishments of inspections; the newest inspection gives the name.
  public init(inspections: [Inspection]) {
    var places: [String: Int] = [:]
    var targets: [JoinTarget] = []
    var days: [CalendarDate?] = []
    for inspection in inspections {
      guard let siret = inspection.siret else { continue }
      if let place = places[siret] {
        let isNewer =
          (inspection.date?.daysSinceEpoch ?? .min) >= (days[place]?.daysSinceEpoch ?? .min)
        targets[place].complete(with: inspection, isNewer: isNewer)
        if isNewer { days[place] = inspection.date }
      } else {
        places[siret] = targets.count
        var target = JoinTarget(siret: siret, name: inspection.name)
        target.complete(with: inspection, isNewer: true)
        targets.append(target)
        days.append(inspection.date)
      }
    }
    self.init(targets)
  }

  /// The establishments a place may be, best first.
  ///
  /// - Parameter confirmed: the SIRET an agent confirmed, which wins alone; « aucun » gives none.
  public func candidates(for place: ReviewedPlace, confirmed: String? = nil) -> [JoinCandidate] {
    if let confirmed {
      if Self.none.contains(confirmed.lowercased()) { return [] }
      if let target = bySiret[confirmed] { return [confirmedCandidate(target)] }
    }
    var seeker = Seeker(place)
    var found: [Comparison] = []
    for index in compared(seeker) {
      if let pair = compare(&seeker, with: index) { found.append(pair) }
    }
    found.sort { ($1.score, targets[$0.place].siret) < ($0.score, targets[$1.place].siret) }
    return found.prefix(Self.candidateLimit).map(candidate)
  }

  /// The candidates of many places, by the place's name.
  ///
  /// - Parameter confirmed: the SIRET that agents confirmed, by the place's name.
  public func candidates(
    for places: [ReviewedPlace], confirmed: [String: String] = [:]
  ) -> [String: [JoinCandidate]] {
    var found: [String: [JoinCandidate]] = [:]
    for place in places {
      found[place.name] = candidates(for: place, confirmed: confirmed[place.name])
    }
    return found
  }

  /// The candidate that may be used without asking: confirmed, or sure and alone; else `nil`.
  public static func settled(_ candidates: [JoinCandidate]) -> JoinCandidate? {
    guard let best = candidates.first else { return nil }
    if best.isConfirmed { return best }
    let second = candidates.count > 1 ? candidates[1].score : 0
    return best.score >= sureScore && best.score - second >= clearMargin ? best : nil
  }

  /// Each commune's words once, and which commune each establishment is in.
  private static func communes(_ targets: [JoinTarget]) -> ([Int32], [Set<String>]) {
    var places: [String: Int32] = [:]
    var words: [Set<String>] = []
    let communes = targets.map { target in
      if let known = places[target.commune] { return known }
      let new = Int32(truncatingIfNeeded: words.count)
      places[target.commune] = new
      words.append(PlaceName.words(ofCommune: target.commune))
      return new
    }
    return (communes, words)
  }

  // MARK: Blocks

  /// The establishments worth comparing: in the cells around, and with a word that begins alike in
  /// the same postcode; by name alone when nothing is known of where the place is.
  private func compared(_ seeker: Seeker) -> [Int32] {
    var found: [Int32] = []
    if let location = seeker.place.location {
      for cell in GridCell(location).withNeighbours { found += byCell[cell.key] ?? [] }
    }
    let isPlaced = seeker.place.location != nil
    if !seeker.place.postcode.isEmpty || !isPlaced {
      for key in Self.wordKeys(seeker.name, postcode: seeker.place.postcode) {
        found += byWord[key] ?? []
      }
    }
    found.sort()
    var unique: [Int32] = []
    for index in found where unique.last != index { unique.append(index) }
    return Array(unique.prefix(Self.comparedLimit))
  }

  /// Keys of the postcode and the first letters of each word; and of the whole name alone, for
  /// places of which the postcode is not known.
  private static func wordKeys(_ name: PlaceName, postcode: String) -> [UInt64] {
    var keys: Set<UInt64> = []
    if postcode.isEmpty {
      return [wholeNameKey(name)]
    }
    for word in name.words.prefix(8) {
      var hash = StableHash(salt: 1)
      hash.combine(postcode.utf8)
      hash.combine(0x1F)
      hash.combine(word.prefix(3))
      keys.insert(hash.value)
    }
    return keys.sorted() + [wholeNameKey(name)]
  }

  private static func wholeNameKey(_ name: PlaceName) -> UInt64 {
    var hash = StableHash(salt: 2)
    hash.combine(name.joined)
    return hash.value
  }

  private func confirmedCandidate(_ target: Int) -> JoinCandidate {
    JoinCandidate(
      target: target, siret: targets[target].siret, score: 1,
      reasons: [LocalizedText(fr: "confirmé par un agent", en: "confirmed by an agent")],
      isConfirmed: true)
  }
}

extension JoinTarget {
  /// Takes from an inspection what is newer or missing.
  fileprivate mutating func complete(with inspection: Inspection, isNewer: Bool) {
    if !inspection.name.isEmpty, isNewer || name.isEmpty { name = inspection.name }
    if !inspection.address.isEmpty, isNewer || address.isEmpty { address = inspection.address }
    if !inspection.postcode.isEmpty, isNewer || postcode.isEmpty { postcode = inspection.postcode }
    if !inspection.commune.isEmpty, isNewer || commune.isEmpty { commune = inspection.commune }
    if let place = inspection.location, isNewer || location == nil { location = place }
  }
}
