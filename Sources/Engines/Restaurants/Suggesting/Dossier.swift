import Review

/// Everything known of one establishment: official inspections and customers' reviews.
struct Dossier {
  /// How the reviews came to this establishment.
  enum Joining: Equatable {
    /// There are no reviews.
    case none
    /// An agent confirmed the pair.
    case confirmed(place: String)
    /// Name and place agree so well that the pair is used until an agent says otherwise.
    case probable(place: String, score: Double, reasons: [LocalizedText])
    /// The establishment is known from the review site only.
    case reviewsOnly(place: String)
  }

  /// A pair that is too doubtful to be used, shown for the agent to confirm.
  struct Proposal: Equatable {
    var name: String
    var siret: String
    var score: Double
  }

  /// The natural key: the SIRET, else the name and the postcode, else the reviewed place.
  var key: String
  var siret: String?
  var name: String
  var address: String
  var postcode: String
  var commune: String
  var activities: [String]
  var location: Coordinate?
  /// Official inspections with their indices in the analysis, oldest first.
  var inspections: [Int] = []
  /// Reviews by their indices in the analysis, oldest first.
  var reviews: [Int] = []
  var joining = Joining.none
  var proposals: [Proposal] = []

  /// The département's number, as the postcode tells: two digits, three overseas.
  var department: String {
    postcode.hasPrefix("97") || postcode.hasPrefix("98")
      ? String(postcode.prefix(3)) : String(postcode.prefix(2))
  }
}
