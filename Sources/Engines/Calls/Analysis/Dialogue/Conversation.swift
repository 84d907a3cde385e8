import Review

/// The bot's side of a call, as values: what it heard goes in, what it does comes out.
public struct Conversation: Sendable {
  /// What reaches the bot.
  public enum Input: Hashable, Sendable {
    /// The call begins.
    case started
    /// Words, from a recogniser or a keyboard.
    case heard(String)
    /// A key of the telephone.
    case key(Character)
    /// Nothing was said in time.
    case silence
    /// A recording that nobody can transcribe now.
    case recorded
  }

  /// What the bot does.
  public enum Output: Hashable, Sendable {
    /// Says a text in French.
    case say(String)
    /// Listens.
    case listen
    /// Hands the call over to a person, and why.
    case handOver(String)
    /// Ends the call.
    case hangUp
  }

  /// The most turns of a call before a person takes it.
  public static let turnLimit = 12
  /// How often the bot may fail to understand, or hear nothing, before a person takes the call.
  static let failureLimit = 2

  private let model: IntentModel?
  private let policy: DialoguePolicy
  private var failures = 0
  private var silences = 0
  private var turns = 0
  private var choices: [String] = []
  /// What was said so far.
  public private(set) var log: [BotDialogue.Turn] = []
  /// How the call stands (`answered`, `handoff`, `redirected`, `recorded`, `hangup`).
  public private(set) var outcome = "hangup"
  /// Whether the call is over for the bot.
  public private(set) var isOver = false

  /// Makes a conversation.
  public init(model: IntentModel?, policy: DialoguePolicy) {
    self.model = model
    self.policy = policy
  }

  /// What the bot does after an input.
  public mutating func receive(_ input: Input) -> [Output] {
    guard !isOver else { return [] }
    turns += 1
    let outputs = turns > Self.turnLimit + 1 ? handOver("trop de tours") : answer(input)
    for case .say(let text) in outputs { log.append(.init(isBot: true, text: text)) }
    return outputs
  }

  private mutating func answer(_ input: Input) -> [Output] {
    switch input {
    case .started: return [.say(Prompts.welcome), .listen]
    case .silence: return heardNothing()
    case .key(let key): return pressed(key)
    case .recorded: return recorded()
    case .heard(let text): return heard(text)
    }
  }

  private mutating func handOver(_ why: String) -> [Output] {
    isOver = true
    outcome = "handoff"
    return [.say(Prompts.handOver), .handOver(why)]
  }

  private mutating func heardNothing() -> [Output] {
    silences += 1
    return silences >= Self.failureLimit ? handOver("silence") : [.say(Prompts.silence), .listen]
  }

  private mutating func recorded() -> [Output] {
    isOver = true
    outcome = "recorded"
    return [.say(Prompts.recorded), .hangUp]
  }

  private mutating func pressed(_ key: Character) -> [Output] {
    log.append(.init(isBot: false, text: "[\(key)]"))
    if key == "0" { return handOver("touche 0") }
    if let number = key.wholeNumberValue, (1...choices.count + 1).contains(number), !choices.isEmpty
    {
      guard number <= choices.count else {
        choices = []
        return failed()
      }
      let intent = choices[number - 1]
      choices = []
      return speak(intent)
    }
    return failed()
  }

  private mutating func failed() -> [Output] {
    failures += 1
    return failures >= Self.failureLimit
      ? handOver("pas compris") : [.say(Prompts.rephrase), .listen]
  }

  // MARK: Words

  private mutating func heard(_ text: String) -> [Output] {
    let text = String(text.prefix(UtteranceFile.longest))
    log.append(.init(isBot: false, text: text))
    silences = 0
    let utterance = Utterance(text)
    if !choices.isEmpty, let choice = Self.choice(utterance, choices.count) {
      return pressed(choice)
    }
    choices = []
    if Prompts.isGoodbye(utterance) {
      isOver = true
      return [.say(Prompts.goodbye), .hangUp]
    }
    guard let model else { return handOver("aucun modèle appris") }
    let understanding = model.understand(utterance)
    switch policy.decide(understanding) {
    case .handoff: return handOver(reason(understanding))
    case .answer: return speak(understanding.intent)
    case .redirect:
      return understanding.isOutOfScope ? redirect(understanding) : speak(understanding.intent)
    case .rephrase: return failed()
    case .confirm: return confirm(understanding)
    }
  }

  private func reason(_ understanding: Understanding) -> String {
    if let alarm = Distress.found(in: understanding.utterance).first { return alarm }
    return understanding.intent
  }

  /// « oui », « la première », « un » choose; « non » chooses none.
  private static func choice(_ utterance: Utterance, _ count: Int) -> Character? {
    let words = Set(utterance.words.map(\.text))
    if count == 1, !words.isDisjoint(with: ["oui", "ouais", "exact", "voila", "accord"]) {
      return "1"
    }
    // « aucun des deux » names a number and chooses none.
    if !words.isDisjoint(with: ["non", "aucun", "aucune", "ni"]) { return count == 1 ? "2" : "3" }
    // « je voudrais déclarer une embauche » is another question.
    guard utterance.words.count <= choiceWords else { return nil }
    if !words.isDisjoint(with: ["un", "une", "premier", "premiere", "1"]) { return "1" }
    if !words.isDisjoint(with: ["deux", "second", "seconde", "deuxieme", "2"]) { return "2" }
    return nil
  }

  /// The most words of an answer that names a choice.
  private static let choiceWords = 4

  private mutating func speak(_ intent: String) -> [Output] {
    guard let answer = policy.answer(to: intent) else {
      return handOver("\(intent) : aucune réponse valable")
    }
    switch answer.kind {
    case .answer:
      outcome = "answered"
      failures = 0
      return [.say(answer.text), .say(Prompts.more), .listen]
    case .redirect:
      isOver = true
      outcome = "redirected"
      return [.say(answer.text), .hangUp]
    case .handoff:
      isOver = true
      outcome = "handoff"
      return [.say(answer.text), .handOver(intent)]
    }
  }

  private mutating func redirect(_ understanding: Understanding) -> [Output] {
    guard let service = policy.service(for: understanding.utterance) else { return failed() }
    outcome = "redirected"
    return [.say(Prompts.redirect(service.name)), .say(Prompts.more), .listen]
  }

  private mutating func confirm(_ understanding: Understanding) -> [Output] {
    let isClose =
      understanding.margin < DialoguePolicy.closeMargin && !understanding.runnerUp.isEmpty
    choices = isClose ? [understanding.intent, understanding.runnerUp] : [understanding.intent]
    let titles = choices.map { intent in
      policy.answers[intent]?.first?.title.fr ?? intent.replacingUnderscores
    }
    return [.say(isClose ? Prompts.which(titles[0], titles[1]) : Prompts.isIt(titles[0])), .listen]
  }
}

extension String {
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}
