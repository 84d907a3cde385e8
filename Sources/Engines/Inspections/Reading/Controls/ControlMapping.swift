import Foundation
import Review
import Tables
import Yams

/// Which columns of a table of past inspections hold what: asked once, kept in a YAML file.
///
/// ```yaml
/// id: Numero
/// date: Date
/// site: SIRET
/// label: Resultat
/// agent: Agent
/// latitude: Lat
/// longitude: Lon
/// numeric: [Surface]
/// categorical: [Activite]
/// severity: [Nombre de manquements]     # known only after the visit: used as history, never of the row itself
/// groups: [Exploitant, Adresse]         # whose past outcomes tell something
/// codes: Articles                       # list of codes, « ; » between them: used as history
/// rising: [Condamnations]               # numeric columns that can only raise the risk
/// history: {label: Autre colonne}       # what is named otherwise in the file of older inspections
/// ```
struct ControlMapping: Hashable, Sendable, Decodable {
  var id: String?
  var date: String?
  var site: String?
  var name: String?
  var label: String?
  var positive: [String]?
  var theme: String?
  var agent: String?
  var latitude: String?
  var longitude: String?
  var x: String?
  var y: String?
  var commune: String?
  var department: String?
  var followUp: String?
  var due: String?
  var repaired: String?
  var numeric: [String]?
  var categorical: [String]?
  var severity: [String]?
  var groups: [String]?
  var codes: String?
  var rising: [String]?
  var history: Overrides?

  /// What is named otherwise in the file of older inspections.
  struct Overrides: Hashable, Sendable, Decodable {
    var id: String?
    var date: String?
    var site: String?
    var label: String?
    var positive: [String]?
    var agent: String?
  }

  /// The largest size of a mapping file, in bytes.
  static let sizeLimit = 1 << 18
  /// The greatest number of columns of a kind.
  static let columnLimit = 400

  init() {}

  /// Reads a mapping file.
  ///
  /// - Throws: `EngineError.unreadable` naming the file and what is wrong.
  init(url: URL) throws {
    do {
      let data = try Data(contentsOf: url)
      guard data.count <= Self.sizeLimit else {
        throw Self.refusal(url, found: "\(data.count) B")
      }
      self = try YAMLDecoder().decode(
        ControlMapping.self, from: String(decoding: data, as: UTF8.self))
    } catch let error as EngineError {
      throw error
    } catch {
      throw Self.refusal(url, found: "\(error)")
    }
    let lists = [numeric, categorical, severity, groups]
    guard lists.allSatisfy({ ($0?.count ?? 0) <= Self.columnLimit }), date != nil, site != nil
    else {
      throw Self.refusal(url, found: "date: \(date ?? "–"), site: \(site ?? "–")")
    }
  }

  private static func refusal(_ url: URL, found: String) -> EngineError {
    .unreadable(
      Refusal(
        file: url.lastPathComponent, line: nil, found: found,
        expected: LocalizedText(
          fr: "un fichier de colonnes YAML (date, site, label…)",
          en: "a YAML file of columns (date, site, label…)")))
  }

  /// The mapping for the file of older inspections.
  var forHistory: ControlMapping {
    guard let history else { return self }
    var mapping = self
    mapping.id = history.id ?? id
    mapping.date = history.date ?? date
    mapping.site = history.site ?? site
    mapping.label = history.label ?? label
    mapping.positive = history.positive ?? positive
    mapping.agent = history.agent ?? agent
    return mapping
  }

  /// The names that columns usually have, with those that users told and those of this mapping put
  /// first.
  func names(own told: ColumnMapping) -> ColumnMapping {
    var names = Self.usual.preferring(told).names
    let own: [(String, String?)] = [
      (Field.id, id), (Field.date, date), (Field.site, site), (Field.name, name),
      (Field.label, label), (Field.theme, theme), (Field.agent, agent), (Field.latitude, latitude),
      (Field.longitude, longitude), (Field.x, x), (Field.y, y), (Field.commune, commune),
      (Field.department, department), (Field.followUp, followUp), (Field.due, due),
      (Field.repaired, repaired), (Field.codes, codes),
    ]
    // A mapping that names columns is complete: what it leaves out is not guessed.
    if date != nil || site != nil { names = [:] }
    for (field, column) in own { if let column { names[field] = [column] } }
    return ColumnMapping(names)
  }

  enum Field {
    static let id = "id"
    static let date = "date"
    static let site = "site"
    static let name = "name"
    static let label = "label"
    static let theme = "theme"
    static let agent = "agent"
    static let latitude = "latitude"
    static let longitude = "longitude"
    static let x = "x"
    static let y = "y"
    static let commune = "commune"
    static let department = "department"
    static let followUp = "followUp"
    static let due = "due"
    static let repaired = "repaired"
    static let codes = "codes"
  }

  /// The names that tables of controls usually give to their columns.
  static let usual = ColumnMapping([
    Field.id: ["numero_controle", "id_controle", "numero", "reference", "inspection_id", "id"],
    Field.date: ["date_controle", "date_inspection", "date_visite", "date"],
    Field.site: ["code_site", "siret", "code_icpe", "numero_inspection", "id_site", "site"],
    Field.name: ["nom_site", "raison_sociale", "exploitant", "nom_etablissement", "nom"],
    Field.label: ["resultat", "conformite", "outcome", "conclusion", "suite", "label"],
    Field.theme: ["theme", "thematique", "domaine", "theme_controle"],
    Field.agent: ["agent", "inspecteur", "controleur", "service"],
    Field.latitude: ["latitude", "lat"],
    Field.longitude: ["longitude", "lon", "lng"],
    Field.x: ["x", "coordonnee_x", "x_l93"],
    Field.y: ["y", "coordonnee_y", "y_l93"],
    Field.commune: ["commune", "libelle_commune"],
    Field.department: ["departement", "code_departement"],
    Field.followUp: ["suites", "suite_donnee", "suites_donnees"],
    Field.due: ["echeance", "date_echeance", "delai"],
    Field.repaired: ["date_regularisation", "regularise_le", "date_mise_conformite"],
  ])
}
