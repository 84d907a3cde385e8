import Language

/// Words that call for a person at once.
enum Distress {
  private static let phrases = [
    "huissier", "huissiers", "mise en demeure", "contrainte",
    // « saisie » alone is what employers do with a form each month.
    "saisie arret", "saisie sur salaire", "saisie sur salaires", "saisie bancaire",
    "saisie attribution", "avis de saisie", "saisie vente", "saisie de salaire",
    "accident du travail", "accident grave", "deces", "decede", "decedee", "mort", "suicide",
    "salaire impaye", "salaires impayes", "pas ete paye", "pas ete payee", "pas payes",
    "harcelement",
    "liquidation judiciaire", "redressement judiciaire", "tribunal", "urgent", "urgence",
    "desespere",
    "cessation de paiement", "interdit bancaire", "plus de salaire", "avocat", "plainte",
  ]

  /// The phrases of distress or urgency heard in normalised words.
  static func found(in utterance: Utterance) -> [String] {
    let line = " " + utterance.line + " "
    return phrases.filter { line.contains(" \($0) ") }
  }
}
