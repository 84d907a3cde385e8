/// Recognises where a letter's demands end and its polite end begins.
enum ClosingFormula {
  /// Whether a folded line begins the end of a letter.
  static func begins(_ folded: String) -> Bool {
    if beginnings.contains(where: { folded.hasPrefix($0) }) { return true }
    guard folded.hasPrefix("vous voudrez bien me faire part") else { return false }
    // « … sous deux mois, de vos observations » ends a letter; a request has no such object.
    return ["mois", "remarques", "observations", "sauf", "delai"].contains { folded.contains($0) }
  }

  private static let beginnings = [
    "je vous prie d'agreer", "je vous prie de bien vouloir agreer", "je vous prie de croire",
    "veuillez agreer", "le chef de la division", "la cheffe de la division", "l'adjoint au chef",
    "le delegue territorial", "la deleguee territoriale", "pour le president de l'asn",
    "pour la presidente de l'asn", "enfin, conformement a la demarche de transparence",
    "conformement a la demarche de transparence", "dans le cadre de la demarche de transparence",
    "sauf mention particuliere", "je vous rappelle par ailleurs qu'il est de votre responsabilite",
    "vous voudrez bien me faire part de vos observations",
  ]
}
