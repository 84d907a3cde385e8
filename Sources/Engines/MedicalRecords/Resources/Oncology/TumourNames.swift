/// French names of tumours and sites with their codes of the International Classification of Diseases
/// for Oncology, third edition: what a code is called, for strings that no annotator wrote.
///
/// Lines are « code | name | other name »; braces spell out alternatives.
enum TumourNames {
  /// The lines of morphologies.
  static let morphologies: [String] = carcinomas + otherTumours + bloodTumours
  /// The lines of sites.
  static let sites: [String] = upperSites + trunkSites + otherSites

  /// The lines of malignant tumours that a diagnosis may be, without those that name none (8000 to
  /// 8005) and without abbreviations, which stand for other things too.
  static let malignant: [String] = morphologies.compactMap { line in
    let fields = line.split(separator: "|").map { $0.trimmed }
    guard let code = fields.first, code.hasSuffix("/3"), !code.hasPrefix("800") else { return nil }
    let names = fields.dropFirst().filter { $0.utf8.count >= fewestLetters }
    return names.isEmpty ? nil : ([code] + names).joined(separator: " | ")
  }

  /// Shorter names are abbreviations.
  private static let fewestLetters = 6

  /// Names and codes of one kind, alternatives spelled out.
  static func phrases(_ lines: [String]) -> [(phrase: String, code: String)] {
    lines.flatMap { line -> [(phrase: String, code: String)] in
      let fields = line.split(separator: "|").map { $0.trimmed }
      guard let code = fields.first else { return [] }
      return fields.dropFirst().flatMap { field in
        BraceExpansion.expand(field).map { (phrase: $0, code: code) }
      }
    }
  }
}

extension Substring {
  /// The text without spaces at both ends.
  fileprivate var trimmed: String {
    var text = self
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
