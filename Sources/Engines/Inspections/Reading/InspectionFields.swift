import Review

/// The fields of a table of inspections that users may tell when its columns have names of their own.
enum InspectionFields {
  private typealias Field = ControlMapping.Field

  static let all: [ColumnQuestion.Field] = [
    field(Field.date, "la date du contrôle", "the date of the inspection", true),
    field(
      Field.site, "le site (SIRET, numéro ICPE, code)", "the site (SIRET, ICPE number, code)", true),
    field(
      Field.label, "le résultat (conforme, manquement…)", "the outcome (compliant, failing…)", true),
    field(Field.id, "le numéro du contrôle", "the number of the inspection"),
    field(Field.name, "le nom du site", "the site's name"),
    field(Field.theme, "le thème du contrôle", "the theme of the inspection"),
    field(Field.agent, "l'agent ou le service", "the agent or the service"),
    field(Field.commune, "la commune", "the commune"),
    field(Field.department, "le département", "the département"),
    field(Field.latitude, "la latitude", "the latitude"),
    field(Field.longitude, "la longitude", "the longitude"),
    field(Field.x, "l'abscisse Lambert-93", "the Lambert-93 easting"),
    field(Field.y, "l'ordonnée Lambert-93", "the Lambert-93 northing"),
    field(Field.followUp, "les suites données", "what was done about it"),
    field(Field.due, "l'échéance", "when it had to be put right"),
    field(Field.repaired, "la date de mise en conformité", "when it was put right"),
  ]

  private static func field(
    _ name: String, _ fr: String, _ en: String, _ isRequired: Bool = false
  ) -> ColumnQuestion.Field {
    ColumnQuestion.Field(
      name: name, title: LocalizedText(fr: fr, en: en), isRequired: isRequired)
  }
}
