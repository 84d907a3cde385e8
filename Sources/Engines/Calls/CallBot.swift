import Foundation
import Review

/// The bot of a centre on a day: its model, its tables and what it may say.
public struct CallBot: Sendable {
  private let model: IntentModel?
  private let policy: DialoguePolicy
  private let tables: CallTables
  private let today: CalendarDate
  /// The days that recordings and dialogues are kept.
  public var retentionDays: Int { tables.settings.retentionDays }

  /// Makes a bot of a store's active model and tables.
  ///
  /// - Throws: `EngineError.damagedModel`.
  public init(_ circumstances: AnalysisRequest) throws {
    model = try circumstances.model.map { try CallsModel($0).intents }
    tables = CallTables(circumstances.knowledge)
    today = circumstances.today
    policy = tables.policy(model?.thresholds ?? .cautious, today: today)
  }

  /// The bot's side of a new call.
  public func conversation() -> Conversation { Conversation(model: model, policy: policy) }

  /// What it may say: the prompts, and the answers that hold today.
  public var texts: [String] {
    Prompts.fixed + tables.answers.filter { $0.refusal(on: today) == nil }.map(\.text)
  }

  /// What it knows, in a sentence.
  public var summary: LocalizedText {
    let valid = tables.answers.count { $0.refusal(on: today) == nil }
    let refused = tables.answers.count - valid
    guard let model else {
      return LocalizedText(
        fr: "aucun modèle : tout appel passe à un conseiller",
        en: "no model: every call is handed over")
    }
    return LocalizedText(
      fr: "\(model.intents.count) intentions, \(valid) réponses valables, \(refused) jamais dites",
      en: "\(model.intents.count) intents, \(valid) valid answers, \(refused) never spoken")
  }
}

extension CallBot {
  /// Learns a model of utterances and the answer base at once, for whoever has no store.
  ///
  /// - Returns: the model in the form the store keeps.
  /// - Throws: `LearningError` when there is too little to learn from.
  public static func teach(
    _ utterances: [LabelledUtterance], circumstances: AnalysisRequest
  ) throws -> Data {
    let tables = CallTables(circumstances.knowledge)
    let lines =
      LineBuilder.lines(utterances) + LineBuilder.lines(tables.answers)
      + LineBuilder.lines(tables.services)
    let outcome = try IntentTraining(
      lines: lines, target: tables.settings.falseAnswers, seed: circumstances.seed,
      unanswered: LineBuilder.unanswered(tables.answers)
    ).run()
    return CallsModel(intents: outcome.model).data()
  }
}
