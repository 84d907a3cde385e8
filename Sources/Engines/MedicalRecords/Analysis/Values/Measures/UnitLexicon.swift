import Language

/// Units of measurement with their UCUM codes.
enum UnitLexicon {
  /// A unit.
  struct Unit: Sendable, Hashable {
    /// The UCUM code.
    var ucum: String
    /// Whether a bare number with it is a dose rather than a result (mg, g).
    var isDose: Bool
  }

  static let table: [UInt64: Unit] = {
    let rows: [(String, String, Bool)] = [
      ("g/l", "g/L", false), ("t/l", "t/L", false), ("g/dl", "g/dL", false),
      ("mg/l", "mg/L", false),
      ("mg/dl", "mg/dL", false), ("µg/l ug/l mcg/l", "ug/L", false), ("ng/ml", "ng/mL", false),
      ("pg/ml", "pg/mL", false), ("µg/ml ug/ml", "ug/mL", false), ("ng/dl", "ng/dL", false),
      ("ng/l", "ng/L", false), ("µg/dl ug/dl", "ug/dL", false), ("g/24h", "g/(24.h)", false),
      ("mmol/l", "mmol/L", false), ("µmol/l umol/l mcmol/l", "umol/L", false),
      ("pmol/l", "pmol/L", false), ("nmol/l", "nmol/L", false), ("meq/l", "meq/L", false),
      ("mosm/kg", "mosm/kg", false), ("ui/l iu/l", "[IU]/L", false),
      ("u/l", "U/L", false), ("ui/ml iu/ml", "[IU]/mL", false), ("u/ml", "U/mL", false),
      ("ku/l", "k[IU]/L", false), ("mui/ml", "m[IU]/mL", false), ("mui/l", "m[IU]/L", false),
      ("µui/ml µu/ml", "u[IU]/mL", false),
      ("/mm3 /mm /mm³", "/mm3", false), ("/µl /ul", "/uL", false), ("/ml", "/mL", false),
      ("/l", "/L", false), ("mm3 mm³", "mm3", false), ("fl", "fL", false),
      ("mmhg mmgh cmhg", "mm[Hg]", false), ("bpm", "/min", false), ("kg", "kg", false),
      ("kg/m2 kg/m kg/m²", "kg/m2", false), ("g", "g", true), ("mg", "mg", true),
      ("µg ug mcg", "ug", true),
      ("cm", "cm", false), ("mm", "mm", false), ("m", "m", false), ("cm3 cm³ cc", "cm3", false),
      ("cm2 cm²", "cm2", false), ("ml", "mL", false), ("l", "L", false), ("dl", "dL", false),
      ("ml/min", "mL/min", false), ("ml/h", "mL/h", false), ("l/min", "L/min", false),
      ("ml/j ml/24h", "mL/d", false), ("ui u", "[IU]", true), ("mui", "10*6.[IU]", true),
      ("gy", "Gy", false), ("cgy", "cGy", false), ("ms millisecondes msec", "ms", false),
      ("°c °", "Cel", false), ("%", "%", false), ("kpa", "kPa", false), ("mbq", "MBq", true),
      ("battement/min battements/min batt/min cycle/min cycles/min cycles/mn", "/min", false),
      ("battements/mn cycles/minute battement/minute /min /mn /minute", "/min", false),
      ("mg/j mg/jour mg/kg mg/m2 mg/h g/j g/jour mg/kg/j µg/kg g/kg µg/h ug/h", "mg/d", true),
      ("ui/j ui/jour ui/kg", "[IU]/d", true), ("ha", "{HA}", false),
    ]
    var table: [UInt64: Unit] = [:]
    for (names, ucum, isDose) in rows {
      for name in names.split(separator: " ") {
        table[StableHash.of(name)] = Unit(ucum: ucum, isDose: isDose)
      }
    }
    return table
  }()

  /// A unit at a place of a text: what it is and the token after it.
  struct Reading {
    var unit: Unit
    var end: Int
  }

  private static let spoken: [UInt64: String] = Dictionary(
    uniqueKeysWithValues: [
      ("centimetre", "cm"), ("millimetre", "mm"), ("metre", "m"), ("gramme", "g"),
      ("kilogramme", "kg"), ("milligramme", "mg"), ("litre", "l"), ("millilitre", "ml"),
      ("degre", "°c"), ("battement", "battements/min"), ("cycle", "cycles/min"), ("kilo", "kg"),
    ].map { (WordStem.hash(Array($0.0.utf8)), $0.1) })

  /// Whether a unit begins at a token.
  static func isUnit(_ text: ClinicalText, _ index: Int) -> Bool { read(text, index) != nil }

  /// Reads the longest unit that begins at a token.
  static func read(_ text: ClinicalText, _ index: Int, glued: [UInt8] = []) -> Reading? {
    var bytes = glued
    var best: Reading?
    if !glued.isEmpty, let unit = table[hash(bytes)] { best = Reading(unit: unit, end: index) }
    var place = index
    while place < text.tokens.count, place - index < 7, bytes.count < 14 {
      if place > index, text.sentenceOfToken[place] != text.sentenceOfToken[index] { break }
      let token = text.tokens[place]
      // Only a slash or an exponent goes on after a blank: « mm 3 », « cycles / min ».
      if place > index || !glued.isEmpty, token.marks.contains(.spaced), !mayFollow(token, text) {
        break
      }
      if place == index, glued.isEmpty, token.kind == .word, let unit = spokenUnit(text, place) {
        return unit
      }
      append(token, text, &bytes)
      place += 1
      if let unit = table[hash(bytes)] { best = Reading(unit: unit, end: place) }
    }
    if glued.isEmpty, let unit = count(text, index, best) { best?.unit = unit }
    return best.map { withExponent($0, text) }
  }

  /// « G/L » counts cells in thousands of millions, « T/L » in millions of millions; « g/L » weighs.
  private static func count(_ text: ClinicalText, _ index: Int, _ best: Reading?) -> Unit? {
    guard best?.unit.ucum == "g/L" || best?.unit.ucum == "t/L" else { return nil }
    switch text.utf8[Int(text.tokens[index].byteBegin)] {
    case 0x47: return Unit(ucum: "10*9/L", isDose: false)
    case 0x54: return Unit(ucum: "10*12/L", isDose: false)
    default: return nil
    }
  }

  private static func mayFollow(_ token: Token, _ text: ClinicalText) -> Bool {
    text.utf8[Int(token.byteBegin)] == 0x2F
  }

  /// « mm 3 », « m 2 ».
  private static func withExponent(_ reading: Reading, _ text: ClinicalText) -> Reading {
    var reading = reading
    if reading.unit.ucum == "mL/min", let end = surface(after: reading.end, text) {
      return Reading(unit: Unit(ucum: "mL/min/{1.73_m2}", isDose: false), end: end)
    }
    if reading.end < text.tokens.count,
      reading.unit.ucum.hasSuffix("mm3")
        || reading.unit.ucum == "kg/m2" || reading.unit.ucum == "mL/min"
    {
      let byte = text.utf8[Int(text.tokens[reading.end].byteBegin)]
      if text.tokens[reading.end].foldedCount == 1, byte == 0x33 || byte == 0x32 {
        reading.end += 1
      }
    }
    return reading
  }

  /// « /1,73 m² » after a clearance: the token after it.
  private static func surface(after index: Int, _ text: ClinicalText) -> Int? {
    guard index + 2 < text.tokens.count,
      text.utf8[Int(text.tokens[index].byteBegin)] == 0x2F,
      text.foldedSlice(index + 1).starts(with: [0x31]),
      NumberWords.digits(text.foldedSlice(index + 1)) == 1.73,
      text.foldedSlice(index + 2).first == 0x6D
    else { return nil }
    let next = index + 3
    guard text.tokens[index + 2].foldedCount == 1, next < text.tokens.count,
      !text.tokens[next].marks.contains(.spaced),
      ["2", "²"].contains(text.string(next..<next + 1))
    else { return next }
    return next + 1
  }

  private static func append(_ token: Token, _ text: ClinicalText, _ bytes: inout [UInt8]) {
    for byte in text.utf8[Int(token.byteBegin)..<Int(token.byteEnd)] {
      bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    // Greek mu (U+03BC) as the micro sign (U+00B5), ordinal mark as degree.
    if let place = bytes.indices.dropLast().last(where: {
      bytes[$0] == 0xCE && bytes[$0 + 1] == 0xBC
    }) {
      bytes[place] = 0xC2
      bytes[place + 1] = 0xB5
    }
    if let place = bytes.indices.dropLast().last(where: {
      bytes[$0] == 0xC2 && bytes[$0 + 1] == 0xBA
    }) {
      bytes[place + 1] = 0xB0
    }
  }

  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash = StableHash()
    hash.combine(bytes)
    return hash.value
  }

  private static func spokenUnit(_ text: ClinicalText, _ index: Int) -> Reading? {
    guard let name = spoken[text.stems[index]], let unit = table[StableHash.of(name)] else {
      return nil
    }
    var end = index + 1
    // « battements par minute », « cycles / minute »
    if end + 1 < text.tokens.count, TimeLexicon.units[text.stems[end + 1]] != nil,
      text.tokens[end].hash == StableHash.of("par") || text.tokens[end].kind == .joiner
        || text.utf8[Int(text.tokens[end].byteBegin)] == 0x2F
    {
      end += 2
    }
    return Reading(unit: unit, end: end)
  }
}
