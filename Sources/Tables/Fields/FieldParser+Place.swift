import Review

extension FieldParser {
  /// A place written `latitude,longitude`, with or without a space; `;` or spaces may separate the
  /// two, and they may then have decimal commas.
  public static func coordinate(_ text: String) throws(FieldError) -> Coordinate? {
    guard let value = value(text) else { return nil }
    if value.utf8.count <= longestValue, let pair = pair(value), let latitude = decimal(pair.0),
      let longitude = decimal(pair.1),
      let place = Coordinate(latitude: latitude, longitude: longitude)
    {
      return place
    }
    throw FieldError(
      value, fr: "« latitude,longitude » en degrés", en: "“latitude,longitude” in degrees")
  }

  /// A place from two fields.
  public static func coordinate(
    latitude: String, longitude: String
  ) throws(FieldError) -> Coordinate? {
    guard let north = try number(latitude), let east = try number(longitude) else { return nil }
    if let place = Coordinate(latitude: north, longitude: east) { return place }
    throw FieldError("\(north),\(east)", fr: "des degrés sur Terre", en: "degrees on Earth")
  }

  /// The two halves, cut at `;`, else at a single comma, else at a space.
  private static func pair(_ value: String) -> (ArraySlice<UInt8>, ArraySlice<UInt8>)? {
    let bytes = value.utf8.filter { $0 != 0x28 && $0 != 0x29 && $0 != 0x5B && $0 != 0x5D }
    for separator in [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: " ")] {
      guard let place = bytes.firstIndex(of: separator) else { continue }
      guard !bytes[(place + 1)...].contains(separator) || separator == UInt8(ascii: " ")
      else { return nil }
      return (bytes[..<place], bytes[(place + 1)...])
    }
    return nil
  }

  private static func decimal(_ text: ArraySlice<UInt8>) -> Double? {
    let digits = text.drop { $0 == 0x20 }
    let number = digits.prefix { $0 != 0x20 }.map { $0 == 0x2C ? 0x2E : $0 }
    let isNumber = number.allSatisfy { byte in
      (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x2D || byte == 0x2B
    }
    guard isNumber, digits.dropFirst(number.count).allSatisfy({ $0 == 0x20 }) else { return nil }
    return Double(String(decoding: number, as: UTF8.self))
  }

  /// The identifier of an establishment: a 14-digit SIRET, kept as text, or the identifier that an
  /// authority gives to those without one (letters and digits, or more than 14 digits).
  ///
  /// A SIRET that a spreadsheet turned into a number (`3.02E+13`, or shorter for want of its
  /// leading zeros) is refused: it cannot be mended with certainty.
  public static func siret(_ text: String) throws(FieldError) -> String? {
    guard let value = value(text) else { return nil }
    let bytes = value.utf8.filter { $0 != 0x20 && $0 != 0xC2 && $0 != 0xA0 }
    let digits = bytes.count { (0x30...0x39).contains($0) }
    let letters = bytes.count { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    let isPlain = digits + letters == bytes.count && (8...20).contains(bytes.count) && digits > 0
    guard isPlain, letters > 0 || digits >= 14 else {
      throw FieldError(
        value, fr: "un SIRET de 14 chiffres, gardé comme texte",
        en: "a SIRET of 14 digits, kept as text")
    }
    return String(decoding: bytes, as: UTF8.self).uppercased()
  }

  /// A French postcode of five characters, its leading zero put back when a spreadsheet took it.
  ///
  /// Anything else is given back as it is written: foreign and placeholder codes (`000NR`) exist.
  public static func postcode(_ text: String) -> String {
    guard let value = value(text) else { return "" }
    return value.utf8.count == 4 && value.utf8.allSatisfy { (0x30...0x39).contains($0) }
      ? "0" + value : value
  }
}
