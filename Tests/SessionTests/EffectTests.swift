import Foundation
import Review
import ReviewStore
import Terminal
import Testing
import Workbench

@testable import Session

/// Performs effects and collects what comes back.
final class Desk {
  let store: any ReviewStore
  private let inbox = Inbox(waker: Waker())
  private let performer: EffectPerformer

  init(
    _ store: any ReviewStore, engine: any AnalysisEngine = ActingEngine(),
    agent: Agent = Agent(id: "claire", role: .administrator),
    language: InterfaceLanguage = .english
  ) {
    self.store = store
    performer = EffectPerformer(
      store: store, engines: [engine], agent: agent, language: language,
      clock: { ServiceTests.now }, inbox: inbox)
  }

  /// The messages that an effect leads to.
  func perform(_ effects: Effect...) -> [Message] {
    for effect in effects { performer.perform(effect) }
    var messages: [Message] = []
    let isLong = effects.contains {
      switch $0 {
      case .train, .promote, .act, .loadSupervision, .loadControls, .loadDisagreements, .replay:
        true
      default: false
      }
    }
    performer.stop()
    let deadline = Date().addingTimeInterval(10)
    while true {
      while let message = inbox.take() { messages.append(message) }
      // Long work always ends by taking its progress away; a failure is told just after.
      let isEnded = messages.contains { if case .progress(nil) = $0 { true } else { false } }
      if !isLong || (isEnded && messages.count > 1) || Date() > deadline { break }
      Thread.sleep(forTimeInterval: 0.002)
    }
    Thread.sleep(forTimeInterval: isLong ? 0.01 : 0)
    while let message = inbox.take() { messages.append(message) }
    return messages
  }

  /// The English sentences of what failed.
  static func failures(_ messages: [Message]) -> [String] {
    messages.compactMap { if case .failed(let text) = $0 { text.en } else { nil } }
  }

  /// The English sentences of what was recorded.
  static func recorded(_ messages: [Message]) -> [String] {
    messages.compactMap { if case .recorded(_, let text) = $0 { text.en } else { nil } }
  }
}

@Suite struct EffectTests {
  static func filled() throws -> MemoryStore {
    let store = try ServiceTests.filled()
    try store.save(documents: [
      Document(
        project: .restaurants, naturalKey: "d", kind: "review", title: "Avis", date: nil,
        text: "La salle était sale.",
        provenance: Provenance(
          file: "a", sha256: "", row: 1, engine: "e", time: ServiceTests.now))
    ])
    return store
  }

  static let document = Document.id(project: .restaurants, naturalKey: "d")

  @Test func countsAndWindowsCome() throws {
    let desk = Desk(try Self.filled())
    guard case .counts(let counts) = desk.perform(.loadCounts).first else {
      Issue.record("no counts")
      return
    }
    #expect(counts[.restaurants]?.open == 3)
    let query = SuggestionQuery(project: .restaurants)
    guard
      case .window(let asked, let window, let rule) = desk.perform(
        .loadWindow(query, .start, limit: 2, .first)
      ).first
    else {
      Issue.record("no window")
      return
    }
    #expect(asked == query && window.rows.count == 2 && window.total == 3 && rule == .first)
  }

  /// Typing a filter asks for many windows; the last one is sure to come.
  @Test func theNewestWindowComes() throws {
    let desk = Desk(try Self.filled())
    let effects = ["t", "ti", "tit", "titre 1"].map { text in
      Effect.loadWindow(
        SuggestionQuery(project: .restaurants, text: text), .start, limit: 9, .first)
    }
    let messages = desk.perform(effects[0], effects[1], effects[2], effects[3])
    guard case .window(let query, let window, _) = messages.last else {
      Issue.record("no window")
      return
    }
    #expect(query.text == "titre 1" && window.rows.count == 1)
  }

  @Test func detailsDocumentsAndHitsCome() throws {
    let desk = Desk(try Self.filled())
    let id = try ServiceTests.first(desk.store).id
    guard case .detail(let detail) = desk.perform(.loadDetail(id)).first,
      case .document(let document, let spans) = desk.perform(
        .loadDocument(Self.document, [Span(1, 2)])
      ).first, case .hits(let text, let hits) = desk.perform(.search(.restaurants, "SALE")).first
    else {
      Issue.record("nothing came")
      return
    }
    #expect(detail.suggestion.id == id && document.title == "Avis" && spans == [Span(1, 2)])
    #expect(text == "SALE" && hits.map(\.document) == [Self.document])
    #expect(desk.perform(.loadDetail("nowhere")).isEmpty)
    let missing = Desk.failures(desk.perform(.loadDocument("nowhere", [])))
    #expect(missing == ["this text is not (or no longer) in the store"])
  }

  @Test func facetsModelsAndTablesCome() throws {
    let desk = Desk(try Self.filled())
    guard
      case .facet("kind", let counts) = desk.perform(
        .loadFacet(SuggestionQuery(project: .restaurants), "kind")
      ).first,
      case .models(.restaurants, let models) = desk.perform(.loadModels(.restaurants)).first,
      case .table(.restaurants, "open", let rows) = desk.perform(
        .loadTable(.restaurants, "open")
      ).first
    else {
      Issue.record("nothing came")
      return
    }
    #expect(counts.map(\.count) == [3] && models.isEmpty && rows.map(\.key) == ["first"])
    #expect(Desk.failures(desk.perform(.loadTable(.restaurants, "x"))) == ["unknown table: x"])
  }

  @Test func decisionsAreToldWithTheirNumber() throws {
    let desk = Desk(try Self.filled())
    let row = try ServiceTests.first(desk.store)
    let accept = ServiceTests.decision(row, .accept)
    #expect(Desk.recorded(desk.perform(.decide([accept]))) == ["accepted (no. 2)"])
    let rows = try desk.store.window(
      SuggestionQuery(project: .restaurants), anchor: .start, limit: 9
    ).rows
    let later = rows.map { ServiceTests.decision($0, .later) }
    #expect(Desk.recorded(desk.perform(.decide(later))) == ["2 events recorded"])
    #expect(desk.perform(.decide([])).isEmpty)
    let wrong = ServiceTests.decision(row, .reject, reason: "nothing like it")
    #expect(Desk.failures(desk.perform(.decide([wrong]))).first?.contains("known: wrong") == true)
    #expect(Desk.recorded(desk.perform(.undoLast(.restaurants))).count == 1)
    #expect(try desk.store.verify(expectedHead: nil).isIntact)
  }

  @Test func followUpsGoAStepAtATime() throws {
    let desk = Desk(try Self.filled())
    let row = try ServiceTests.first(desk.store)
    func follow(_ from: String?, _ to: String) -> [Message] {
      desk.perform(.follow(suggestion: row.id, project: .restaurants, from: from, to: to))
    }
    #expect(Desk.failures(follow(nil, "todo")) == ["this follow-up has changed meanwhile"])
    _ = desk.perform(.decide([ServiceTests.decision(row, .accept)]))
    #expect(Desk.failures(follow("todo", "todo")).count == 1)
    #expect(Desk.failures(follow("done", "todo")).count == 1)
    #expect(Desk.recorded(follow("todo", "done")).first?.hasPrefix("follow-up: done") == true)
    #expect(Desk.failures(follow("todo", "done")) == ["this follow-up has changed meanwhile"])
    #expect(Desk.recorded(desk.perform(.undo(sequence: 4, .restaurants))).count == 1)
    #expect(Desk.recorded(follow("todo", "done")).count == 1)
    #expect(Desk.failures(desk.perform(.undo(sequence: 99, .restaurants))).count == 1)
  }

  @Test func tablesAreWrittenAndRefusedInTheirPlace() throws {
    let desk = Desk(try Self.filled())
    func write(_ values: [String: String]) -> Message? {
      desk.perform(.writeRow(.restaurants, "open", values)).first
    }
    guard case .table(_, _, let rows) = write(["k": " b ", "n": "2"]) else {
      Issue.record("no table")
      return
    }
    #expect(rows.map(\.key) == ["b", "first"])
    guard case .tableRefused(let text) = write(["k": "c", "n": "12"]) else {
      Issue.record("not refused")
      return
    }
    #expect(text.en.hasPrefix("column n: found “12”"))
    guard
      case .table(_, _, let left) = desk.perform(.removeRow(.restaurants, "open", "first")).first
    else {
      Issue.record("no table")
      return
    }
    #expect(left.map(\.key) == ["b"])
    #expect(
      Desk.failures(desk.perform(.removeRow(.restaurants, "open", "first"))) == ["no row “first”"])
  }

  @Test func explanationsAreInTheAgentsLanguage() throws {
    let store = try Self.filled()
    let id = try ServiceTests.first(store).id
    for (language, word) in [(InterfaceLanguage.french, "Opérations"), (.english, "Operations")] {
      guard case .page(_, let lines) = Desk(store, language: language).perform(.explain(id)).first
      else {
        Issue.record("no page")
        return
      }
      #expect(lines.contains { $0.contains(word) })
    }
    #expect(Desk(store).perform(.explain("nowhere")).isEmpty)
  }

  @Test func trainingTellsItsProgressAndItsResult() throws {
    let desk = Desk(try Self.filled())
    #expect(Desk.failures(desk.perform(.train(.restaurants))) == ["too little"])
    let row = try ServiceTests.first(desk.store)
    _ = desk.perform(.decide([ServiceTests.decision(row, .reject, reason: "wrong")]))
    let messages = desk.perform(.train(.restaurants))
    #expect(Desk.recorded(messages) == ["candidate model 1: m to see it"])
    let stages = messages.compactMap {
      if case .progress(let some?) = $0 { some.done } else { nil }
    }
    #expect(stages == [1])
    #expect(
      Desk.recorded(desk.perform(.promote(.restaurants, 1)))
        == ["model 1 in use, ranking refreshed"])
    #expect(Desk.failures(desk.perform(.promote(.restaurants, 9))) == ["no model 9"])
    let agent = Desk(desk.store, agent: Agent(id: "marie"))
    #expect(
      Desk.failures(agent.perform(.promote(.restaurants, 1))).first?.contains("supervisor") == true)
  }

  @Test func theSupervisionCountsAndVerifies() throws {
    let desk = Desk(try Self.filled())
    let row = try ServiceTests.first(desk.store)
    _ = desk.perform(.decide([ServiceTests.decision(row, .accept)]))
    let screens = desk.perform(.loadSupervision).compactMap { message -> Supervision? in
      if case .supervision(let supervision) = message { supervision } else { nil }
    }
    #expect(screens.first?.isIntact == nil && screens.last?.isIntact == true)
    let last = try #require(screens.last)
    #expect(last.eventCount == 3 && last.lines.map(\.project) == [.restaurants])
    #expect(last.lines[0].counts.accepted == 1 && last.lines[0].oversight != nil)
  }

  /// A full disk: every effect says so once and nothing crashes.
  @Test(arguments: [
    Effect.loadWindow(SuggestionQuery(project: .restaurants), .start, limit: 3, .first),
    .loadCounts, .loadDetail("x"),
    .decide([
      Decision(
        suggestion: "x", project: .restaurants, verdict: .accept,
        seen: .init(model: nil, score: 0, rank: 1, seconds: 0, language: .french))
    ]), .follow(suggestion: "x", project: .restaurants, from: "todo", to: "done"),
    .undoLast(.restaurants), .undo(sequence: 1, .restaurants), .loadDocument("x", []),
    .search(.restaurants, "x"), .loadFacet(SuggestionQuery(project: .restaurants), "kind"),
    .loadModels(.restaurants), .train(.restaurants), .promote(.restaurants, 1),
    .act(.restaurants, "text", [:], on: nil), .loadTable(.restaurants, "open"),
    .writeRow(.restaurants, "open", ["k": "a"]), .removeRow(.restaurants, "open", "a"),
    .explain("x"), .loadSupervision, .loadControls(.restaurants),
    .loadDisagreements(.restaurants), .replay(sequence: 1, .restaurants),
  ])
  func aFullDiskIsToldOnce(effect: Effect) {
    let messages = Desk(FailingStore()).perform(effect)
    #expect(
      Desk.failures(messages)
        == ["the disk of the store /full is full; nothing was stored by halves"])
  }

  @Test(arguments: [
    Effect.decide([
      Decision(
        suggestion: "x", project: .letters, verdict: .accept,
        seen: .init(model: nil, score: 0, rank: 1, seconds: 0, language: .french))
    ]), .train(.letters), .promote(.letters, 1), .loadTable(.letters, "t"), .undoLast(.letters),
    .act(.letters, "text", [:], on: nil),
  ])
  func aPanelWithoutEngineIsNamed(effect: Effect) throws {
    #expect(Desk.failures(Desk(try Self.filled()).perform(effect)) == ["unknown name: letters"])
  }

  @Test func errorsOfAnyOriginAreSentences() {
    struct Odd: Error {}
    #expect(EffectPerformer.sentence(CancellationError()).fr == "interrompu")
    #expect(EffectPerformer.sentence(Odd()).en == "Odd()")
    #expect(EffectPerformer.sentence(KnowledgeError.unknownTable("t")).en == "unknown table: t")
  }
}

@Suite struct ActionEffectTests {
  static func act(_ name: String, _ agent: Agent = Agent(id: "claire", role: .administrator)) throws
    -> [Message]
  {
    Desk(try EffectTests.filled(), agent: agent).perform(
      .act(.restaurants, name, [:], on: nil))
  }

  @Test func textIsAPage() throws {
    let messages = try Self.act("text")
    guard case .page(let title, let lines) = messages.first else {
      Issue.record("no page")
      return
    }
    #expect(title.en == "text en" && lines.count == 2)
  }

  @Test func placesFoundComeAsASearch() throws {
    let messages = try Self.act("hits")
    guard case .found(let query, let hits) = messages.first else {
      Issue.record("nothing found")
      return
    }
    #expect(query == "sale" && hits.map(\.document) == ["d"])
  }

  /// A file goes into the current folder, whatever its name says.
  @Test func aFileNeverLeavesTheFolder() throws {
    let name = "vigie-test-\(getpid()).txt"
    let sentence = try #require(Desk.recorded(try Self.act("file")).first)
    let path = FileManager.default.currentDirectoryPath + "/" + name
    #expect(sentence == "written: \(path)")
    #expect(FileManager.default.contents(atPath: path) == Data("x".utf8))
    try FileManager.default.removeItem(atPath: path)
  }

  @Test func whatIsMadeIsStored() throws {
    let desk = Desk(try EffectTests.filled())
    _ = desk.perform(.act(.restaurants, "suggest", [:], on: nil))
    #expect(try ServiceTests.first(desk.store).title == "made")
    #expect(
      Desk.recorded(desk.perform(.act(.restaurants, "teach", [:], on: nil)))
        == ["1 row(s) written to open"])
    #expect(try desk.store.knowledge(project: .restaurants, table: "open").map(\.key) == ["b"])
  }

  @Test(arguments: [
    ("mislay", "unknown table: nowhere"), ("fail", "missed"),
    ("nowhere", "unknown name: nowhere"), ("about", "this action needs a suggestion"),
  ])
  func failuresAreSentences(name: String, sentence: String) throws {
    #expect(Desk.failures(try Self.act(name)) == [sentence])
  }

  @Test func rolesAreChecked() throws {
    let failures = Desk.failures(try Self.act("guarded", Agent(id: "marie", role: .expert)))
    #expect(failures == ["this action needs the role “supervisor”"])
    #expect(Desk.failures(try Self.act("guarded", Agent(id: "paul", role: .supervisor))).isEmpty)
  }

  @Test func anActionAboutASuggestionIsGivenIt() throws {
    let desk = Desk(try EffectTests.filled())
    let row = try ServiceTests.first(desk.store)
    let subject = ActionSubject(
      suggestion: row.id, seen: ServiceTests.decision(row, .accept).seen)
    let messages = desk.perform(.act(.restaurants, "about", ["n": "3"], on: subject))
    guard case .page(_, let lines) = messages.first else {
      Issue.record("no page")
      return
    }
    #expect(lines == [row.title, "3"])
    let wrong = desk.perform(.act(.restaurants, "about", ["n": "4"], on: subject))
    #expect(Desk.failures(wrong).first?.contains("from 1 to 3") == true)
  }
}
