import Review

/// Which property of a zone's file says what: names differ between INPN, DREAL and communes.
struct PropertyMapping: Sendable {
  /// Fields that questions about unknown columns may name.
  static let fields = ["code", "nom", "categorie"]

  private var names: [String: [String]] = [
    "code": ["SITECODE", "ID_MNHN", "CODE", "IDZONE", "code", "id"],
    "nom": ["SITENAME", "NOM_SITE", "NOM", "LIBELLE", "nom", "name", "libelle"],
    "categorie": ["CATEGORIE", "TYPEZONE", "TYPE", "categorie", "category", "type"],
  ]

  /// The usual names, preceded by those that a knowledge table gives.
  init(_ rows: [KnowledgeRow] = []) {
    for row in rows {
      guard let field = row.values["field"], let property = row.values["property"],
        names[field] != nil
      else { continue }
      names[field]?.insert(property, at: 0)
    }
  }

  /// The value of a field among properties.
  func text(_ field: String, _ value: (String) -> String) -> String {
    for name in names[field] ?? [] {
      let found = value(name)
      if !found.isEmpty { return found }
    }
    return ""
  }

  /// The category that a property or a file's name stands for.
  static func category(_ text: String, file: String) -> String {
    // The longer marks come first: « type II » holds « type I ».
    let known: [(String, [String])] = [
      ("PPRi rouge", ["ppri", "inond", "zi_", "zone rouge"]),
      ("Natura 2000", ["natura", "n2000", "zps", "zsc"]), ("APPB", ["appb", "biotope"]),
      (
        "ZNIEFF II",
        [
          "znieff2", "znieff_2", "znieff ii", "znieff de type ii", "znieff type ii",
          "znieff type 2",
          "znieff de type 2",
        ]
      ),
      ("ZNIEFF I", ["znieff"]), ("Risque fort", ["zrf", "risque"]),
      ("Zone A/N du PLU", ["plu", "zenaf", "agricole", "naturelle"]),
    ]
    for source in [text.lowercased(), file.lowercased()] where !source.isEmpty {
      for (category, marks) in known where marks.contains(where: { source.contains($0) }) {
        return category
      }
    }
    return text.isEmpty ? "Autre zone" : text
  }
}
