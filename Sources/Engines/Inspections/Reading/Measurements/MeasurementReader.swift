import Review
import Tables

/// Reads measurements from Hub'Eau (`analyse_pc`, 125 columns), Naïades (`Analyses.CSV`) and small
/// tables with some of the same columns.
struct MeasurementReader {
  enum Field {
    static let station = "station"
    static let name = "name"
    static let parameter = "parameter"
    static let date = "date"
    static let value = "value"
    static let unit = "unit"
    static let remark = "remark"
    static let remarkWords = "remarkWords"
    static let detection = "detection"
    static let quantification = "quantification"
    static let qualification = "qualification"
    static let support = "support"
    static let latitude = "latitude"
    static let longitude = "longitude"
  }

  static let columns = ColumnMapping([
    Field.station: ["code_station", "CdStationMesureEauxSurface", "station", "code_point"],
    Field.name: ["libelle_station", "LbStationMesureEauxSurface"],
    Field.parameter: ["code_parametre", "CdParametre", "parametre", "cdparametre"],
    Field.date: ["date_prelevement", "DatePrel", "date"],
    Field.value: ["resultat", "RsAna", "resultat_analyse", "valeur"],
    Field.unit: ["symbole_unite", "SymUniteMesure", "unite"],
    Field.remark: ["code_remarque", "CdRqAna"],
    Field.remarkWords: ["mnemo_remarque", "MnemoRqAna"],
    Field.detection: ["limite_detection", "LdAna"],
    Field.quantification: ["limite_quantification", "LqAna"],
    Field.qualification: ["code_qualification", "CdQualAna"],
    Field.support: ["code_support", "CdSupport"],
    Field.latitude: ["latitude"],
    Field.longitude: ["longitude"],
  ])

  static let required = [Field.station, Field.parameter, Field.date, Field.value]

  /// The SANDRE codes of supports that are not water (3 is water): sediment, biota.
  private static let waterSupport = 3
  /// The SANDRE code of a support that is not known: old rows of water carry it.
  private static let unknownSupport = 0
  /// The SANDRE code of a result found to be wrong.
  private static let wrongQualification = 2

  /// Whether rows without a result are kept as days to predict.
  var keepsBlanks = false
  private let places: [Int?]
  private var lastStation = ("", Int32(-1))
  private var lastDate = ("", Int32(0))
  private var lastUnit = ("", Int32(-1), Double?.none)

  private enum Place: Int, CaseIterable {
    case station, name, parameter, date, value, unit, remark, remarkWords, detection
    case quantification, qualification, support, latitude, longitude
  }

  private static let fields: [String] = [
    Field.station, Field.name, Field.parameter, Field.date, Field.value, Field.unit, Field.remark,
    Field.remarkWords, Field.detection, Field.quantification, Field.qualification, Field.support,
    Field.latitude, Field.longitude,
  ]

  init(_ columns: ResolvedColumns) { places = Self.fields.map { columns[$0] } }

  private func text(_ row: TableRow, _ place: Place) -> String { row.text(places[place.rawValue]) }

  /// Reads a row into the register; whether it was taken (rows on other supports than water, and
  /// results marked as wrong, are left aside without being errors).
  mutating func read(
    _ row: TableRow, into register: inout MeasurementRegister
  ) throws(FieldError) -> Bool {
    let support = text(row, .support)
    if !support.isEmpty, Int(support) != Self.waterSupport, Int(support) != Self.unknownSupport {
      return false
    }
    if Int(text(row, .qualification)) == Self.wrongQualification { return false }
    guard let parameter = Int32(text(row, .parameter)), parameter > 0 else {
      throw FieldError(
        found: text(row, .parameter),
        expected: LocalizedText(fr: "un code SANDRE de paramètre", en: "a SANDRE parameter code"))
    }
    let day = try day(text(row, .date))
    guard let reading = try value(row, parameter) else {
      if keepsBlanks {
        let station = try station(text(row, .station), &register)
        register.addBlank(station: station, parameter: parameter, day: day)
      }
      return false
    }
    let factor = try factor(text(row, .unit), parameter, &register)
    let value = reading.value * factor
    try check(value, parameter)
    let station = try station(text(row, .station), &register)
    register.add(
      Measurement(
        station: station, parameter: parameter, day: day, value: Float(value),
        censoring: reading.censoring))
    return true
  }

  private mutating func station(
    _ code: String, _ register: inout MeasurementRegister
  ) throws(FieldError) -> Int32 {
    if code == lastStation.0, lastStation.1 >= 0 { return lastStation.1 }
    guard !code.isEmpty, code.utf8.count <= 40 else {
      throw FieldError(
        found: code, expected: LocalizedText(fr: "un code de station", en: "a station code"))
    }
    lastStation = (code, register.number(of: StationCode.normal(code), written: code))
    return lastStation.1
  }

  private mutating func day(_ text: String) throws(FieldError) -> Int32 {
    if text == lastDate.0 { return lastDate.1 }
    guard let date = try FieldParser.date(text) else {
      throw FieldError(found: "", expected: LocalizedText(fr: "une date", en: "a date"))
    }
    lastDate = (text, date.daysSinceEpoch)
    return date.daysSinceEpoch
  }

  private func value(
    _ row: TableRow, _ parameter: Int32
  ) throws(FieldError) -> (value: Double, censoring: Censoring)? {
    let remark = text(row, .remark)
    if remark == "0" { return nil }
    var censoring =
      Int(remark).flatMap { Censoring(sandreCode: $0) }
      ?? Censoring(words: text(row, .remarkWords)) ?? Censoring.none
    var written = text(row, .value)
    if written.first == "<" || written.first == ">" {
      // Yearly files of drinking water give « <0,020 ».
      if censoring == .none {
        censoring = written.first == "<" ? .belowQuantification : .aboveSaturation
      }
      written = String(written.dropFirst().drop { $0 == " " || $0 == "=" })
    }
    var value = Double(written)
    if value == nil { value = try FieldParser.number(written) }
    let limit = try limit(row, censoring)
    // Some exports write 0 where the limit belongs.
    if censoring.isBelow, value == nil || value == 0, let limit { return (limit, censoring) }
    guard let value else { return nil }
    guard value >= 0 || parameter == 1301 else {
      throw FieldError(
        found: written, expected: LocalizedText(fr: "un résultat positif", en: "a positive result"))
    }
    return (value, censoring)
  }

  private func limit(_ row: TableRow, _ censoring: Censoring) throws(FieldError) -> Double? {
    guard censoring.isBelow else { return nil }
    let first: Place = censoring == .belowDetection ? .detection : .quantification
    let second: Place = censoring == .belowDetection ? .quantification : .detection
    if let limit = try FieldParser.number(text(row, first)), limit > 0 { return limit }
    return try FieldParser.number(text(row, second))
  }

  private mutating func factor(
    _ unit: String, _ parameter: Int32, _ register: inout MeasurementRegister
  ) throws(FieldError) -> Double {
    let factor: Double?
    if lastUnit.0 == unit, lastUnit.1 == parameter {
      factor = lastUnit.2
    } else {
      factor = SandreTable.parameters[parameter].map { $0.factor(ofUnit: unit) } ?? 1
      lastUnit = (unit, parameter, factor)
    }
    guard let known = SandreTable.parameters[parameter] else { return 1 }
    guard let factor else {
      if known.isSlip(unit) {
        register.countSlip(parameter, unit: unit)
        return 1
      }
      throw FieldError(
        found: unit,
        expected: LocalizedText(
          fr: "l'unité du paramètre \(parameter) (\(known.unit))",
          en: "the unit of parameter \(parameter) (\(known.unit))"))
    }
    if factor != 1 { register.countConversion(parameter, unit: unit) }
    return factor
  }

  private func check(_ value: Double, _ parameter: Int32) throws(FieldError) {
    guard let known = SandreTable.parameters[parameter], value > known.highest else { return }
    throw FieldError(
      found: "\(value) \(known.unit)",
      expected: LocalizedText(
        fr: "au plus \(known.highest) \(known.unit) (unité confondue ?)",
        en: "at most \(known.highest) \(known.unit) (another unit?)"))
  }

  /// The station as the row tells it, when it also gives its place.
  func station(of row: TableRow) throws(FieldError) -> Station? {
    let code = text(row, .station)
    guard !code.isEmpty else { return nil }
    var station = Station(code: StationCode.normal(code))
    station.name = text(row, .name)
    station.location = try FieldParser.coordinate(
      latitude: text(row, .latitude), longitude: text(row, .longitude))
    return station
  }
}
