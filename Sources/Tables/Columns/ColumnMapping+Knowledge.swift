import Review

extension ColumnMapping {
  /// The mapping that users wrote into a panel's table `columns`.
  public init(rows: [KnowledgeRow]) {
    var names: [String: [String]] = [:]
    for row in rows {
      guard let column = row.values[KnowledgeTable.columnColumn],
        let field = row.values[KnowledgeTable.fieldColumn]
      else { continue }
      names[field, default: []].append(column)
    }
    self.init(names)
  }

  /// The mapping that an answer to a column question is, by column.
  public init(answer: [String: String]) {
    var names: [String: [String]] = [:]
    for (column, field) in answer.sorted(by: { $0.key < $1.key }) {
      names[field, default: []].append(column)
    }
    self.init(names)
  }
}
