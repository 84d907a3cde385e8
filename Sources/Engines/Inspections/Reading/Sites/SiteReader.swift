import Review
import Tables

/// Reads Géorisques lists of classified installations (ICPE) and its JSON of one or many.
struct SiteReader {
  enum Field {
    static let code = "code"
    static let name = "name"
    static let siret = "siret"
    static let postcode = "postcode"
    static let commune = "commune"
    static let department = "department"
    static let regime = "regime"
    static let seveso = "seveso"
    static let state = "state"
    static let priority = "priority"
    static let ied = "ied"
    static let activity = "activity"
    static let x = "x"
    static let y = "y"
    static let projection = "projection"
    static let latitude = "latitude"
    static let longitude = "longitude"
    static let last = "last"
  }

  static let columns = ColumnMapping([
    Field.code: [
      "Numéro d'inspection", "numInspection", "idInst", "codeAIOT", "code_icpe", "code_site",
    ],
    Field.name: ["Nom établissement", "nomInst", "raisonSociale", "nom_ets", "nom_site"],
    Field.siret: ["codeSiret", "siret"],
    Field.postcode: ["Code postal", "codePostal", "code_postal"],
    Field.commune: ["Commune", "communeInst"],
    Field.department: ["Département", "departementInst"],
    Field.regime: ["Régime en vigueur", "regimeInst", "regime"],
    Field.seveso: ["Statut SEVESO", "statutInst", "statutSeveso", "seveso"],
    Field.state: ["Etat d'activité", "etatActiviteInst", "etatActivite"],
    Field.priority: ["Priorité nationale", "prioNational", "prioriteNationale"],
    Field.ied: ["IED-MTD", "ied"],
    Field.activity: ["activiteInst", "activite", "libelleNaf"],
    Field.x: ["x", "coordonneeXAIOT"],
    Field.y: ["y", "coordonneeYAIOT"],
    Field.projection: ["systProj", "systemeCoordonneesAIOT"],
    Field.latitude: ["latitude"],
    Field.longitude: ["longitude"],
    Field.last: ["derInspection", "derniere_inspection"],
  ])

  static let required = [Field.code, Field.name]

  /// Reads a record by a function that gives its fields.
  static func site(
    file: String, line: Int, _ text: (String) -> String
  ) throws(FieldError) -> Site {
    let code = text(Field.code)
    guard !code.isEmpty, code.utf8.count <= 40 else {
      throw FieldError(
        found: code, expected: LocalizedText(fr: "un numéro d'installation", en: "a site number"))
    }
    var site = Site(code: code)
    site.name = text(Field.name)
    site.otherCode = text(Field.siret)
    site.commune = text(Field.commune)
    let postcode = FieldParser.postcode(text(Field.postcode))
    site.department = department(postcode: postcode, name: text(Field.department))
    site.regime = text(Field.regime)
    site.seveso = text(Field.seveso)
    site.state = text(Field.state)
    site.isPriority = isYes(text(Field.priority))
    site.isIED = isYes(text(Field.ied))
    site.activity = text(Field.activity)
    site.lastInspection = try FieldParser.date(text(Field.last))
    site.location = try location(text)
    site.file = file
    site.line = line
    return site
  }

  private static func department(postcode: String, name: String) -> String {
    if postcode.utf8.count == 5 {
      return String(postcode.prefix(postcode.hasPrefix("97") ? 3 : 2))
    }
    return name
  }

  private static func isYes(_ text: String) -> Bool {
    ["oui", "1", "true", "yes"].contains(text.lowercased())
  }

  private static func location(_ text: (String) -> String) throws(FieldError) -> Coordinate? {
    if let place = try FieldParser.coordinate(
      latitude: text(Field.latitude), longitude: text(Field.longitude))
    {
      return place
    }
    guard let x = try FieldParser.number(text(Field.x)),
      let y = try FieldParser.number(text(Field.y))
    else { return nil }
    return ProjectedPlace.place(x: x, y: y, projection: text(Field.projection))
  }

  /// Reads the headings of a « situation » JSON: what one site is allowed to do.
  static func heading(_ value: JSONValue) -> String? {
    guard let code = value["codeNomenclature"]?.text, !code.isEmpty else { return nil }
    let letter = value["alinea"]?.text ?? ""
    return letter.isEmpty ? code : "\(code)-\(letter)"
  }
}
