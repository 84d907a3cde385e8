import Foundation
import Review

extension CallsActions {
  private func item() throws -> CallerCase {
    guard let suggestion = request.suggestion else { throw EngineError.unknownName("suggestion") }
    let material = try CallsMaterial(
      CallSources(), records: records, knowledge: request.circumstances.knowledge)
    let found = material.cases(salt: request.circumstances.pseudonymSalt)
      .first { $0.key == suggestion.naturalKey }
    guard let found else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "les appels de ce cas ont dépassé la durée de conservation",
          en: "the calls of this case are past their retention period"))
    }
    return found
  }

  private func model() throws -> IntentModel? {
    try request.circumstances.model.map { try CallsModel($0).intents }
  }

  /// The number, and what there is to say.
  func callBack() throws -> ActionResult {
    let item = try item()
    let isFrench = request.language == .french
    let said = item.saidNumbers.filter { $0 != item.number }.map(PhoneNumber.display)
    guard !item.number.isEmpty || !said.isEmpty else {
      return .text([
        isFrench ? "Numéro masqué : impossible de rappeler." : "Hidden number: no way to call back."
      ])
    }
    var lines: [String] = []
    if !item.number.isEmpty {
      lines.append((isFrench ? "Rappeler le " : "Call back ") + PhoneNumber.display(item.number))
    }
    lines += said.map {
      (isFrench ? "Numéro dit par l'appelant : " : "Number the caller said: ") + $0
    }
    for case .facts(let facts) in request.suggestion?.evidence ?? [] {
      for fact in facts.facts where fact.name.en == "To say" || fact.name.en == "Send to" {
        lines.append(fact.name[request.language] + " : " + fact.value[request.language])
        if let source = fact.source { lines.append("  " + source[request.language]) }
      }
    }
    lines.append(
      isFrench
        ? "Puis f : rappelé, injoignable ou réponse envoyée."
        : "Then f: called back, unreachable or answer sent.")
    // The number is personal: that it was shown, to whom and what for stands in the ledger.
    return .disclosure(lines, reason: isFrench ? "rappel de l'appelant" : "calling back")
  }

  /// The recording of the last message, else the proposed answer, spoken.
  func play() throws -> ActionResult {
    let item = try item()
    if let message = item.voicemails.last(where: { !$0.audio.isEmpty }),
      let sound = try? Data(contentsOf: URL(fileURLWithPath: message.audio)),
      sound.count <= WaveFile.sizeLimit, WaveFile.isWave(sound)
    {
      return .sound(sound)
    }
    for case .facts(let facts) in request.suggestion?.evidence ?? [] {
      for fact in facts.facts where fact.name.en == "To say" {
        let text = fact.value.fr.trimmingCharacters(in: CharacterSet(charactersIn: "« »"))
        return .sound(try spoken(text))
      }
    }
    throw EngineError.invalid(
      LocalizedText(
        fr: "ni enregistrement ni réponse à faire entendre",
        en: "neither recording nor answer to play"))
  }

  private func spoken(_ text: String) throws -> Data {
    guard let speech else {
      throw EngineError.invalid(
        LocalizedText(
          fr: "aucun synthétiseur : installez espeak-ng (vigie doctor)",
          en: "no synthesiser: install espeak-ng (vigie doctor)"))
    }
    return try speech.wave(of: SpokenText(text))
  }

  /// What the bot would do, turn by turn.
  func talk() throws -> ActionResult {
    let tables = CallTables(request.circumstances.knowledge)
    let model = try model()
    var conversation = Conversation(
      model: model,
      policy: tables.policy(
        model?.thresholds ?? .cautious, today: request.circumstances.today))
    let isFrench = request.language == .french
    let (bot, caller) = isFrench ? ("robot    ", "vous     ") : ("bot      ", "you      ")
    var lines: [String] = []
    func add(_ outputs: [Conversation.Output]) {
      for output in outputs {
        switch output {
        case .say(let text): lines.append(bot + text)
        case .listen: break
        case .handOver(let why):
          lines.append(isFrench ? "→ passé à un conseiller (\(why))" : "→ handed over (\(why))")
        case .hangUp: lines.append(isFrench ? "→ raccroche" : "→ hangs up")
        }
      }
    }
    add(conversation.receive(.started))
    let said = (request.parameters["said"] ?? "").components(separatedBy: " / ")
    for turn in said.prefix(Conversation.turnLimit) where !turn.isEmpty {
      lines.append(caller + turn)
      let isKey = turn.count == 1 && turn.first?.isNumber == true
      add(conversation.receive(isKey ? .key(turn.first ?? "0") : .heard(turn)))
      if let model, !isKey {
        lines.append("         " + Self.explained(model.understand(turn), request.language))
      }
    }
    return .text(lines)
  }

  private static func explained(
    _ understanding: Understanding, _ language: InterfaceLanguage
  ) -> String {
    let percent = Int((understanding.confidence * 100).rounded())
    let slots = SlotFinder().slots(in: understanding.utterance.text)
      .map { $0.kind.title[language] + " " + $0.display }
    return (["\(understanding.intent) \(percent) %"] + slots).joined(separator: " · ")
  }

  /// Groups of utterances that nobody understood.
  func topics() throws -> ActionResult {
    guard let model = try model() else {
      throw EngineError.invalid(
        LocalizedText(fr: "aucun modèle appris (T)", en: "no model learned yet (T)"))
    }
    let material = try CallsMaterial(
      CallSources(), records: records, knowledge: request.circumstances.knowledge)
    let said = material.cases(salt: "").flatMap(\.utterances).map { MaskedSpeech($0).text }
    let groups = TopicFinder(model: model, services: material.tables.services).groups(said)
    let isFrench = request.language == .french
    guard !groups.isEmpty else {
      return .text([isFrench ? "Aucun sujet nouveau." : "No new topic."])
    }
    return .text(
      groups.flatMap { group in
        ["\(group.name) (\(group.utterances.count))"]
          + group.utterances.prefix(5).map { "  « \($0) »" }
      })
  }

  private static let messages = PluralText(
    one: LocalizedText(fr: "message", en: "message"),
    other: LocalizedText(fr: "messages", en: "messages"))
  private static let dialogues = PluralText(
    one: LocalizedText(fr: "dialogue", en: "dialogue"),
    other: LocalizedText(fr: "dialogues", en: "dialogues"))

  /// What is older than the retention period.
  func retention() throws -> ActionResult {
    let days = CallTables(request.circumstances.knowledge).settings.retentionDays
    let material = try CallsMaterial(
      CallSources(), records: records, knowledge: request.circumstances.knowledge)
    let limit = request.circumstances.now.adding(seconds: -Double(days) * 86_400)
    let messages = material.voicemails.filter { $0.time < limit }
    let talks = material.dialogues.filter { $0.time < limit }
    let language = request.language
    let texts = "\(messages.count) " + Self.messages.form(messages.count, language)
    let calls = "\(talks.count) " + Self.dialogues.form(talks.count, language)
    var lines = [
      language == .french
        ? "Conservation : \(days) jours. Au-delà : \(texts), \(calls)."
        : "Retention: \(days) days. Past it: \(texts), \(calls)."
    ]
    lines += messages.prefix(200).map { "  \($0.time.day.iso) \($0.name)" }
    return .text(lines)
  }
}
