/// What the bot says besides answers.
enum Prompts {
  static let welcome = """
    Bonjour, vous êtes en ligne avec l'assistant automatique du Chèque emploi associatif. \
    C'est un robot qui vous répond. À tout moment, tapez 0 pour joindre un conseiller. \
    Quelle est votre question ?
    """
  static let silence = "Je n'ai rien entendu. Posez votre question, ou tapez 0 pour un conseiller."
  static let rephrase = """
    Je n'ai pas compris. Pouvez-vous le dire autrement, en une phrase ? \
    Tapez 0 pour joindre un conseiller.
    """
  static let handOver = """
    Je vous passe un conseiller. S'il n'est pas disponible, votre appel est inscrit sur la liste \
    de rappel.
    """
  static let recorded = """
    Votre message est enregistré. Un conseiller l'écoutera et vous rappellera. Au revoir.
    """
  static let more = "Avez-vous une autre question ?"
  static let goodbye = "Merci de votre appel. Au revoir."

  /// The prompts without a variable part, to be made into sound before the first call.
  static let fixed = [welcome, silence, rephrase, handOver, recorded, more, goodbye]

  static func redirect(_ service: String) -> String {
    "Cette question relève d'un autre service : \(service)."
  }

  static func which(_ first: String, _ second: String) -> String {
    "Est-ce : \(first) ? Tapez 1. Ou : \(second) ? Tapez 2. Sinon, tapez 3."
  }

  static func isIt(_ title: String) -> String {
    "Votre question porte bien sur : \(title) ? Tapez 1 pour oui, 2 pour non."
  }

  private static let farewells: Set<String> = [
    "revoir", "non", "merci", "bonne", "journee", "soiree",
  ]

  /// Whether the caller only takes leave.
  static func isGoodbye(_ utterance: Utterance) -> Bool {
    let words = utterance.words.map(\.text).filter { !StopWords.grammar.contains($0) }
    return !words.isEmpty && words.count <= 4
      && words.allSatisfy { farewells.contains($0) }
      && (words.contains("revoir") || words == ["non"])
  }
}
