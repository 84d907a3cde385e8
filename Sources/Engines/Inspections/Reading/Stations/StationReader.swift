import Review
import Tables

/// Reads stations: Hub'Eau `station_pc` (48 columns) and Naïades `Stations.CSV`.
struct StationReader {
  enum Field {
    static let code = "code"
    static let name = "name"
    static let latitude = "latitude"
    static let longitude = "longitude"
    static let x = "x"
    static let y = "y"
    static let projection = "projection"
    static let commune = "commune"
    static let department = "department"
    static let course = "course"
    static let courseName = "courseName"
    static let waterBody = "waterBody"
    static let basin = "basin"
    static let altitude = "altitude"
  }

  static let columns = ColumnMapping([
    Field.code: ["code_station", "CdStationMesureEauxSurface"],
    Field.name: ["libelle_station", "LbStationMesureEauxSurface"],
    Field.latitude: ["latitude"],
    Field.longitude: ["longitude"],
    Field.x: ["coordonnee_x", "CoordXStationMesureEauxSurface"],
    Field.y: ["coordonnee_y", "CoordYStationMesureEauxSurface"],
    Field.projection: ["code_projection", "CdProjStationMesureEauxSurface", "libelle_projection"],
    Field.commune: ["libelle_commune", "LbCommune"],
    Field.department: ["code_departement", "CdDepartement"],
    Field.course: ["code_cours_eau", "CdTronconHydrographique", "CdCoursdEau"],
    Field.courseName: ["nom_cours_eau", "NomCoursdEau"],
    Field.waterBody: ["code_masse_deau", "CdMasseDEau"],
    Field.basin: ["code_eu_sous_bassin", "CdEuSsBassinDCEAdmin"],
    Field.altitude: ["altitude_point_caracteristique", "AltitudePointCaracteristique"],
  ])

  static let required = [Field.code]

  let columns: ResolvedColumns

  /// Reads a row.
  func station(_ row: TableRow) throws(FieldError) -> Station {
    let code = row.text(columns[Field.code])
    guard !code.isEmpty, code.utf8.count <= 40 else {
      throw FieldError(
        found: code, expected: LocalizedText(fr: "un code de station", en: "a station code"))
    }
    var station = Station(code: StationCode.normal(code))
    station.name = row.text(columns[Field.name])
    station.commune = row.text(columns[Field.commune])
    station.department = row.text(columns[Field.department])
    station.course = row.text(columns[Field.course])
    station.courseName = row.text(columns[Field.courseName])
    station.waterBody = row.text(columns[Field.waterBody])
    station.basin = row.text(columns[Field.basin])
    station.altitude = try FieldParser.number(row.text(columns[Field.altitude]))
    station.location = try location(row)
    station.file = row.file
    station.line = row.line
    return station
  }

  private func location(_ row: TableRow) throws(FieldError) -> Coordinate? {
    if let place = try FieldParser.coordinate(
      latitude: row.text(columns[Field.latitude]), longitude: row.text(columns[Field.longitude]))
    {
      return place
    }
    guard let x = try FieldParser.number(row.text(columns[Field.x])),
      let y = try FieldParser.number(row.text(columns[Field.y])), x != 0 || y != 0
    else { return nil }
    return ProjectedPlace.place(x: x, y: y, projection: row.text(columns[Field.projection]))
  }
}
