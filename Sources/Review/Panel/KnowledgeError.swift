/// Why a row of a knowledge table was refused.
public enum KnowledgeError: Error, Hashable, Sendable {
  /// A value is not of its column's type.
  case invalidValue(column: String, found: String, expected: LocalizedText)
  /// A required value is missing.
  case missingValue(column: String)
  /// The table has no such column.
  case unknownColumn(String)
  /// The panel has no such table.
  case unknownTable(String)

  /// The error as a sentence.
  public var message: LocalizedText {
    switch self {
    case .invalidValue(let column, let found, let expected):
      LocalizedText(
        fr: "colonne \(column) : « \(found) » trouvé, \(expected.fr) attendu",
        en: "column \(column): found “\(found)”, expected \(expected.en)")
    case .missingValue(let column):
      LocalizedText(
        fr: "colonne \(column) : une valeur est obligatoire", en: "column \(column): needs a value")
    case .unknownColumn(let column):
      LocalizedText(fr: "colonne inconnue : \(column)", en: "unknown column: \(column)")
    case .unknownTable(let table):
      LocalizedText(fr: "table inconnue : \(table)", en: "unknown table: \(table)")
    }
  }
}
