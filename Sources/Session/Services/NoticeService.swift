import Review

/// The mention that a decision taken with the help of an algorithm must carry (CRPA L311-3-1 and
/// R311-3-1-1: purpose, right to the rules and main characteristics, how to ask, recourse).
public enum NoticeService {
  /// The mention, a paragraph a line.
  ///
  /// - Parameter service: the administration to which a request is sent.
  public static func lines(
    _ project: Project, service: String, language: InterfaceLanguage
  ) -> [String] {
    let purpose = project.purpose[language]
    guard language == .french else {
      return [
        "This decision was prepared with an algorithmic processing whose purpose is to \(purpose). "
          + "The processing proposes an order of review; an agent decided.",
        "You may obtain the rules that define this processing and the main characteristics of its "
          + "use in your case (degree and mode of contribution; data and sources; parameters and "
          + "their weight; operations) from \(service).",
        "Without an answer within one month, you may refer to the commission for access to "
          + "administrative documents (CADA).",
      ]
    }
    return [
      "Cette décision a été préparée à l'aide d'un traitement algorithmique dont la finalité est : "
        + "\(purpose). Le traitement propose un ordre d'examen ; un agent a décidé.",
      "Vous pouvez obtenir communication des règles définissant ce traitement et des principales "
        + "caractéristiques de sa mise en œuvre dans votre cas (degré et mode de contribution, "
        + "données et sources, paramètres et pondération, opérations effectuées) auprès de \(service) "
        + "(articles L. 311-3-1, R. 311-3-1-1 et R. 311-3-1-2 du code des relations entre le public "
        + "et l'administration).",
      "En l'absence de réponse dans un délai d'un mois, vous pouvez saisir la Commission d'accès aux "
        + "documents administratifs (CADA).",
    ]
  }
}
