import Foundation
import Review
import Tables

/// Reads files one after the other into one collection.
struct SourceCollector {
  private(set) var sources = RestaurantSources()
  private var inspections = InspectionRegister()
  private var reviews = ReviewRegister()
  private var placesByName: [String: Int] = [:]
  private var detector: SourceDetector
  private var mapping: ColumnMapping
  private let reviewReader: CustomerReviewReader
  private let report: (Refusal) -> Void
  private var taken = 0
  private var refusedInside = 0

  init(reader: SourceReader, refused: @escaping (Refusal) -> Void) {
    mapping = reader.mapping
    detector = SourceDetector(mapping: reader.mapping)
    reviewReader = CustomerReviewReader(salt: reader.pseudonymSalt, reference: reader.reference)
    report = refused
  }

  /// Reads a file. One that cannot be read to its end gives what comes before.
  ///
  /// - Throws: `TableError` when nothing of it can be read, or what `position` throws.
  mutating func read(
    _ url: URL, ask: (ColumnQuestion) -> [String: String]?, position: (Int) throws -> Void
  ) throws {
    let file = try RecordFile(url)
    let kind = try kind(of: file, ask: ask)
    (taken, refusedInside) = (0, 0)
    var refused = 0
    do {
      refused = try read(file, as: kind, position)
    } catch let error as TableError where taken > 0 {
      report(error.refusal)
      refused = 1
    }
    sources.files.append(
      SourceFile(
        name: url.lastPathComponent, sha256: try FileDigest.sha256(url), rows: taken,
        refused: refused + refusedInside))
  }

  /// The kind of a file; somebody is asked once when its columns tell nothing.
  private mutating func kind(
    of file: RecordFile, ask: (ColumnQuestion) -> [String: String]?
  ) throws -> SourceKind {
    do {
      return try detector.kind(of: file)
    } catch let error where error.problem == .columns {
      let question = ColumnQuestion(
        file: file.url.lastPathComponent, columns: try file.names(), fields: RestaurantFields.all)
      guard let answer = ask(question) else { throw error }
      mapping = mapping.preferring(ColumnMapping(answer: answer))
      detector = SourceDetector(mapping: mapping)
      return try detector.kind(of: file)
    }
  }

  private mutating func read(
    _ file: RecordFile, as kind: SourceKind, _ position: (Int) throws -> Void
  ) throws -> Int {
    switch kind {
    case .inspections: try readInspections(file, position)
    case .reviews: try readReviews(file, position)
    case .places: try readPlaces(file, position)
    case .sanitaryLabels: try readLabels(file, position)
    }
  }

  /// What was read.
  func finish() -> RestaurantSources {
    var sources = sources
    sources.inspections = inspections.inspections
    sources.reviews = reviews.reviews
    sources.repeatedInspections = inspections.repeated
    sources.repeatedReviews = reviews.repeated
    return sources
  }

  // MARK: Kinds

  private mutating func readInspections(
    _ file: RecordFile, _ position: (Int) throws -> Void
  ) throws -> Int {
    let reader = AlimConfianceReader()
    return try file.forEachRecord(
      AlimConfianceReader.columns.preferring(mapping), required: AlimConfianceReader.required,
      position: position, refused: report
    ) { record in
      guard hasRoom(inspections.inspections.count, record) else { return false }
      if try inspections.add(reader.inspection(record)) { taken += 1 }
      return true
    }
  }

  private mutating func readReviews(
    _ file: RecordFile, _ position: (Int) throws -> Void
  ) throws -> Int {
    let columns = CustomerReviewReader.columns.preferring(PlaceReader.columns)
      .preferring(mapping)
    // An export of one place alone does not name it; the file usually does.
    let place = file.url.deletingPathExtension().lastPathComponent
    return try file.forEachRecord(
      columns, required: [CustomerReviewReader.Field.text], position: position, refused: report
    ) { record in
      guard hasRoom(reviews.reviews.count, record) else { return false }
      if case .array(let list)? = record.json(CustomerReviewReader.Field.reviews) {
        try addPlace(record, reviews: list)
      } else if try reviews.add(reviewReader.review(record, place: place)) {
        taken += 1
      }
      return true
    }
  }

  private mutating func readPlaces(
    _ file: RecordFile, _ position: (Int) throws -> Void
  ) throws -> Int {
    let reader = PlaceReader()
    return try file.forEachRecord(
      PlaceReader.columns.preferring(mapping), required: [PlaceReader.Field.name],
      position: position, refused: report
    ) { record in
      guard hasRoom(sources.places.count, record) else { return false }
      try add(reader.place(record))
      taken += 1
      return true
    }
  }

  private mutating func readLabels(
    _ file: RecordFile, _ position: (Int) throws -> Void
  ) throws -> Int {
    let reader = SanitaryLabelReader()
    return try file.forEachRecord(
      SanitaryLabelReader.columns.preferring(mapping), required: SanitaryLabelReader.required,
      position: position, refused: report
    ) { record in
      guard hasRoom(sources.labels.count, record) else { return false }
      sources.labels.append(try reader.label(record))
      taken += 1
      return true
    }
  }

  // MARK: Places

  /// A document about one place with the list of its reviews; a bad review costs only itself.
  private mutating func addPlace(
    _ record: FieldRecord, reviews list: [JSONValue]
  ) throws(FieldError) {
    let place = try PlaceReader().place(record)
    try add(place)
    var names = FieldNames(CustomerReviewReader.columns.preferring(mapping))
    for (index, value) in list.enumerated() {
      let object = JSONRecords.objects(in: value).first ?? [:]
      let item = FieldRecord(names.fields(of: object), file: record.file, line: index + 1)
      do {
        if try reviews.add(reviewReader.review(item, place: place.name)) { taken += 1 }
      } catch {
        refusedInside += 1
        report(item.refusal(error))
      }
    }
  }

  /// Reviews know their place by its name only, so two places of one name cannot be told apart.
  private mutating func add(_ place: ReviewedPlace) throws(FieldError) {
    guard let index = placesByName[place.name] else {
      placesByName[place.name] = sources.places.count
      sources.places.append(place)
      return
    }
    let known = sources.places[index]
    guard known.address == place.address || known.address.isEmpty || place.address.isEmpty else {
      throw FieldError(
        found: "\(place.name), \(place.address)",
        expected: LocalizedText(
          fr: "un nom de lieu unique (déjà : \(known.address))",
          en: "a unique name of a place (already: \(known.address))"))
    }
    if known.address.isEmpty { sources.places[index] = place }
  }

  private func hasRoom(_ count: Int, _ record: FieldRecord) -> Bool {
    guard count >= SourceReader.recordLimit else { return true }
    let limit = SourceReader.recordLimit
    report(
      Refusal(
        file: record.file, line: record.line, found: "> \(limit)",
        expected: LocalizedText(
          fr: "au plus \(limit) enregistrements (la suite du fichier n'est pas lue)",
          en: "at most \(limit) records (the rest of the file is not read)")))
    return false
  }
}
