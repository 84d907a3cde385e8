import Review
import Tables

/// What a person said of a review: whether it reports a sanitary problem.
public struct SanitaryLabel: Sendable, Equatable {
  /// The review's identifier.
  public var review: String
  /// Whether the review is a sanitary report; `nil` when the person could not tell.
  public var isReport: Bool?
  /// The letters of the types of problem (I illness, P pests, F foreign body, S spoiled,
  /// U undercooked, D dirt), empty when there is none.
  public var types: String
  /// How many reviews of its kind this one stands for, 1 when not given.
  public var weight: Double

  /// Makes a label.
  public init(review: String, isReport: Bool?, types: String = "", weight: Double = 1) {
    self.review = review
    self.isReport = isReport
    self.types = types
    self.weight = weight
  }
}

/// Turns records into sanitary labels.
struct SanitaryLabelReader {
  /// Names of the fields.
  enum Field {
    static let review = "review"
    static let label = "label"
    static let types = "types"
    static let weight = "weight"
  }

  static let columns = ColumnMapping([
    Field.review: ["id_avis", "review_id", "id"],
    Field.label: ["sanitaire", "sanitary"],
    Field.types: ["type", "types"],
    Field.weight: ["poids", "weight"],
  ])

  static let required = [Field.review, Field.label]

  private static let answers: [String: Bool] = [
    "1": true, "0": false, "oui": true, "non": false, "yes": true, "no": false, "true": true,
    "false": false, "vrai": true, "faux": false,
  ]

  /// The label of a record.
  func label(_ record: FieldRecord) throws(FieldError) -> SanitaryLabel {
    let review = record.label(Field.review)
    guard !review.isEmpty else {
      throw FieldError(
        found: "",
        expected: LocalizedText(fr: "l'identifiant d'un avis", en: "the identifier of a review"))
    }
    let answer = try FieldParser.choice(
      record.text(Field.label), of: Self.answers, named: "1 / 0")
    let weight = try FieldParser.number(record.text(Field.weight)) ?? 1
    guard weight > 0 else {
      throw FieldError(
        found: String(weight),
        expected: LocalizedText(fr: "un poids positif", en: "a positive weight"))
    }
    return SanitaryLabel(
      review: review, isReport: answer, types: record.label(Field.types), weight: weight)
  }
}
