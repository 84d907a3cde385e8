import Review
import Tables

/// Reads the yearly files of drinking water (SISE-Eaux): samples with their conclusions, results.
///
/// A network stands for a station; a sample that does not meet a limit or a reference of quality is a
/// non-conformity under the theme « eau potable ».
struct DrinkingWater: Sendable {
  private struct Sample: Sendable {
    var network: String
    var day: Int32
    var name: String
    var commune: String
    var department: String
    var isBad: Bool
    var words: String
    var file: String
    var line: Int
  }

  private var samples: [String: Sample] = [:]
  private var order: [String] = []

  /// The theme of these controls.
  static let theme = "eau potable"
  private static let limit = 2_000_000

  private static let sampleColumns = ColumnMapping([
    "reference": ["referenceprel"], "network": ["cdreseau", "cdreseauamont"],
    "date": ["dateprel"], "commune": ["nomcommuneprinc", "nomcommune"],
    "department": ["cddept"], "name": ["nomreseau"],
    "conclusion": ["conclusionprel"],
    "bacteria": ["plvconformitebacterio"], "chemistry": ["plvconformitechimique"],
    "bacteriaReference": ["plvconformitereferencebact"],
    "chemistryReference": ["plvconformitereferencechim"],
  ])

  private static let resultColumns = ColumnMapping([
    "reference": ["referenceprel"], "parameter": ["cdparametre", "cdparametresiseeaux"],
    "words": ["rqana"], "value": ["valtraduite"],
    "unit": ["cdunitereferencesiseeaux"], "unitCode": ["cdunitereference"],
  ])

  /// Reads `DIS_PLV`; how many samples were taken. One sample may stand under several networks: the
  /// first is kept.
  mutating func readSamples(_ table: TableReader) throws -> Int {
    let columns = try Self.sampleColumns.resolve(
      in: table.header, file: table.file, line: table.headerLine,
      required: ["reference", "network", "date"])
    var taken = 0
    while let row = try table.next() {
      do {
        if try add(row, columns) { taken += 1 }
      } catch {
        table.refuse(row, error)
      }
    }
    return taken
  }

  private mutating func add(_ row: TableRow, _ columns: ResolvedColumns) throws(FieldError) -> Bool
  {
    let reference = row.text(columns["reference"])
    guard !reference.isEmpty, let date = try FieldParser.date(row.text(columns["date"])) else {
      throw FieldError(
        found: reference,
        expected: LocalizedText(fr: "une référence et une date", en: "a reference and a date"))
    }
    guard samples[reference] == nil, samples.count < Self.limit else { return false }
    let flags = ["bacteria", "chemistry", "bacteriaReference", "chemistryReference"]
    let isBad = flags.contains { row.text(columns[$0]).uppercased() == "N" }
    samples[reference] = Sample(
      network: row.text(columns["network"]), day: date.daysSinceEpoch,
      name: row.text(columns["name"]), commune: row.text(columns["commune"]),
      department: Self.department(row.text(columns["department"])), isBad: isBad,
      words: String(row.text(columns["conclusion"]).prefix(300)), file: row.file, line: row.line)
    order.append(reference)
    return true
  }

  /// « 013 » is the département 13.
  private static func department(_ code: String) -> String {
    code.utf8.count == 3 && code.hasPrefix("0") ? String(code.dropFirst()) : code
  }

  /// Reads `DIS_RESULT`; how many results were taken.
  func readResults(_ table: TableReader, into sources: inout InspectionSources) throws -> Int {
    let columns = try Self.resultColumns.resolve(
      in: table.header, file: table.file, line: table.headerLine,
      required: ["reference", "parameter"])
    var taken = 0
    while let row = try table.next() {
      do {
        if try add(row, columns, &sources) { taken += 1 }
      } catch {
        table.refuse(row, error)
      }
    }
    return taken
  }

  private func add(
    _ row: TableRow, _ columns: ResolvedColumns, _ sources: inout InspectionSources
  ) throws(FieldError) -> Bool {
    guard let sample = samples[row.text(columns["reference"])] else {
      throw FieldError(
        found: row.text(columns["reference"]),
        expected: LocalizedText(
          fr: "un prélèvement du fichier DIS_PLV", en: "a sample of the file DIS_PLV"))
    }
    guard let parameter = Int32(row.text(columns["parameter"])) else { return false }
    guard let reading = try Self.value(row, columns) else { return false }
    let factor = try Self.factor(row, columns, parameter, &sources.measurements)
    sources.measurements.add(
      Measurement(
        station: sources.measurements.number(of: sample.network), parameter: parameter,
        day: sample.day, value: Float(reading.value * factor), censoring: reading.censoring))
    return true
  }

  /// The factor of the unit's symbol; some years give SANDRE numbers instead, which say no more than
  /// the parameter does. A unit that is not known is an error only where a threshold is compared.
  private static func factor(
    _ row: TableRow, _ columns: ResolvedColumns, _ parameter: Int32,
    _ register: inout MeasurementRegister
  ) throws(FieldError) -> Double {
    let symbol = [row.text(columns["unit"]), row.text(columns["unitCode"])].first {
      !$0.isEmpty && Int($0) == nil
    }
    guard let symbol, let known = SandreTable.parameters[parameter] else { return 1 }
    if let factor = known.factor(ofUnit: symbol) {
      if factor != 1 { register.countConversion(parameter, unit: symbol) }
      return factor
    }
    if known.isSlip(symbol) {
      register.countSlip(parameter, unit: symbol)
      return 1
    }
    guard known.threshold != nil else { return 1 }
    throw FieldError(
      found: symbol,
      expected: LocalizedText(
        fr: "l'unité du paramètre \(parameter) (\(known.unit))",
        en: "the unit of parameter \(parameter) (\(known.unit))"))
  }

  /// `valtraduite` is 0 where the value is below a limit, which only `rqana` tells: « <0,020 ».
  private static func value(
    _ row: TableRow, _ columns: ResolvedColumns
  ) throws(FieldError) -> (value: Double, censoring: Censoring)? {
    let words = row.text(columns["words"])
    if words.first == "<" || words.first == ">" {
      let censoring: Censoring = words.first == "<" ? .belowQuantification : .aboveSaturation
      let written = words.dropFirst().drop { $0 == "=" || $0 == " " }
      guard let value = try FieldParser.number(String(written)), value >= 0 else { return nil }
      return (value, censoring)
    }
    guard let value = try FieldParser.number(row.text(columns["value"])), value >= 0 else {
      return nil
    }
    return (value, .none)
  }

  /// The samples as controls of their networks.
  func controls() -> [Control] {
    order.compactMap { reference in
      guard let sample = samples[reference] else { return nil }
      var control = Control(id: reference, day: sample.day, site: sample.network)
      // One company serves many networks: its name would tell none of them from the others.
      control.name = sample.name.isEmpty ? "réseau \(sample.network)" : sample.name
      control.theme = Self.theme
      control.level = sample.isBad ? .failing : .compliant
      control.words = sample.words
      control.commune = sample.commune
      control.department = sample.department
      control.file = sample.file
      control.line = sample.line
      return control
    }
  }
}
