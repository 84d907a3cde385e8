import Review

extension CallsPanel {
  static let tables = [answers, services, protected, deadlines, settings]

  private static func column(
    _ name: String, _ fr: String, _ en: String, _ type: ValueType = .text, required: Bool = false
  ) -> KnowledgeTable.Column {
    KnowledgeTable.Column(
      name: name, title: LocalizedText(fr: fr, en: en), type: type, isRequired: required)
  }

  private static let answers = KnowledgeTable(
    name: Table.answers, title: LocalizedText(fr: "Base de réponses", en: "Answer base"),
    columns: [
      column("key", "Clé", "Key", required: true),
      column("intent", "Intention", "Intent", required: true),
      column("title_fr", "Titre", "Title", required: true),
      column("title_en", "Titre anglais", "English title"),
      column(
        "kind", "Genre", "Kind", .choice(Answer.Kind.allCases.map(\.rawValue)), required: true),
      column("answer_fr", "Réponse dite", "Spoken answer", required: true),
      column("source", "Source", "Source"),
      column("checked", "Vérifiée le", "Checked on", .date),
      column("valid_from", "Valable dès", "Valid from", .date),
      column("valid_to", "Valable jusqu'au", "Valid to", .date),
      column("redirect", "Renvoyer vers", "Send to"),
      column("keywords", "Mots-clés", "Keywords"),
    ],
    editableBy: .agent, feedsModel: true)

  private static let services = KnowledgeTable(
    name: Table.services, title: LocalizedText(fr: "Autres services", en: "Other services"),
    columns: [
      column("service", "Code", "Code", required: true),
      column("name", "Nom", "Name", required: true),
      column("keywords", "Mots-clés", "Keywords"),
    ],
    editableBy: .agent, feedsModel: true)

  private static let protected = KnowledgeTable(
    name: Table.protected, title: LocalizedText(fr: "Cas protégés", en: "Protected cases"),
    columns: [
      column("text", "Énoncé", "Utterance", required: true),
      column(
        "intent", "Intention (none : hors domaine)", "Intent (none: out of scope)", required: true),
    ],
    editableBy: .supervisor, feedsModel: true)

  private static let deadlines = KnowledgeTable(
    name: Table.deadlines, title: LocalizedText(fr: "Échéances", en: "Deadlines"),
    columns: [
      column("deadline", "Échéance", "Deadline", required: true),
      column("date", "Jour", "Day", .date, required: true),
      column("intents", "Intentions", "Intents", required: true),
    ],
    editableBy: .supervisor)

  private static let settings = KnowledgeTable(
    name: Table.settings, title: LocalizedText(fr: "Réglages", en: "Settings"),
    columns: [
      column("setting", "Réglage", "Setting", required: true),
      column("value", "Valeur", "Value", .number(0...3650), required: true),
    ],
    editableBy: .supervisor, feedsModel: true,
    initialRows: [
      KnowledgeRow(
        key: CallSettings.falseAnswersName,
        values: [
          "setting": CallSettings.falseAnswersName,
          "value": "\(DecisionThresholds.usualFalseAnswers)",
        ]),
      KnowledgeRow(
        key: CallSettings.retentionName,
        values: ["setting": CallSettings.retentionName, "value": "\(CallSettings.usualRetention)"]),
    ])
}

/// What a supervisor sets for the panel.
public struct CallSettings: Hashable, Sendable {
  static let falseAnswersName = "false_answers"
  static let retentionName = "retention_days"
  /// The days that recordings and dialogues are kept, when nobody set another number.
  public static let usualRetention = 90

  /// The greatest share of calls that may get a false answer.
  public var falseAnswers = DecisionThresholds.usualFalseAnswers
  /// The days that recordings and dialogues are kept.
  public var retentionDays = CallSettings.usualRetention

  /// Reads the settings from rows of their table; what is missing or absurd keeps its usual value.
  public init(_ rows: [KnowledgeRow]) {
    for row in rows {
      guard let value = row.values["value"].flatMap({ Double($0) }) else { continue }
      switch row.key {
      case Self.falseAnswersName where (0.001...0.5).contains(value): falseAnswers = value
      case Self.retentionName where (1...3650).contains(value): retentionDays = Int(value)
      default: continue
      }
    }
  }
}
