/// Codes of measuring stations, which spreadsheets strip of their leading zeros.
enum StationCode {
  /// The number of digits of a station of surface water.
  static let digits = 8

  /// The code with its zeros back when it is a number that lost them.
  static func normal(_ code: String) -> String {
    let isNumber = code.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard isNumber, (6..<digits).contains(code.utf8.count) else { return code }
    return String(repeating: "0", count: digits - code.utf8.count) + code
  }
}
