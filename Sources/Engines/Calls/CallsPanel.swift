import Review

/// What the calls panel declares: its words, facets, reasons, states, tables and actions.
enum CallsPanel {
  /// Names of the facets.
  enum FacetName {
    static let intent = "intent"
    static let calls = "calls"
    static let waiting = "waiting"
    static let state = "state"
    static let understanding = "understanding"
    static let urgency = "urgency"
  }

  /// Names of the knowledge tables.
  enum Table {
    static let answers = "answers"
    static let services = "services"
    static let protected = "protected"
    static let deadlines = "deadlines"
    static let settings = "settings"
  }

  /// The code of the reason for what is another service's business.
  static let outOfScope = "out-of-scope"

  static let panel = Panel(
    project: .calls,
    item: PluralText(
      one: LocalizedText(fr: "appel à traiter", en: "call to handle"),
      other: LocalizedText(fr: "appels à traiter", en: "calls to handle")),
    facets: facets,
    columns: [FacetName.calls, FacetName.waiting, FacetName.understanding, FacetName.state],
    rejectionReasons: rejectionReasons,
    followUp: followUp,
    tables: tables,
    actions: actions,
    feedingHint: LocalizedText(
      fr: """
        Donnez queue_log, CDR, messagerie, dialogues et base de réponses : \
        vigie analyse calls queue_log Master.csv voicemail/ answers.jsonl services.tsv
        """,
      en: """
        Give queue_log, CDR, voicemail, dialogues and answer base: \
        vigie analyse calls queue_log Master.csv voicemail/ answers.jsonl services.tsv
        """),
    evaluationTasks: [
      EvaluationTask(
        name: "intents", title: LocalizedText(fr: "intention et rejet", en: "intent and rejection")),
      EvaluationTask(
        name: "slots", title: LocalizedText(fr: "valeurs entendues", en: "values heard")),
      EvaluationTask(name: "spoken", title: LocalizedText(fr: "forme dite", en: "spoken form")),
    ])

  private static let facets = [
    FacetDescription(
      name: FacetName.intent, title: LocalizedText(fr: "Question", en: "Question"), width: 18),
    FacetDescription(
      name: FacetName.calls, title: LocalizedText(fr: "Appels", en: "Calls"), width: 9,
      words: [CaseWord.calls, CaseWord.call]),
    FacetDescription(
      name: FacetName.waiting, title: LocalizedText(fr: "Attend", en: "Waiting"), width: 8,
      words: [CaseWord.days]),
    FacetDescription(
      name: FacetName.understanding, title: LocalizedText(fr: "Compris", en: "Understood"),
      width: 13, words: [CaseWord.nobody, CaseWord.silent, CaseWord.elsewhere]),
    FacetDescription(
      name: FacetName.state, title: LocalizedText(fr: "Fin de l'appel", en: "End of call"),
      width: 14,
      words: CallRecord.Outcome.allCases.map(\.title) + [
        CaseWord.message, CaseWord.robot, CaseWord.closed,
      ]),
    FacetDescription(
      name: FacetName.urgency, title: LocalizedText(fr: "Urgence", en: "Urgency"), width: 12),
  ]

  private static let rejectionReasons = [
    DecisionReason(
      code: "handled", key: "h",
      title: LocalizedText(fr: "déjà traité", en: "already handled"), blamesEngine: false),
    DecisionReason(
      code: outOfScope, key: "o",
      title: LocalizedText(fr: "hors de notre domaine", en: "out of our scope")),
    DecisionReason(
      code: "wrong-intent", key: "i",
      title: LocalizedText(fr: "question mal comprise", en: "question misunderstood")),
    DecisionReason(
      code: "wrong-number", key: "w",
      title: LocalizedText(fr: "faux numéro, démarchage", en: "wrong number, canvassing"),
      blamesEngine: false),
    DecisionReason(
      code: "empty", key: "e",
      title: LocalizedText(fr: "message vide", en: "empty message"), blamesEngine: false),
  ]

  /// Codes of the follow-up states.
  enum FollowUpCode {
    static let toCall = "to-call"
    static let unreachable = "unreachable"
    static let called = "called"
    static let sent = "answer-sent"
  }

  private static let followUp = FollowUpScheme(
    states: [
      .init(
        code: FollowUpCode.toCall, title: LocalizedText(fr: "à rappeler", en: "to call back"),
        dueDays: 1),
      .init(
        code: FollowUpCode.unreachable,
        title: LocalizedText(fr: "injoignable", en: "unreachable"), dueDays: 2),
      .init(
        code: FollowUpCode.called, title: LocalizedText(fr: "rappelé", en: "called back"),
        isFinal: true),
      .init(
        code: FollowUpCode.sent, title: LocalizedText(fr: "réponse envoyée", en: "answer sent"),
        isFinal: true),
    ],
    moves: [
      .init(from: FollowUpCode.toCall, to: FollowUpCode.called),
      .init(from: FollowUpCode.toCall, to: FollowUpCode.sent),
      .init(from: FollowUpCode.toCall, to: FollowUpCode.unreachable),
      .init(from: FollowUpCode.unreachable, to: FollowUpCode.called),
      .init(from: FollowUpCode.unreachable, to: FollowUpCode.sent),
      .init(from: FollowUpCode.unreachable, to: FollowUpCode.toCall),
    ])
}
