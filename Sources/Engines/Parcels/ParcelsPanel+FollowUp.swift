import Review

/// What becomes of an accepted object: the control statuses of Aigle, under their names.
extension ParcelsPanel {
  /// Codes of the follow-up states.
  enum FollowUpCode {
    static let toCheck = "a-controler"
    static let letter = "courrier-prealable"
    static let checked = "controle-terrain"
    static let report = "pv-dresse"
    static let penalty = "astreinte"
    static let findings = "rapport-constatations"
    static let court = "en-jugement"
    static let restored = "remis-en-etat"
  }

  static let followUp = FollowUpScheme(
    states: [
      .init(
        code: FollowUpCode.toCheck, title: LocalizedText(fr: "À contrôler", en: "To be checked"),
        dueDays: 60),
      .init(
        code: FollowUpCode.letter,
        title: LocalizedText(fr: "Courrier préalable envoyé", en: "Prior letter sent"), dueDays: 30),
      .init(
        code: FollowUpCode.checked,
        title: LocalizedText(fr: "Contrôlé terrain", en: "Checked on site"), dueDays: 60),
      .init(
        code: FollowUpCode.report,
        title: LocalizedText(fr: "PV dressé", en: "Offence report drawn up"), dueDays: 90),
      .init(
        code: FollowUpCode.findings,
        title: LocalizedText(
          fr: "Rapport de constatations rédigé", en: "Report of findings written"), dueDays: 60),
      .init(
        code: FollowUpCode.penalty,
        title: LocalizedText(fr: "Astreinte administrative", en: "Administrative penalty"),
        dueDays: 90),
      .init(
        code: FollowUpCode.court, title: LocalizedText(fr: "En jugement", en: "In court")),
      .init(
        code: FollowUpCode.restored, title: LocalizedText(fr: "Remis en état", en: "Restored"),
        isFinal: true),
    ],
    moves: [
      (FollowUpCode.toCheck, FollowUpCode.letter), (FollowUpCode.toCheck, FollowUpCode.checked),
      (FollowUpCode.letter, FollowUpCode.checked), (FollowUpCode.letter, FollowUpCode.restored),
      (FollowUpCode.checked, FollowUpCode.report), (FollowUpCode.checked, FollowUpCode.findings),
      (FollowUpCode.checked, FollowUpCode.restored), (FollowUpCode.findings, FollowUpCode.penalty),
      (FollowUpCode.report, FollowUpCode.penalty), (FollowUpCode.report, FollowUpCode.court),
      (FollowUpCode.report, FollowUpCode.restored), (FollowUpCode.penalty, FollowUpCode.court),
      (FollowUpCode.penalty, FollowUpCode.restored), (FollowUpCode.court, FollowUpCode.restored),
    ].map { .init(from: $0.0, to: $0.1) })
}
