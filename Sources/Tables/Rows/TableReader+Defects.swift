import Review

extension TableReader {
  /// What a refusal shows of a row.
  func found(_ defect: RawRow.Defect, in row: RawRow) -> String {
    defect == .nul ? row.excerpt.replacingNUL : row.excerpt
  }

  /// What was expected instead of a defect.
  func expected(_ defect: RawRow.Defect, in row: RawRow, limits: TableLimits) -> LocalizedText {
    switch defect {
    case .width:
      LocalizedText(
        fr: "\(header.count) champs au lieu de \(row.ends.count) (ligne décalée)",
        en: "\(header.count) fields instead of \(row.ends.count) (shifted row)")
    default: Self.expected(defect, limits: limits)
    }
  }

  /// What was expected instead of a defect that does not depend on the header.
  static func expected(_ defect: RawRow.Defect, limits: TableLimits) -> LocalizedText {
    switch defect {
    case .unclosedQuote:
      LocalizedText(
        fr: "un guillemet fermant (ouvert sur cette ligne)",
        en: "a closing quote (opened on this line)")
    case .textAfterQuote:
      LocalizedText(
        fr: "un séparateur après le guillemet fermant (ouvert sur cette ligne)",
        en: "a delimiter after the closing quote (opened on this line)")
    case .nul: LocalizedText(fr: "une ligne sans octet nul", en: "a row without a NUL byte")
    case .longField:
      LocalizedText(
        fr: "des champs d'au plus \(ByteSize.text(limits.fieldBytes))",
        en: "fields of at most \(ByteSize.text(limits.fieldBytes))")
    case .longRow:
      LocalizedText(
        fr: "une ligne d'au plus \(ByteSize.text(limits.rowBytes))",
        en: "a row of at most \(ByteSize.text(limits.rowBytes))")
    case .manyFields, .width:
      LocalizedText(
        fr: "au plus \(limits.columnCount) colonnes", en: "at most \(limits.columnCount) columns")
    }
  }

  /// Refuses a file whose header cannot be used.
  static func check(
    header row: RawRow, file: String, limits: TableLimits
  ) throws(TableError) {
    guard let defect = row.defect else { return }
    let problem: TableError.Problem =
      switch defect {
      case .manyFields, .width: .tooManyColumns
      case .longField, .longRow: .tooLarge
      case .unclosedQuote, .textAfterQuote: .unclosedQuotes
      case .nul: .binary
      }
    throw TableError(
      problem,
      Refusal(
        file: file, line: row.line, found: row.excerpt.replacingNUL,
        expected: expected(defect, limits: limits)))
  }
}

extension String {
  /// NUL shown as its picture, because no screen shows the character.
  fileprivate var replacingNUL: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{2400}" : $0 }))
  }
}
