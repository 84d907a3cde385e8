import Review

/// The tables that people fill to teach the panel.
enum ParcelsTables {
  static let zones = "zones"
  static let types = "types"
  static let properties = "properties"
  /// The weight of what lies in no zone.
  static let elsewhere = "hors zone"

  static let all = [zoneWeights, typeRules, zoneProperties]

  private static func row(_ values: KeyValuePairs<String, String>) -> KnowledgeRow {
    KnowledgeRow(
      key: values.first?.value ?? "",
      values: Dictionary(values.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    )
  }

  private static let zoneWeights = KnowledgeTable(
    name: zones, title: LocalizedText(fr: "Poids des zones", en: "Weights of zones"),
    columns: [
      .init(
        name: "category", title: LocalizedText(fr: "Catégorie", en: "Category"), type: .text,
        isRequired: true),
      .init(
        name: "weight", title: LocalizedText(fr: "Poids, 0 à 1", en: "Weight, 0 to 1"),
        type: .number(0...1), isRequired: true),
    ],
    editableBy: .supervisor,
    initialRows: [
      ("PPRi rouge", "1"), ("Risque fort", "1"), ("Natura 2000", "0.9"), ("APPB", "0.9"),
      ("ZNIEFF I", "0.8"), ("Zone A/N du PLU", "0.7"), ("ZNIEFF II", "0.6"), ("Autre zone", "0.5"),
      (elsewhere, "0.1"),
    ].map { row(["category": $0.0, "weight": $0.1]) })

  private static let typeRules = KnowledgeTable(
    name: types, title: LocalizedText(fr: "Types d'objets", en: "Types of objects"),
    columns: [
      .init(
        name: "type", title: LocalizedText(fr: "Type", en: "Type"), type: .text,
        isRequired: true),
      .init(
        name: "years", title: LocalizedText(fr: "Prescription, années", en: "Limitation, years"),
        type: .integer(1...30), isRequired: true),
      .init(
        name: "weight", title: LocalizedText(fr: "Poids, 0 à 1", en: "Weight, 0 to 1"),
        type: .number(0...1), isRequired: true),
    ],
    editableBy: .supervisor,
    initialRows: ObjectType.allCases.map {
      row([
        "type": $0.title.fr, "years": "6", "weight": $0 == .pool || $0 == .other ? "0.7" : "1",
      ])
    })

  private static let zoneProperties = KnowledgeTable(
    name: properties,
    title: LocalizedText(fr: "Propriétés des fichiers de zones", en: "Properties of zone files"),
    columns: [
      .init(
        name: "property", title: LocalizedText(fr: "Propriété du fichier", en: "File's property"),
        type: .text, isRequired: true),
      .init(
        name: "field", title: LocalizedText(fr: "Champ", en: "Field"),
        type: .choice(PropertyMapping.fields), isRequired: true),
    ],
    editableBy: .agent)
}
