import Foundation

/// Compares column names as people write them.
public enum ColumnName {
  /// A name in lower case without accents, spaces or punctuation: « Date de l'avis » and
  /// `date_de_lavis` have the same key.
  public static func key(_ name: String) -> String {
    var key = ""
    for scalar in name.decomposedStringWithCompatibilityMapping.unicodeScalars {
      switch scalar {
      case "œ", "Œ": key += "oe"
      case "æ", "Æ": key += "ae"
      default:
        guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        else { continue }
        key += scalar.properties.lowercaseMapping
      }
    }
    return key
  }
}
