import Foundation
import Review

/// The evidence of a case: the dialogue, what was understood and why, the answer proposed, the calls.
struct CaseEvidence {
  let item: CallerCase
  let understanding: Understanding?
  let model: IntentModel?
  let tables: CallTables
  let today: CalendarDate

  var evidence: [Evidence] {
    [dialogue, understood, answer, calls].compactMap { $0 }
  }

  // MARK: Dialogue

  private var dialogue: Evidence? {
    var turns: [(time: Timestamp, turn: DialogueEvidence.Turn)] = []
    for dialogue in item.dialogues.suffix(5) {
      for turn in dialogue.turns {
        turns.append((dialogue.time, self.turn(turn.text, isBot: turn.isBot, dialogue.time)))
      }
    }
    for message in item.voicemails.suffix(5) {
      let text =
        message.transcript.isEmpty
        ? Self.untranscribed(message.duration) : message.transcript
      turns.append((message.time, turn(text, isBot: false, message.time)))
    }
    guard !turns.isEmpty else { return nil }
    let document =
      item.dialogues.last.map { CaseComposer.documentKey($0) }
      ?? item.voicemails.last { !$0.transcript.isEmpty }.map { CaseComposer.documentKey($0) }
    return .dialogue(
      DialogueEvidence(
        title: LocalizedText(fr: "Ce qui a été dit", en: "What was said"),
        turns: turns.enumerated().sorted {
          ($0.element.time, $0.offset) < ($1.element.time, $1.offset)
        }
        .map(\.element.turn),
        document: document.map { Document.id(project: .calls, naturalKey: $0) }))
  }

  /// What stands for a message that nobody wrote down yet: no words of the caller.
  static func untranscribed(_ seconds: Int) -> String {
    "\(untranscribedStart)\(seconds) s, pas encore transcrit)"
  }

  static func isUntranscribed(_ text: String) -> Bool { text.hasPrefix(untranscribedStart) }

  private static let untranscribedStart = "(message de "

  private func turn(_ text: String, isBot: Bool, _ time: Timestamp) -> DialogueEvidence.Turn {
    let speaker =
      isBot
      ? LocalizedText(fr: "robot", en: "bot") : LocalizedText(fr: "appelant", en: "caller")
    guard !isBot else {
      return DialogueEvidence.Turn(speaker: speaker, isMachine: true, text: text, time: time)
    }
    let said = MaskedSpeech(text)
    return DialogueEvidence.Turn(
      speaker: speaker, isMachine: false, text: said.text, time: time,
      highlights: said.slots.map { PassageEvidence.Highlight(span: $0.span, label: $0.kind.title) })
  }

  // MARK: Understood

  private var understood: Evidence? {
    guard let understanding, let model else { return nil }
    var facts: [FactsEvidence.Fact] = []
    func add(_ fr: String, _ en: String, _ value: LocalizedText, _ source: LocalizedText? = nil) {
      facts.append(
        FactsEvidence.Fact(name: LocalizedText(fr: fr, en: en), value: value, source: source))
    }
    let percent = Int((understanding.confidence * 100).rounded())
    let title = tables.title(of: understanding.intent)
    add(
      "Question", "Question",
      LocalizedText(
        fr: "\(title.fr) (\(understanding.intent)) \(percent) %",
        en: "\(title.en) (\(understanding.intent)) \(percent)%"))
    let second = tables.title(of: understanding.runnerUp)
    let gap = Int((understanding.margin * 100).rounded())
    add(
      "Ensuite", "Runner-up",
      LocalizedText(
        fr: "\(second.fr), moins probable de \(gap) %", en: "\(second.en), \(gap)% less probable"))
    let reasons = IntentReasons(model: model, understanding: understanding)
    let words = reasons.words().prefix(5).filter { abs($0.value) >= 0.05 }.map { reason in
      (reason.word, LocalizedText.decimal(reason.value, 1, isSigned: true))
    }
    if !words.isEmpty {
      add(
        "Mots", "Words",
        LocalizedText(
          fr: words.map { "\($0) \($1.fr)" }.joined(separator: " · "),
          en: words.map { "\($0) \($1.en)" }.joined(separator: " · ")))
    }
    for near in reasons.nearest(2) {
      let cosine = String(format: "%.2f", near.cosine)
      add(
        "Proche de", "Close to",
        LocalizedText(
          same:
            "« \(MaskedSpeech(near.line.text).text.prefix(90)) » → \(near.line.label) (\(cosine))"))
    }
    let rewrites = understanding.utterance.rewrites.prefix(6).map(\.shown)
    if !rewrites.isEmpty {
      add(
        "Réécrit", "Rewritten",
        LocalizedText(
          fr: rewrites.map(\.fr).joined(separator: " · "),
          en: rewrites.map(\.en).joined(separator: " · ")))
    }
    facts += slots
    return .facts(
      FactsEvidence(title: LocalizedText(fr: "Compris", en: "Understood"), facts: facts))
  }

  private var slots: [FactsEvidence.Fact] {
    var seen: Set<String> = []
    return item.utterances.flatMap { SlotFinder().slots(in: $0) }
      .filter { seen.insert($0.kind.rawValue + $0.value).inserted }.prefix(6).map { slot in
        let key = slot.isVerified == true ? LocalizedText(fr: " (clé ✓)", en: " (key ✓)") : nil
        let value = slot.kind == .phone ? PhoneNumber.masked(slot.value) : slot.display
        return FactsEvidence.Fact(
          name: slot.kind.title,
          value: LocalizedText(fr: value + (key?.fr ?? ""), en: value + (key?.en ?? "")))
      }
  }

  // MARK: Answer

  private var answer: Evidence? {
    guard let understanding, let model else { return nil }
    let policy = tables.policy(model.thresholds, today: today)
    var facts: [FactsEvidence.Fact] = []
    if understanding.isOutOfScope {
      if let service = policy.service(for: understanding.utterance) {
        facts.append(
          .init(
            name: LocalizedText(fr: "Renvoyer vers", en: "Send to"),
            value: LocalizedText(same: service.name)))
      }
    } else if let answer = policy.answer(to: understanding.intent) {
      let checked = answer.checked?.iso ?? ""
      facts.append(
        .init(
          name: LocalizedText(fr: "À dire", en: "To say"),
          value: LocalizedText(same: "« \(answer.text) »"),
          source: LocalizedText(
            fr: "\(answer.source), vérifiée le \(checked)",
            en: "\(answer.source), checked on \(checked)")))
    }
    for refused in policy.refused(understanding.intent) where !understanding.isOutOfScope {
      facts.append(
        .init(
          name: LocalizedText(fr: "Jamais dite", en: "Never spoken"),
          value: LocalizedText(
            fr: "« \(refused.answer.title.fr) » : \(refused.reason.title.fr)",
            en: "“\(refused.answer.title.en)”: \(refused.reason.title.en)"),
          source: LocalizedText(same: refused.answer.source)))
    }
    facts.append(decision(policy, understanding))
    return .facts(
      FactsEvidence(
        title: LocalizedText(fr: "Réponse proposée", en: "Proposed answer"), facts: facts))
  }

  private func decision(
    _ policy: DialoguePolicy, _ understanding: Understanding
  ) -> FactsEvidence.Fact {
    let rate = String(format: "%.1f", policy.thresholds.falseAnswers * 100)
    let bound = String(format: "%.1f", policy.thresholds.falseAnswersBound * 100)
    let decision = policy.decide(understanding).title
    return FactsEvidence.Fact(
      name: LocalizedText(fr: "Le robot", en: "The bot"), value: decision,
      source: LocalizedText(
        fr: "fausses réponses \(rate) % (≤ \(bound) %, sur \(policy.thresholds.caseCount) appels)",
        en: "false answers \(rate)% (≤ \(bound)%, over \(policy.thresholds.caseCount) calls)"))
  }

  // MARK: Calls

  private var calls: Evidence? {
    guard !item.calls.isEmpty else { return nil }
    let facts = item.calls.suffix(8).reversed().map { call in
      FactsEvidence.Fact(
        name: LocalizedText(
          same: String(call.start.iso.prefix(16)).replacingOccurrences(of: "T", with: " ")),
        value: LocalizedText(
          fr: "\(call.outcome.title.fr), \(call.wait) s d'attente",
          en: "\(call.outcome.title.en), waited \(call.wait) s"),
        source: LocalizedText(same: "\(call.file):\(call.line)"))
    }
    let order = FactsEvidence.Fact(
      name: LocalizedText(fr: "Ordre", en: "Order"),
      value: LocalizedText(
        fr: "somme des points ci-dessus, puis l'attente la plus longue",
        en: "sum of the points above, then the longest wait"))
    return .facts(
      FactsEvidence(
        title: LocalizedText(fr: "Appels (heure UTC)", en: "Calls (UTC)"), facts: facts + [order]))
  }
}

extension TurnDecision {
  /// What the bot does, in words.
  public var title: LocalizedText {
    switch self {
    case .answer: LocalizedText(fr: "répondrait seul", en: "would answer by itself")
    case .confirm: LocalizedText(fr: "demanderait confirmation", en: "would ask to confirm")
    case .rephrase: LocalizedText(fr: "ferait répéter", en: "would ask to rephrase")
    case .redirect: LocalizedText(fr: "renverrait ailleurs", en: "would send elsewhere")
    case .handoff: LocalizedText(fr: "passerait un conseiller", en: "would hand over")
    }
  }
}
