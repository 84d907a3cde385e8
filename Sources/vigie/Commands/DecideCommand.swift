import ArgumentParser
import Review
import Session

/// `vigie decide`: accept, reject, put off, note or undo from the command line.
struct DecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide",
    abstract: Tongue.say("Décider d'une suggestion.", "Decide about a suggestion."))

  enum Choice: String, ExpressibleByArgument, CaseIterable {
    case accept
    case reject
    case later
    case note
    case undo
  }

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp(
      Tongue.say(
        "L'identifiant, ou son début.", "The identifier, or its beginning.")))
  var id: String

  @Argument(
    help: ArgumentHelp(
      Tongue.say(
        "accept, reject, later, note ou undo.", "accept, reject, later, note or undo.")))
  var choice: Choice

  @Option(
    name: .long,
    help: ArgumentHelp(Tongue.say("Le code de la raison.", "The reason's code.")))
  var reason: String?

  @Option(name: .long, help: ArgumentHelp(Tongue.say("Une note.", "A note.")))
  var note: String?

  @Option(
    name: .long,
    help: ArgumentHelp(Tongue.say("La partie (voir show).", "The part (see show).")))
  var part: String?

  @Flag(
    name: .long,
    help: ArgumentHelp(
      Tongue.say(
        "Une lecture de contrôle (voir readings).", "A control reading (see readings).")))
  var blind = false

  @Flag(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("Trancher un désaccord (superviseur).", "Settle a disagreement (supervisor).")))
  var settle = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      Tongue.say("Une correction : nom=valeur.", "A correction: name=value."),
      valueName: "name=value"))
  var correct: [String] = []

  func run() throws {
    let context = try Context(options)
    let detail = try context.detail(id)
    let panel = try Engines.engine(detail.suggestion.project).panel
    let service = DecisionService(store: context.store, panel: panel)
    let events: [LedgerEvent]
    switch choice {
    case .undo:
      events = try service.undoLast(of: detail, agent: context.agent.id, now: Clock.now)
    case .accept, .reject, .later, .note:
      let decisions = try OversightService(store: context.store, panel: panel).withPurposes(
        [decision(detail, context: context)], agent: context.agent.id)
      events = try service.record(decisions, agent: context.agent.id, now: Clock.now)
    }
    for event in events where !options.quiet {
      Console.print(
        "#\(event.sequence) \(EventText.sentence(event.payload, panel: panel)) \(event.hash)")
    }
  }

  private func decision(_ detail: SuggestionDetail, context: Context) throws -> Decision {
    let suggestion = detail.suggestion
    let verdict: Verdict =
      switch choice {
      case .accept: .accept
      case .reject: .reject
      case .later: .later
      case .note, .undo: .annotate
      }
    let subject = try Subjects.of(suggestion, part: part, in: context)
    return Decision(
      suggestion: suggestion.id, part: part, project: suggestion.project, verdict: verdict,
      reason: reason, note: note, correction: try Assignments.parse(correct),
      seen: subject.seen,
      purpose: settle ? .adjudication : blind ? .second : .first)
  }
}
