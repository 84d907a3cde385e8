extension KnowledgeTable {
  /// The name of the table in which a panel keeps what its users' own columns mean.
  public static let columnsName = "columns"
  /// The column of that table with the name of a file's column.
  public static let columnColumn = "column"
  /// The column of that table with the name of the field.
  public static let fieldColumn = "field"

  /// The table that says which field each of the users' own columns holds.
  public static func columns(_ fields: [ColumnQuestion.Field]) -> KnowledgeTable {
    KnowledgeTable(
      name: columnsName,
      title: LocalizedText(fr: "Colonnes de vos fichiers", en: "Columns of your files"),
      columns: [
        Column(
          name: columnColumn, title: LocalizedText(fr: "Colonne", en: "Column"), type: .text,
          isRequired: true),
        Column(
          name: fieldColumn, title: LocalizedText(fr: "Champ", en: "Field"),
          type: .choice(fields.map(\.name)), isRequired: true),
      ],
      editableBy: .agent)
  }
}
