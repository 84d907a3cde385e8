import Foundation
import Oversight
import Review
import ReviewStore
import Tables
import Workbench

/// Effects that take seconds.
extension EffectPerformer {
  func performLong(_ effect: Effect) throws {
    defer { inbox.put(.progress(nil)) }
    switch effect {
    case .train(let project):
      let observer = InboxObserver(inbox)
      let model = try TrainingService(store: store, engine: try engine(project)).train(
        circumstances: try circumstances(project), agent: agent.id, observer: observer)
      inbox.put(
        .recorded(
          project,
          LocalizedText(
            fr: "modèle candidat \(model.version) : m pour le voir",
            en: "candidate model \(model.version): m to see it")))
    case .promote(let project, let version):
      let observer = InboxObserver(inbox)
      try TrainingService(store: store, engine: try engine(project)).promote(
        version: version, circumstances: try circumstances(project), agent: agent.id,
        observer: observer)
      inbox.put(
        .recorded(
          project,
          LocalizedText(
            fr: "modèle \(version) en service, classement refait",
            en: "model \(version) in use, ranking refreshed")))
    case .preview(let project, let version):
      let told = try PreviewService(store: store, engine: try engine(project)).preview(
        version: version, circumstances: try circumstances(project),
        observer: InboxObserver(inbox))
      inbox.put(
        .page(
          LocalizedText(
            fr: "Si le modèle \(version) entrait en service", en: "If model \(version) were in use"),
          told.lines(language)))
    case .act(let project, let name, let parameters, let subject):
      try act(project, name, parameters, subject)
    case .loadControls(let project):
      let controls = try OversightService(
        store: store, panel: try engine(project).panel
      ).controls(for: agent.id)
      inbox.put(.drawn(project, controls.all, .second))
    case .loadDisagreements(let project):
      let oversight = try OversightService(
        store: store, panel: try engine(project).panel
      ).oversight(today: clock().day)
      let open = oversight.disagreements.filter { $0.settlement == nil }
      inbox.put(.drawn(project, Set(open.map(\.subject.suggestion)), .adjudication))
    case .replay(let sequence, _):
      let (suggestion, event) = try ReplayService(store: store).replay(sequence)
      inbox.put(.replayed(suggestion, event))
    case .loadSupervision: inbox.put(.supervision(try supervision()))
    default: break
    }
  }

  private func act(
    _ project: Project, _ name: String, _ parameters: [String: String], _ subject: ActionSubject?
  ) throws {
    let engine = try engine(project)
    let result = try ActionService(store: store, engine: engine).run(
      name, parameters: parameters, on: subject,
      circumstances: try circumstances(project), agent: agent, language: language)
    let title = engine.panel.actions.first { $0.name == name }?.title ?? LocalizedText(same: name)
    switch result {
    case .text(let lines):
      // Reading through an action may be an event.
      noteOwnChange()
      inbox.put(.page(title, lines))
    case .hits(let query, let hits):
      noteOwnChange()
      inbox.put(.found(query, hits))
    case .disclosure(let lines, _):
      noteOwnChange()
      inbox.put(.page(title, lines))
    case .file(let name, let content):
      let url = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        .appendingPathComponent((name as NSString).lastPathComponent)
      try WholeFile.write(content, to: url)
      inbox.put(
        .recorded(
          project, LocalizedText(fr: "écrit : \(url.path)", en: "written: \(url.path)")))
    case .sound(let sound): try hear(sound, project)
    case .decision(let proposal):
      noteOwnChange()
      let verdict = proposal.verdict.title
      inbox.put(
        .recorded(
          project,
          LocalizedText(
            fr: "correction enregistrée : \(verdict.fr)",
            en: "correction recorded: \(verdict.en)")))
    case .suggestions(let all):
      inbox.put(
        .recorded(
          project,
          LocalizedText(fr: "\(all.count) suggestions", en: "\(all.count) suggestions")))
    case .knowledge(let table, let rows):
      inbox.put(
        .recorded(
          project,
          LocalizedText(
            fr: "\(rows.count) ligne(s) écrite(s) dans \(table)",
            en: "\(rows.count) row(s) written to \(table)")))
    }
  }

  /// Plays a sound; where nothing can play it, it becomes a file.
  private func hear(_ sound: Data, _ project: Project) throws {
    if SoundPlayer.play(sound, isCancelled: { false }) {
      return inbox.put(.recorded(project, LocalizedText(fr: "entendu", en: "played")))
    }
    let url = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
      .appendingPathComponent("vigie-\(project.rawValue).wav")
    try WholeFile.write(sound, to: url)
    inbox.put(
      .recorded(
        project,
        LocalizedText(
          fr: "aucun lecteur de son : écrit dans \(url.path)",
          en: "no sound player: written to \(url.path)")))
  }

  private func supervision() throws -> Supervision {
    var supervision = Supervision()
    let today = clock().day
    let head = try store.head()
    supervision.eventCount = head.sequence
    supervision.head = "\(head.hash)"
    supervision.usability = try SurveyService(store: store).scores()
    for project in engines.keys.sorted() {
      supervision.lines.append(
        Supervision.Line(
          project: project, counts: try store.counts(project, today: today),
          models: try store.models(project).map { model in
            var light = model
            light.content = Data()
            return light
          }))
    }
    // The counts come at once; what takes longer follows.
    inbox.put(.supervision(supervision))
    for index in supervision.lines.indices {
      let service = OversightService(
        store: store, panel: try engine(supervision.lines[index].project).panel)
      let overview = try service.overview(today: today, for: agent)
      supervision.lines[index].oversight = overview.oversight
      supervision.lines[index].agents = overview.agents
    }
    inbox.put(.supervision(supervision))
    supervision.isIntact = try store.verify(expectedHead: nil).isIntact
    return supervision
  }
}

/// Tells the workbench how far long work has come.
final class InboxObserver: AnalysisObserver {
  private let inbox: Inbox

  init(_ inbox: Inbox) { self.inbox = inbox }

  var isCancelled: Bool { false }

  func progressed(_ progress: AnalysisProgress) { inbox.put(.progress(progress)) }

  func refused(_ refusal: Refusal) {}
}
