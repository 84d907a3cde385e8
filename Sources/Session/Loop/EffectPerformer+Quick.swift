import Foundation
import Oversight
import Review
import ReviewStore
import Workbench

/// Effects that take milliseconds.
extension EffectPerformer {
  /// The values of a facet that are offered.
  private static let facetLimit = 200
  /// The documents a search gives back.
  private static let hitLimit = 50

  func performQuick(_ effect: Effect) throws {
    switch effect {
    case .loadCounts:
      let today = clock().day
      let counts = try engines.keys.map { ($0, try store.counts($0, today: today)) }
      inbox.put(.counts(Dictionary(counts, uniquingKeysWith: { first, _ in first })))
    case .loadDetail(let id):
      guard let detail = try store.detail(id) else { return }
      let pictures = PictureService(store: store).pictures(of: detail.suggestion)
      if !pictures.isEmpty { inbox.put(.pictures(pictures)) }
      inbox.put(.detail(detail))
    case .noteReading(let project, let subject):
      try AccessService(store: store, panel: try engine(project).panel).noteReading(
        of: subject, agent: agent.id, now: clock())
      noteOwnChange()
    case .decide(let decisions): try decide(decisions)
    case .follow(let suggestion, let project, let from, let to):
      let events = try service(project).follow(
        suggestion, to: to, from: from, note: nil, agent: agent.id, now: clock())
      recorded(project, events)
    case .undoLast(let project): try undoLast(project)
    case .undo(let sequence, let project):
      let events = try service(project).undo(sequence: sequence, agent: agent.id, now: clock())
      recorded(project, events)
    case .loadDocument(let id, let spans):
      guard let document = try store.document(id) else {
        throw EngineError.invalid(
          LocalizedText(
            fr: "ce texte n'est pas (ou plus) dans le magasin",
            en: "this text is not (or no longer) in the store"))
      }
      inbox.put(.document(document, spans))
    case .search(let project, let text):
      inbox.put(
        .hits(text, try store.search(text, project: project, limit: Self.hitLimit)))
    case .loadFacet(let query, let name):
      inbox.put(
        .facet(name, try store.facetCounts(query, facet: name, limit: Self.facetLimit)))
    case .loadModels(let project): inbox.put(.models(project, try store.models(project)))
    default: try performTable(effect)
    }
  }

  private func performTable(_ effect: Effect) throws {
    switch effect {
    case .loadTable(let project, let name): try loadTable(project, name)
    case .writeRow(let project, let name, let values):
      do {
        try knowledge(project, name).set(values, agent: agent.id, now: clock())
        try loadTable(project, name)
      } catch let error as KnowledgeError {
        inbox.put(.tableRefused(error.message))
      }
      noteOwnChange()
    case .removeRow(let project, let name, let key):
      try knowledge(project, name).remove(key, agent: agent.id, now: clock())
      noteOwnChange()
      try loadTable(project, name)
    case .explain(let id):
      guard let detail = try store.detail(id) else { return }
      let project = detail.suggestion.project
      let model = try store.models(project).first { $0.version == detail.suggestion.score.model }
      let lines = ExplainService.lines(
        detail, panel: try engine(project).panel, model: model, language: language)
      inbox.put(.page(LocalizedText(fr: "Explication", en: "Explanation"), lines))
    default: break
    }
  }

  private func service(_ project: Project) throws -> DecisionService {
    DecisionService(store: store, panel: try engine(project).panel)
  }

  private func knowledge(_ project: Project, _ name: String) throws -> KnowledgeService {
    guard let table = try engine(project).panel.allTables.first(where: { $0.name == name }) else {
      throw KnowledgeError.unknownTable(name)
    }
    return KnowledgeService(store: store, project: project, table: table)
  }

  private func loadTable(_ project: Project, _ name: String) throws {
    inbox.put(.table(project, name, try knowledge(project, name).rows()))
  }

  private func decide(_ decisions: [Decision]) throws {
    guard let first = decisions.first else { return }
    let engine = try engine(first.project)
    let decisions = try OversightService(store: store, panel: engine.panel).withPurposes(
      decisions, agent: agent.id)
    let events = try service(first.project).record(decisions, agent: agent.id, now: clock())
    recorded(first.project, events)
  }

  private func undoLast(_ project: Project) throws {
    let events = try service(project).undoLast(agent: agent.id, now: clock())
    recorded(project, events)
  }

  private func recorded(_ project: Project, _ events: [LedgerEvent]) {
    noteOwnChange()
    let panel = engines[project]?.panel
    let decisions = events.filter { event in
      if case .followUp = event.payload, events.count > 1 { return false }
      return true
    }
    let french = Words(.french)
    let english = Words(.english)
    let text: LocalizedText
    if decisions.count == 1, let event = decisions.first {
      text = LocalizedText(
        fr: french.event(event.payload, panel: panel).content + " (n° \(event.sequence))",
        en: english.event(event.payload, panel: panel).content + " (no. \(event.sequence))")
    } else {
      text = LocalizedText(
        fr: "\(decisions.count) événements enregistrés", en: "\(decisions.count) events recorded")
    }
    inbox.put(.recorded(project, text))
  }
}
