/// French names of tumours and sites with their codes of the International Classification of Diseases
/// for Oncology, third edition: what a code is called, for strings that no annotator wrote.
///
/// Lines are « code | name | other name »; braces spell out alternatives.
enum TumourNames {
  /// The lines of morphologies.
  static let morphologies: [String] = carcinomas + otherTumours + bloodTumours
  /// The lines of sites.
  static let sites: [String] = upperSites + trunkSites + otherSites

  /// Names and codes of one kind, alternatives spelled out.
  static func phrases(_ lines: [String]) -> [(phrase: String, code: String)] {
    lines.flatMap { line -> [(phrase: String, code: String)] in
      let fields = line.split(separator: "|").map { field in
        String(field.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      guard let code = fields.first else { return [] }
      return fields.dropFirst().flatMap { field in
        BraceExpansion.expand(field).map { (phrase: $0, code: code) }
      }
    }
  }
}
