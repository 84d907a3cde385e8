import Language

/// One name for a site, however letters write it.
enum SiteKey {
  /// The site's words, folded, articles and kinds left out: « CNPE du Bugey » and « centrale
  /// nucléaire du Bugey » are one site.
  static func key(_ site: String) -> String {
    let words = site.folded.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let kept = words.filter { !dropped.contains($0) }
    return (kept.isEmpty ? words : kept).joined(separator: " ")
  }

  private static let dropped: Set<String> = [
    "cnpe", "centrale", "nucleaire", "nucleaires", "de", "du", "des", "la", "le", "les", "l", "d",
    "site", "etablissement", "edf", "production", "electricite", "production", "au", "aux",
  ]
}
