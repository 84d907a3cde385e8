import ArgumentParser
import Display
import Review
import Workbench

/// `vigie show`: one suggestion with its evidence and its history.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: Tongue.say("Montrer une suggestion.", "Show a suggestion."))

  /// The columns of the text.
  private static let width = 100

  @OptionGroup var options: GlobalOptions

  @Argument(
    help: ArgumentHelp(
      Tongue.say("L'identifiant, ou son début.", "The identifier, or its beginning.")))
  var id: String

  func run() throws {
    let context = try Context(options, readOnly: true)
    let detail = try context.detail(id)
    let panel = try Engines.engine(detail.suggestion.project).panel
    let suggestion = detail.suggestion
    try context.noteReading(of: suggestion.id, panel)
    Console.print(
      [suggestion.title, suggestion.place].filter { !$0.isEmpty }.joined(separator: " · "))
    let drawing = DrawingContext(
      width: Self.width, words: Words(Tongue.language, localTime: SystemZone.localTime),
      glyphs: .unicode, today: SystemZone.localTime.day(Clock.now))
    for line in DetailView.layout(detail, panel: panel, context: drawing).lines {
      Console.print(line.text.content)
    }
    for part in suggestion.parts {
      Console.print(Tongue.say("partie ", "part ") + "\(part.id) · \(part.title)")
    }
  }
}
