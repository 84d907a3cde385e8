import Crypto
import Foundation
import Review
import Tables

/// Reads a table of past inspections through a mapping.
struct ControlReader {
  private typealias Field = ControlMapping.Field

  let mapping: ControlMapping
  private let columns: ResolvedColumns
  private let numeric: [Int?]
  private let categories: [Int?]
  private let severities: [Int?]
  private let groups: [Int?]
  private let salt: String
  /// The columns that the mapping names and the file lacks: renamed, perhaps.
  let missing: [String]
  private var hashes: [String: String] = [:]

  /// The greatest number of codes of one control.
  private static let codeLimit = 100
  /// The greatest number of agents whose hash is remembered.
  private static let agentLimit = 100_000

  /// The places of the columns in a header.
  ///
  /// - Throws: `TableError` when date or site is missing; what else is missing counts as unknown.
  init(
    _ mapping: ControlMapping, own: ColumnMapping = ColumnMapping([:]), header: TableHeader,
    file: String, line: Int, salt: String
  ) throws(TableError) {
    self.mapping = mapping
    self.salt = salt
    columns = try mapping.names(own: own).resolve(
      in: header, file: file, line: line, required: [Field.date, Field.site])
    func places(_ names: [String]?) -> [Int?] { (names ?? []).map { header.index(of: $0) } }
    numeric = places(mapping.numeric)
    categories = places(mapping.categorical)
    severities = places(mapping.severity)
    groups = places(mapping.groups)
    missing = zip((mapping.numeric ?? []) + (mapping.categorical ?? []), numeric + categories)
      .filter { $0.1 == nil }.map(\.0)
  }

  /// Reads a row.
  ///
  /// - Parameter hidesOutcome: leaves out what was known only after the visit.
  mutating func control(_ row: TableRow, hidesOutcome: Bool = false) throws(FieldError) -> Control {
    guard let date = try FieldParser.date(row.text(columns[Field.date])) else {
      throw FieldError(found: "", expected: LocalizedText(fr: "une date", en: "a date"))
    }
    let site = row.text(columns[Field.site])
    guard !site.isEmpty else {
      throw FieldError(found: "", expected: LocalizedText(fr: "un site", en: "a site"))
    }
    let id = row.text(columns[Field.id])
    var control = Control(
      id: id.isEmpty ? "\(row.line)" : id, day: date.daysSinceEpoch, site: String(site.prefix(80)))
    try describe(row, &control)
    if !hidesOutcome { try conclude(row, &control) }
    return control
  }

  private mutating func describe(_ row: TableRow, _ control: inout Control) throws(FieldError) {
    control.name = row.text(columns[Field.name])
    control.theme = row.text(columns[Field.theme])
    control.agent = hash(row.text(columns[Field.agent]))
    control.commune = row.text(columns[Field.commune])
    control.department = row.text(columns[Field.department])
    control.location = try location(row)
    for place in numeric {
      control.numeric.append(try FieldParser.number(row.text(place)).map { Float($0) } ?? .nan)
    }
    for place in categories { control.categories.append(row.text(place)) }
    for place in groups { control.groups.append(Self.groupKey(row.text(place))) }
    control.file = row.file
    control.line = row.line
  }

  private func conclude(_ row: TableRow, _ control: inout Control) throws(FieldError) {
    let words = row.text(columns[Field.label])
    guard let level = OutcomeWords.level(words, positive: mapping.positive) else {
      throw FieldError(
        found: words,
        expected: LocalizedText(
          fr: "un résultat (conforme, non conforme, manquement, infraction, 0, 1…)",
          en: "an outcome (compliant, non-compliant, failing, offence, 0, 1…)"))
    }
    control.level = level
    control.words = words
    control.followUp = row.text(columns[Field.followUp])
    control.due = try FieldParser.date(row.text(columns[Field.due]))
    control.repaired = try FieldParser.date(row.text(columns[Field.repaired]))
    for place in severities {
      control.severities.append(try FieldParser.number(row.text(place)).map { Float($0) } ?? .nan)
    }
    control.codes = row.text(columns[Field.codes]).split(separator: ";").prefix(Self.codeLimit)
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private func location(_ row: TableRow) throws(FieldError) -> Coordinate? {
    if let place = try FieldParser.coordinate(
      latitude: row.text(columns[Field.latitude]), longitude: row.text(columns[Field.longitude]))
    {
      return place
    }
    guard let x = try FieldParser.number(row.text(columns[Field.x])),
      let y = try FieldParser.number(row.text(columns[Field.y]))
    else { return nil }
    return ProjectedPlace.place(x: x, y: y, projection: "")
  }

  /// The agent's name hashed, so that no file of the store names a colleague.
  private mutating func hash(_ agent: String) -> String {
    if agent.isEmpty { return "" }
    if let known = hashes[agent] { return known }
    let digest = SHA256.hash(data: Array((salt + "\u{0}" + agent).utf8))
    let text = Hexadecimal.string(Array(digest.prefix(8)))
    if hashes.count < Self.agentLimit { hashes[agent] = text }
    return text
  }

  /// A name or an address in capitals, without punctuation, so that spellings meet.
  static func groupKey(_ text: String) -> String {
    var key = ""
    var isSpaced = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if isSpaced, !key.isEmpty { key += " " }
        isSpaced = false
        key += scalar.properties.uppercaseMapping
      } else if scalar != "'" && scalar != "’" {
        isSpaced = true
      }
    }
    return key
  }
}
