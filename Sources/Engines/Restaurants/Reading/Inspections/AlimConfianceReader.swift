import Language
import Review
import Tables

/// Turns records of Alim'confiance exports into inspections.
///
/// Reads the exports of 2017 (`Adresse_2_UA`), those since 2018 (`ods_adresse`, `filtre`…) and the
/// JSON of the interface (lower case, activities as a list, `geores` as an object).
struct AlimConfianceReader {
  /// Names of the fields.
  enum Field {
    static let number = "number"
    static let siret = "siret"
    static let name = "name"
    static let address = "address"
    static let postcode = "postcode"
    static let commune = "commune"
    static let activity = "activity"
    static let outcome = "outcome"
    static let date = "date"
    static let approval = "approval"
    static let location = "location"
  }

  /// The columns of the exports, newest first.
  static let columns = ColumnMapping([
    Field.number: ["Numero_inspection"],
    Field.siret: ["SIRET"],
    Field.name: ["APP_Libelle_etablissement"],
    Field.address: ["ods_adresse", "Adresse_2_UA"],
    Field.postcode: ["Code_postal"],
    Field.commune: ["Libelle_commune"],
    Field.activity: ["APP_Libelle_activite_etablissement"],
    Field.outcome: ["Synthese_eval_sanit", "app_code_synthese_eval_sanit"],
    Field.date: ["Date_inspection"],
    Field.approval: ["Agrement"],
    Field.location: ["geores"],
  ])

  /// The columns without which nothing can be ranked; the outcome may be missing (a list to be
  /// predicted).
  static let required = [Field.name, Field.activity]

  /// The inspection of a record.
  ///
  /// - Throws: `FieldError` when a column holds what it should not: the row is then shifted or
  ///   damaged, and none of its other values can be trusted.
  func inspection(_ record: FieldRecord) throws(FieldError) -> Inspection {
    let number = record.label(Field.number)
    var inspection = Inspection(number: number, file: record.file, line: record.line)
    inspection.outcome = try OutcomeText.outcome(record.text(Field.outcome))
    inspection.date = try FieldParser.date(record.text(Field.date))
    inspection.siret = try FieldParser.siret(record.text(Field.siret))
    inspection.name = record.label(Field.name)
    inspection.location = try location(record)
    inspection.address = record.label(Field.address)
    inspection.postcode = FieldParser.postcode(record.text(Field.postcode))
    inspection.commune = record.label(Field.commune)
    inspection.approval = record.label(Field.approval)
    inspection.activities = activities(record)
    guard inspection.siret != nil || !inspection.name.isEmpty else {
      throw FieldError(
        found: number,
        expected: LocalizedText(
          fr: "un SIRET ou un nom d'établissement", en: "a SIRET or an establishment's name"))
    }
    return inspection
  }

  /// A list of JSON, or texts joined by a vertical bar.
  private func activities(_ record: FieldRecord) -> [String] {
    if case .array(let elements)? = record.json(Field.activity) {
      return elements.map { $0.text.collapsed }.filter { !$0.isEmpty }
    }
    let text = record.label(Field.activity)
    guard text.utf8.contains(0x7C) else { return text.isEmpty ? [] : [text] }
    var activities: [String] = []
    for part in text.split(separator: "|") {
      let activity = String(part).collapsed
      if !activity.isEmpty, !activities.contains(activity) { activities.append(activity) }
    }
    return activities
  }

  private func location(_ record: FieldRecord) throws(FieldError) -> Coordinate? {
    let place: Coordinate?
    switch record.json(Field.location) {
    case .object(let members)?:
      place = try FieldParser.coordinate(
        latitude: members["lat"]?.text ?? "", longitude: members["lon"]?.text ?? "")
    case .array(let pair)? where pair.count == 2:
      place = try FieldParser.coordinate(latitude: pair[0].text, longitude: pair[1].text)
    default:
      place = try FieldParser.coordinate(record.text(Field.location))
    }
    // Geocoders write 0,0 for what they did not find.
    return place?.latitude == 0 && place?.longitude == 0 ? nil : place
  }
}

extension String {
  /// The text with runs of white space as one space and none around it.
  var collapsed: String { withSingleSpaces }
}
