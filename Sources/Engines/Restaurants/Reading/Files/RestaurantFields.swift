import Review

/// The fields that users may tell about files whose columns have names of their own: those of
/// reviews first, then those of official inspections.
enum RestaurantFields {
  static let all: [ColumnQuestion.Field] = [
    field(CustomerReviewReader.Field.text, "le texte d'un avis", "the text of a review"),
    field(
      CustomerReviewReader.Field.place, "le nom du lieu de l'avis",
      "the name of the reviewed place"),
    field(CustomerReviewReader.Field.rating, "la note sur 5", "the mark out of 5"),
    field(CustomerReviewReader.Field.ratingOfTen, "la note sur 10", "the mark out of 10"),
    field(CustomerReviewReader.Field.date, "la date", "the date"),
    field(CustomerReviewReader.Field.author, "l'auteur de l'avis", "the author of the review"),
    field(CustomerReviewReader.Field.id, "le numéro de l'avis", "the number of the review"),
    field(
      AlimConfianceReader.Field.number, "le numéro de l'inspection",
      "the number of the inspection"),
    field(AlimConfianceReader.Field.siret, "le SIRET", "the SIRET"),
    field(
      AlimConfianceReader.Field.name, "le nom de l'établissement inspecté",
      "the name of the inspected establishment"),
    field(AlimConfianceReader.Field.activity, "l'activité inspectée", "the inspected activity"),
    field(
      AlimConfianceReader.Field.outcome, "le résultat de l'inspection",
      "the outcome of the inspection"),
    field(AlimConfianceReader.Field.address, "l'adresse", "the address"),
    field(AlimConfianceReader.Field.postcode, "le code postal", "the postcode"),
    field(AlimConfianceReader.Field.commune, "la commune", "the commune"),
  ]

  private static func field(_ name: String, _ fr: String, _ en: String) -> ColumnQuestion.Field {
    ColumnQuestion.Field(name: name, title: LocalizedText(fr: fr, en: en))
  }
}
