import Review

/// How long the personal texts of a panel's events are kept, by kind of event.
///
/// Only texts that somebody typed or was shown fall (notes, corrections, the reason of an unmasking):
/// that the event happened, when and by whom stays in the chain, which still verifies.
public struct RetentionSettings: Hashable, Sendable {
  /// The kinds of events that hold personal texts.
  public static let kinds: [LedgerKind] = [.decision, .followUp, .unmasking, .reading]
  /// The longest period that can be set, in days.
  public static let longest = 36_500

  /// The name of the table that every panel has.
  public static let tableName = "retention"

  /// The days after which the texts of a kind are erased; absent where they are kept.
  public var days: [LedgerKind: Int] = [:]

  /// The table that every panel has: one row for each kind; without a row nothing is erased.
  public static let table = KnowledgeTable(
    name: tableName,
    title: LocalizedText(fr: "Conservation des textes", en: "Retention of texts"),
    columns: [
      .init(
        name: "kind", title: LocalizedText(fr: "Sorte d'événement", en: "Kind of event"),
        type: .choice(kinds.map(\.rawValue)), isRequired: true),
      .init(
        name: "days", title: LocalizedText(fr: "Jours", en: "Days"), type: .integer(1...longest),
        isRequired: true),
    ], editableBy: .supervisor)

  /// The settings that rows of the table say.
  public init(rows: [KnowledgeRow]) {
    for row in rows {
      guard let kind = LedgerKind(rawValue: row.key), Self.kinds.contains(kind),
        let days = row.values["days"].flatMap({ Int($0) }), days >= 1
      else { continue }
      self.days[kind] = days
    }
  }
}
