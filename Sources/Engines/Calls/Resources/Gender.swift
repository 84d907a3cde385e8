import Language

/// The gender of nouns that are counted in answers, by list and by ending.
enum Gender {
  private static let feminine: Set<String> = [
    "heure", "minute", "seconde", "semaine", "journee", "annee", "personne", "fois", "ligne",
    "piece", "fiche", "demande", "page", "question", "reponse", "prime", "aide", "absence",
    "embauche", "structure", "commune", "entreprise", "salariee", "employee", "feuille", "lettre",
    "case", "branche", "date", "periode", "echeance", "facture", "somme", "tranche", "caisse",
    "adresse", "signature", "visite", "victime", "partie", "place", "voix", "main", "voiture",
    "femme", "fille", "matinee", "soiree", "nuit", "rubrique", "etape", "copie", "clause",
    "mutuelle", "agence", "equipe", "tache", "regle", "erreur", "action", "fin", "part",
  ]
  private static let masculineEndings = ["musee", "lycee", "trophee", "cote", "ete", "comite"]
  private static let feminineEndings = [
    "tion", "sion", "xion", "aison", "te", "ance", "ence", "esse", "ette", "ure", "ade", "ee",
    "ise", "ine", "ie", "ude",
  ]
  /// Nouns with a feminine ending that are masculine.
  private static let masculine: Set<String> = [
    "comite", "cote", "ete", "musee", "lycee", "site", "compte", "salarie", "employe", "associe",
    "conge", "arrete", "traite", "marche", "contribuable", "silence", "magazine", "domaine",
    "stade", "grade", "conseiller", "genie", "incendie", "murmure", "dirigeante", "acte", "texte",
    "poste", "adulte", "retraite", "delegue", "depute", "doute", "titre", "gite",
  ]

  /// Whether a noun, in whatever number, is feminine; what is not known counts as masculine.
  static func isFeminine(_ noun: String) -> Bool {
    var word = noun.folded
    if feminine.contains(word) { return true }
    if word.hasSuffix("s"), word.count > 3 { word.removeLast() }
    if feminine.contains(word) { return true }
    if masculine.contains(word) || masculineEndings.contains(word) { return false }
    return word.count > 4 && feminineEndings.contains { word.hasSuffix($0) }
  }
}
