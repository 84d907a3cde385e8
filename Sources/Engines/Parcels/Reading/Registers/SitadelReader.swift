import Foundation
import Review
import Tables

/// Reads Sitadel permits: `;`, sometimes a second, technical header row.
enum SitadelReader {
  static let marks = ["NUM_DAU", "NUM_CADASTRE1"]
  /// The state of a cancelled permit.
  private static let cancelled = "4"

  static func isSitadel(_ header: TableHeader) -> Bool {
    marks.allSatisfy { header.index(of: $0) != nil }
  }

  /// The permits of a file; those that name no parcel are refused.
  static func read(_ url: URL, refused: @escaping (Refusal) -> Void) throws -> [Permit] {
    let reader = try TableReader(url: url, refused: refused)
    var permits: [Permit] = []
    while let row = try reader.next() {
      let number = row["NUM_DAU"] ?? ""
      // The second header row repeats the columns' technical names.
      if number.isEmpty || number.uppercased() == "NUM_DAU" || !number.contains(where: \.isNumber) {
        continue
      }
      let commune = row["COMM"] ?? ""
      let parcels = (1...3).compactMap { place -> ParcelName? in
        let section = row["SEC_CADASTRE\(place)"] ?? ""
        let number = row["NUM_CADASTRE\(place)"] ?? ""
        return number.isEmpty
          ? nil : ParcelName(commune: commune, section: section, number: number)
      }
      guard !parcels.isEmpty else {
        reader.refuse(
          row, found: number,
          expected: LocalizedText(
            fr: "au moins une parcelle (SEC_CADASTRE1, NUM_CADASTRE1)",
            en: "at least one parcel (SEC_CADASTRE1, NUM_CADASTRE1)"))
        continue
      }
      permits.append(
        Permit(
          number: number, kind: row["TYPE_DAU"] ?? "",
          isValid: row["ETAT_DAU"] != cancelled,
          date: (try? FieldParser.date(row["DATE_REELLE_AUTORISATION"] ?? "")) ?? nil,
          parcels: parcels))
    }
    return permits
  }
}
