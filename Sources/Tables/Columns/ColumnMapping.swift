import Review

/// Which columns of a file hold which fields, by names and other names the same field is known by.
///
/// An engine declares its usual names; a user's own mapping, saved as JSON
/// (`{"date": ["Date avis"], "rating": ["Etoiles"]}`), goes before them.
public struct ColumnMapping: Sendable, Equatable, Codable {
  /// The names a field's column may have, preferred first, by field.
  public var names: [String: [String]]

  /// Makes a mapping.
  public init(_ names: [String: [String]]) { self.names = names }

  /// Reads the plain JSON object.
  public init(from decoder: any Decoder) throws {
    names = try decoder.singleValueContainer().decode([String: [String]].self)
  }

  /// Writes the plain JSON object.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(names)
  }

  /// This mapping with another's names tried first.
  public func preferring(_ other: ColumnMapping) -> ColumnMapping {
    ColumnMapping(names.merging(other.names) { own, preferred in preferred + own })
  }

  /// The fields found in a header, each with the one column that was recognised: what a user may
  /// look at, correct and save.
  public func guess(from header: TableHeader) -> ColumnMapping {
    ColumnMapping(
      names.compactMapValues { candidates in
        index(of: candidates, in: header).map { [header.names[$0]] }
      })
  }

  /// How many of the fields a header has.
  public func matches(_ header: TableHeader) -> Int { guess(from: header).names.count }

  /// The places of the fields in a header.
  ///
  /// - Throws: `TableError` naming the missing fields and the columns found, or the column name
  ///   that stands twice.
  public func resolve(
    in header: TableHeader, file: String, line: Int = 1, required: [String] = []
  ) throws(TableError) -> ResolvedColumns {
    let missing = required.filter { index(of: names[$0] ?? [], in: header) == nil }
    guard missing.isEmpty else {
      let wanted = missing.map { (names[$0] ?? [$0]).first ?? $0 }.joined(separator: ", ")
      throw TableError(
        .columns, file: file, line: line, found: header.names.joined(separator: " | "),
        fr: "colonne(s) \(wanted)", en: "column(s) \(wanted)")
    }
    var places: [String: Int] = [:]
    for (field, candidates) in names {
      guard let place = index(of: candidates, in: header) else { continue }
      guard !header.duplicates.contains(header.names[place]) else {
        throw TableError(
          .columns, file: file, line: line, found: header.names[place],
          fr: "une seule colonne de ce nom", en: "only one column of this name")
      }
      places[field] = place
    }
    return ResolvedColumns(places)
  }

  private func index(of candidates: [String], in header: TableHeader) -> Int? {
    for candidate in candidates {
      if let place = header.index(of: candidate) { return place }
    }
    return nil
  }
}
