import Foundation
import Review

/// The actions of the panel.
struct CallsActions {
  let request: ActionRequest
  let records: any RecordSource
  var speech: (any SpeechSynthesising)?

  private var isFrench: Bool { request.language == .french }

  private var tables: CallTables { CallTables(request.circumstances.knowledge) }

  func run() throws -> ActionResult {
    switch request.name {
    case CallsPanel.Action.intent: try correct()
    case CallsPanel.Action.outside: try outside()
    case CallsPanel.Action.write: try write()
    case CallsPanel.Action.play: try play()
    case CallsPanel.Action.callBack: try callBack()
    case CallsPanel.Action.talk: try talk()
    case CallsPanel.Action.topics: try topics()
    case CallsPanel.Action.protect: try protect()
    case CallsPanel.Action.retention: try retention()
    default: throw EngineError.unknownName(request.name)
    }
  }

  /// The words of a case that say what the caller wants: those of the longest turn.
  static func utterance(of suggestion: Suggestion) -> String? {
    for case .dialogue(let dialogue) in suggestion.evidence {
      let spoken = dialogue.turns.filter {
        !$0.isMachine && $0.text.contains(where: \.isLetter)
          && !CaseEvidence.isUntranscribed($0.text)
      }
      return spoken.map(\.text).max { $0.count < $1.count }
    }
    return nil
  }

  private func subject() throws -> Suggestion {
    guard let suggestion = request.suggestion else { throw EngineError.unknownName("suggestion") }
    return suggestion
  }

  private func said() throws -> String {
    guard let text = Self.utterance(of: try subject()) else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "l'appelant n'a rien dit ici : il n'y a rien à corriger",
          en: "the caller said nothing here: there is nothing to correct"))
    }
    return text
  }

  // MARK: Teaching

  /// A correction is a decision: it stands in the ledger, can be undone, and the next candidate
  /// learns from it.
  private func correct() throws -> ActionResult {
    let intent = request.parameters["intent"] ?? ""
    let text = try said()
    let known = Set(tables.answers.map(\.intent))
    guard known.contains(intent) || known.isEmpty && !intent.isEmpty else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "« \(intent) » trouvé, une intention attendue : "
            + known.sorted().joined(separator: ", "),
          en: "found “\(intent)”, expected an intent: " + known.sorted().joined(separator: ", ")))
    }
    return .decision(
      ProposedDecision(verdict: .accept, correction: ["intent": intent, "text": text]))
  }

  private func outside() throws -> ActionResult {
    let code = request.parameters["service"] ?? ""
    let text = try said()
    let services = tables.services
    guard code.isEmpty || services.contains(where: { $0.code == code }) else {
      let codes = services.map(\.code).sorted().joined(separator: ", ")
      throw EngineError.invalid(
        LocalizedText(
          fr: "« \(code) » trouvé, un service attendu : \(codes)",
          en: "found “\(code)”, expected a service: \(codes)"))
    }
    var correction = ["intent": TrainingLine.none, "text": text]
    correction["service"] = code.isEmpty ? nil : code
    return .decision(
      ProposedDecision(
        verdict: .reject, reason: CallsPanel.outOfScope, correction: correction))
  }

  private func protect() throws -> ActionResult {
    let suggestion = try subject()
    let text = try said()
    guard
      let intent = suggestion.facets.first(where: { $0.name == CallsPanel.FacetName.intent })?.value
    else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "ce cas n'est pas compris : corrigez-le d'abord",
          en: "this case is not understood: correct it first"))
    }
    return .knowledge(
      table: CallsPanel.Table.protected,
      rows: [KnowledgeRow(key: text, values: ["text": text, "intent": intent])])
  }

  /// A key that no row has: a draft must not take the place of an answer.
  private func freeKey(_ intent: String) -> String {
    let taken = Set(tables.answers.map(\.key))
    var number = tables.answers.count { $0.intent == intent } + 1
    while taken.contains("\(intent)/\(number)") { number += 1 }
    return "\(intent)/\(number)"
  }

  /// The last day of a draft; a day that does not exist is refused, for the answer would never expire.
  private func lastDay() throws -> CalendarDate? {
    let written = request.parameters["valid_to"] ?? ""
    guard !written.isEmpty else { return nil }
    guard let day = CalendarDate(iso: written), written.utf8.count == 10 else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "« \(written) » trouvé, une date AAAA-MM-JJ attendue",
          en: "found “\(written)”, expected a date YYYY-MM-DD"))
    }
    return day
  }

  /// A draft: it has no check date, so it is not spoken until somebody checks it.
  private func write() throws -> ActionResult {
    let suggestion = try subject()
    let text = request.parameters["text"] ?? ""
    guard !text.isEmpty, text.count <= AnswerReader.longestText else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "une réponse de 1 à \(AnswerReader.longestText) caractères attendue",
          en: "expected an answer of 1 to \(AnswerReader.longestText) characters"))
    }
    let words = try said()
    let intent =
      suggestion.facets.first { $0.name == CallsPanel.FacetName.intent }?.value
      ?? "nouveau_" + StableID.make(words).prefix(6)
    let answer = Answer(
      key: freeKey(intent), intent: intent, title: tables.title(of: intent), text: text,
      source: request.parameters["source"] ?? "", checked: nil,
      validFrom: request.circumstances.today, validTo: try lastDay())
    return .knowledge(
      table: CallsPanel.Table.answers,
      rows: [KnowledgeRow(key: answer.key, values: AnswerRow.values(answer))])
  }
}
