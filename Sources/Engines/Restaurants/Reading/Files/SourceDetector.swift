import Foundation
import Review
import Tables

/// Finds out what a source file holds, from its header or its first record.
struct SourceDetector {
  /// The user's own names of columns, tried first.
  let mapping: ColumnMapping

  /// The kind of a file.
  ///
  /// - Throws: `TableError` when the file cannot be read, or naming the columns when they fit no
  ///   kind.
  func kind(of file: RecordFile) throws(TableError) -> SourceKind {
    let names = try file.names()
    if let kind = kind(ofColumns: names) { return kind }
    throw TableError(
      .columns,
      Refusal(
        file: file.url.lastPathComponent, line: nil, found: names.joined(separator: " | "),
        expected: LocalizedText(
          fr: "les colonnes d'un export Alim'confiance (SIRET, Synthese_eval_sanit…), d'avis "
            + "(texte, note, date…), de lieux (nom, adresse…) ou d'étiquettes (id_avis, sanitaire)",
          en: "the columns of an Alim'confiance export (SIRET, Synthese_eval_sanit…), of reviews "
            + "(text, rating, date…), of places (name, address…) or of labels (id_avis, sanitaire)")
      ))
  }

  /// The kind that columns tell, or `nil`.
  func kind(ofColumns names: [String]) -> SourceKind? {
    let inspection = found(in: names, by: AlimConfianceReader.columns)
    let isInspection =
      inspection.contains(AlimConfianceReader.Field.outcome)
      || (inspection.contains(AlimConfianceReader.Field.activity)
        && inspection.contains(AlimConfianceReader.Field.siret))
    if isInspection { return .inspections }
    let review = found(in: names, by: CustomerReviewReader.columns)
    let isText =
      review.contains(CustomerReviewReader.Field.text)
      || review.contains(CustomerReviewReader.Field.reviews)
    let label = found(in: names, by: SanitaryLabelReader.columns)
    if label.isSuperset(of: SanitaryLabelReader.required), !isText { return .sanitaryLabels }
    if isText, review.count >= 2 { return .reviews }
    let place = found(in: names, by: PlaceReader.columns)
    let isPlaced = !place.isDisjoint(with: [
      PlaceReader.Field.address, PlaceReader.Field.latitude, PlaceReader.Field.location,
    ])
    return place.contains(PlaceReader.Field.name) && isPlaced ? .places : nil
  }

  private func found(in names: [String], by columns: ColumnMapping) -> Set<String> {
    Set(columns.preferring(mapping).guess(from: TableHeader(names)).names.keys)
  }
}
