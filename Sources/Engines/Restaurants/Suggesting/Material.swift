import Review

/// What was read together with what the store holds, each thing once.
struct Material {
  private(set) var inspections: [Inspection]
  private(set) var reviews: [CustomerReview]
  private(set) var places: [String: ReviewedPlace] = [:]

  /// Puts the newly read before what the store holds.
  init(_ sources: RestaurantSources, records: any RecordSource) throws {
    inspections = sources.inspections
    reviews = sources.reviews
    var numbers = Set(inspections.map { StoredRecords.key($0) })
    try records.forEachRecord(project: .restaurants, kind: StoredRecords.inspectionKind) {
      if let inspection = StoredRecords.inspection($0), numbers.insert($0.key).inserted {
        inspections.append(inspection)
      }
      return true
    }
    var keys = Set(reviews.map { StoredRecords.naturalKey($0) })
    try records.forEachDocument(project: .restaurants, kind: StoredRecords.reviewKind) {
      let review = StoredRecords.review($0)
      if keys.insert(StoredRecords.naturalKey(review)).inserted { reviews.append(review) }
      return true
    }
    try records.forEachRecord(project: .restaurants, kind: StoredRecords.placeKind) {
      if let place = StoredRecords.place($0) { places[place.name] = place }
      return true
    }
    for place in sources.places { places[place.name] = place }
    // The order of files and of the store must not change what is learned.
    inspections.sort { StoredRecords.key($0) < StoredRecords.key($1) }
    reviews.sort { ($0.establishment, $0.id) < ($1.establishment, $1.id) }
  }

  /// The day after which inspections are recent.
  private var cut: CalendarDate? {
    inspections.compactMap(\.date).max()?.adding(days: -RestaurantsAnalysis.recentDays)
  }

  /// The inspections of the last two years of the file.
  var recent: [Inspection] {
    guard let cut else { return inspections }
    return inspections.filter { ($0.date ?? cut) >= cut }
  }

  /// The inspections before.
  var older: [Inspection] {
    guard let cut else { return [] }
    return inspections.filter { ($0.date ?? cut) < cut }
  }
}
