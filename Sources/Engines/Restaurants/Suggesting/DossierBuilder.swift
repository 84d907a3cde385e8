import Review

/// Groups inspections by establishment and brings the reviews to them.
struct DossierBuilder {
  /// From this score on a pair is used without waiting for an agent.
  static let probableScore = 0.85
  /// The number of doubtful pairs shown for each place.
  static let proposalLimit = 3
  /// What an agent writes in the table of pairs to say that a place must not be joined.
  static let noEstablishment: Set<String> = ["aucun", "none"]

  private(set) var dossiers: [Dossier] = []
  private var indexByKey: [String: Int] = [:]

  /// Groups inspections; the newest one gives name and address.
  init(inspections: [Inspection]) {
    let order = inspections.indices.sorted { left, right in
      let (first, second) = (inspections[left].date, inspections[right].date)
      return first == second
        ? left < right : (first?.daysSinceEpoch ?? .min) < (second?.daysSinceEpoch ?? .min)
    }
    for index in order { add(inspections[index], index: index) }
  }

  private mutating func add(_ inspection: Inspection, index: Int) {
    let key = Self.key(of: inspection)
    if let known = indexByKey[key] {
      dossiers[known].inspections.append(index)
      Self.update(&dossiers[known], with: inspection)
      return
    }
    indexByKey[key] = dossiers.count
    var dossier = Dossier(
      key: key, siret: inspection.siret, name: inspection.name, address: inspection.address,
      postcode: inspection.postcode, commune: inspection.commune,
      activities: inspection.activities, location: inspection.location)
    dossier.inspections = [index]
    dossiers.append(dossier)
  }

  private static func update(_ dossier: inout Dossier, with inspection: Inspection) {
    // Earlier exports leave address and commune empty: a newer value replaces, an empty one not.
    if !inspection.name.isEmpty { dossier.name = inspection.name }
    if !inspection.address.isEmpty { dossier.address = inspection.address }
    if !inspection.postcode.isEmpty { dossier.postcode = inspection.postcode }
    if !inspection.commune.isEmpty { dossier.commune = inspection.commune }
    if !inspection.activities.isEmpty { dossier.activities = inspection.activities }
    if let location = inspection.location { dossier.location = location }
  }

  /// The natural key of the establishment an inspection is about.
  static func key(of inspection: Inspection) -> String {
    inspection.siret ?? "\(inspection.name)|\(inspection.postcode)"
  }

  // MARK: Reviews

  /// A pair the joiner proposes: a reviewed place and the SIRET of an establishment.
  struct Match {
    var place: String
    var siret: String
    var score: Double
    var reasons: [LocalizedText]
  }

  /// Brings the reviews to the establishments.
  ///
  /// - Parameters:
  ///   - reviews: all reviews, grouped here by the name of their place.
  ///   - places: what the review site says of the places, by name.
  ///   - confirmed: the pairs that agents confirmed, SIRET by place, or one of `noEstablishment`.
  ///   - matches: what the joiner proposes, best first for each place.
  mutating func join(
    reviews: [CustomerReview], places: [String: ReviewedPlace], confirmed: [String: String],
    matches: [String: [Match]]
  ) {
    var byPlace: [String: [Int]] = [:]
    for index in reviews.indices {
      byPlace[reviews[index].establishment, default: []].append(index)
    }
    for name in byPlace.keys.sorted() {
      let indices = (byPlace[name] ?? []).sorted {
        (reviews[$0].date?.daysSinceEpoch ?? .min, $0) < (
          reviews[$1].date?.daysSinceEpoch ?? .min, $1
        )
      }
      attach(
        indices, of: name, place: places[name], confirmed: confirmed, matches: matches[name] ?? [])
    }
  }

  private mutating func attach(
    _ indices: [Int], of name: String, place: ReviewedPlace?, confirmed: [String: String],
    matches: [Match]
  ) {
    if let siret = confirmed[name] {
      if let known = indexByKey[siret] {
        dossiers[known].reviews += indices
        dossiers[known].joining = .confirmed(place: name)
        return
      }
      if Self.noEstablishment.contains(siret.lowercased()) {
        return addReviewsOnly(indices, name: name, place: place, matches: [])
      }
    } else if let best = matches.first, best.score >= Self.probableScore,
      matches.count < 2 || matches[1].score < Self.probableScore,
      let known = indexByKey[best.siret], dossiers[known].joining == .none
    {
      dossiers[known].reviews += indices
      dossiers[known].joining = .probable(place: name, score: best.score, reasons: best.reasons)
      return
    }
    addReviewsOnly(indices, name: name, place: place, matches: matches)
  }

  private mutating func addReviewsOnly(
    _ indices: [Int], name: String, place: ReviewedPlace?, matches: [Match]
  ) {
    var dossier = Dossier(
      key: "place|\(name)", siret: nil, name: name, address: place?.address ?? "",
      postcode: place?.postcode ?? "", commune: Self.commune(in: place), activities: [],
      location: place?.location)
    dossier.reviews = indices
    dossier.joining = .reviewsOnly(place: name)
    dossier.proposals = matches.prefix(Self.proposalLimit).compactMap { match in
      indexByKey[match.siret].map {
        Dossier.Proposal(name: dossiers[$0].name, siret: match.siret, score: match.score)
      }
    }
    dossiers.append(dossier)
  }

  /// The commune of an address like « 12 rue des Lilas, 99001 Port-Lavande France ».
  private static func commune(in place: ReviewedPlace?) -> String {
    guard let place, !place.postcode.isEmpty,
      let range = place.address.range(of: place.postcode)
    else { return "" }
    let words = place.address[range.upperBound...].split(separator: " ")
    return words.filter { $0.lowercased() != "france" }.joined(separator: " ")
  }
}
