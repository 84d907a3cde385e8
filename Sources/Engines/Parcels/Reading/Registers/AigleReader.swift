import Foundation
import Imagery
import Review
import Tables

/// Reads Aigle's export of fifteen columns.
enum AigleReader {
  static let marks = ["Statut de validation", "x", "y"]

  static func isAigle(_ header: TableHeader) -> Bool {
    marks.allSatisfy { header.index(of: $0) != nil }
  }

  /// The rows; those without a place are refused.
  static func read(_ url: URL, refused: @escaping (Refusal) -> Void) throws -> [AigleRow] {
    let reader = try TableReader(url: url, refused: refused)
    var rows: [AigleRow] = []
    while let row = try reader.next() {
      guard let x = number(row["x"]), let y = number(row["y"]), let place = place(x, y) else {
        reader.refuse(
          row, found: "\(row["x"] ?? ""), \(row["y"] ?? "")",
          expected: LocalizedText(fr: "un lieu en France", en: "a place in France"))
        continue
      }
      let (isReal, isIrregular) = status(row["Statut de validation"] ?? "")
      rows.append(
        AigleRow(
          number: row["Object n°"] ?? row["Objet n°"] ?? "", place: place, isReal: isReal,
          isIrregular: isIrregular, type: row["Type"] ?? ""))
    }
    return rows
  }

  private static func number(_ text: String?) -> Double? {
    text.flatMap { Double($0.map { $0 == "," ? "." : String($0) }.joined()) }
  }

  private static func place(_ x: Double, _ y: Double) -> GroundPoint? {
    if abs(x) <= 180, abs(y) <= 90 {
      return Coordinate(latitude: y, longitude: x).map { Lambert93.point($0) }
    }
    let point = GroundPoint(east: x, north: y)
    return Lambert93.coordinate(point) == nil ? nil : point
  }

  /// « Légal » says that the object is real and that it is no offence: the two are kept apart.
  static func status(_ text: String) -> (isReal: Bool?, isIrregular: Bool?) {
    switch text.lowercased() {
    case "invalidé", "invalide": (false, nil)
    case "légal", "legal": (true, false)
    case "illégal", "illegal": (true, true)
    case "suspect": (true, nil)
    default: (nil, nil)
    }
  }
}
