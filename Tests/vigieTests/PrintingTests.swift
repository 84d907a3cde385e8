import Foundation
import Learning
import Review
import ReviewStore
import Session
import Testing

@testable import vigie

@Suite struct PrintingTests {
  /// A text in the language in which these tests run.
  static func said(_ french: String, _ english: String) -> String { Tongue.say(french, english) }

  @Test(arguments: [
    (0.93, "93\u{A0}%", "93%"), (0.0, "0\u{A0}%", "0%"), (1.0, "100\u{A0}%", "100%"),
    (0.054, "5,4\u{A0}%", "5.4%"), (0.0004, "0,0\u{A0}%", "0.0%"), (0.995, "100\u{A0}%", "100%"),
    (0.0999, "10,0\u{A0}%", "10.0%"),
  ])
  func probabilitiesArePercentages(value: Double, french: String, english: String) {
    let score = Score(value, low: 0, high: 1, basis: .probability(model: 2))
    #expect(ScoreText.short(score) == Self.said(french, english))
    #expect(ScoreText.long(score).hasPrefix(Self.said(french, english) + " (0–100) · "))
  }

  @Test(arguments: [(0, "○○○"), (1, "●○○"), (2, "●●○"), (3, "●●●"), (9, "●●●"), (-4, "○○○")])
  func rulesAreLevels(level: Int, dots: String) {
    #expect(ScoreText.short(Score(0.5, basis: .rule(level: level))) == dots)
    #expect(ScoreText.long(Score(0.5, basis: .rule(level: level))).hasSuffix(dots))
  }

  @Test func tablesHoldTheirColumns() {
    var table = TextTable(heading: ["nom", "n"], rightAligned: [1])
    table.add(["é", "1", "trop"])
    table.add(["日本", "100"])
    table.add(["a\u{1B}[2Jb", "7"])
    let lines = table.lines
    #expect(lines[0] == "nom        n" || lines[0].hasPrefix("nom"))
    #expect(lines.allSatisfy { !$0.contains("trop") && !$0.contains("\u{1B}") })
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
    #expect(TextTable(heading: []).lines == [""])
  }

  static let model = ModelRecord(
    project: .restaurants, version: 3, state: .candidate,
    created: Timestamp(milliseconds: 1_795_510_923_456), content: Data(), sha256: "",
    summary: TrainingSummary(
      exampleCount: 120, decisionCount: 4, lastSequence: 9,
      figures: [
        .init(
          name: LocalizedText(same: "AP"), before: 0.5, after: 0.625, low: 0.5, high: 0.75),
        .init(name: LocalizedText(same: "F1"), before: nil, after: 0.25),
      ], remarks: [LocalizedText(fr: "remarque", en: "remark")]))

  @Test func modelsTellTheirFiguresBeforeAndAfter() {
    let text = ModelText.lines(Self.model)
    #expect(text[0].contains("3") && text[0].contains("120") && text[0].contains("2026-11-24T"))
    #expect(text[0].contains(Self.said("candidat", "candidate")))
    #expect(text.contains { $0.contains(Self.said("0,625", "0.625")) && $0.contains("–") })
    #expect(text.contains { $0.hasPrefix("F1") && $0.contains("—") })
    #expect(text.last == "· " + Self.said("remarque", "remark"))
    var bare = Self.model
    bare.summary.figures = []
    bare.summary.remarks = []
    #expect(ModelText.lines(bare).count == 1)
  }

  @Test(arguments: [
    LedgerVerification.Fault.content, .link, .sequence, .personal, .column, .head,
  ])
  func faultsNameTheirEvent(fault: LedgerVerification.Fault) {
    let text = AuditText.fault(fault, at: 17)
    #expect(text.fr.contains("17") && text.en.contains("17") && text.fr != text.en)
  }

  @Test func errorsOfViggieHaveSentences() {
    #expect(ErrorSentence.of(StoreError.unknown("x")) != nil)
    #expect(ErrorSentence.of(EngineError.unknownName("x")) != nil)
    #expect(ErrorSentence.of(KnowledgeError.unknownTable("x")) != nil)
    #expect(ErrorSentence.of(CancellationError()) == Self.said("interrompu", "interrupted"))
    #expect(ErrorSentence.of(Failure("a", "b")) == Self.said("a", "b"))
    #expect(
      ErrorSentence.of(LearningError.noRows)
        == Self.said("aucune ligne dont apprendre", "no row to learn from"))
    #expect(ErrorSentence.of(LearningError.oneClass)?.isEmpty == false)
    #expect(ErrorSentence.of(LearningError.damaged(what: "x"))?.contains("x") == true)
    struct Other: Error {}
    #expect(ErrorSentence.of(Other()) == nil)
  }

  @Test func aPrinterCountsWhatItDoesNotShow() {
    let printer = ProgressPrinter(isQuiet: true)
    let refusal = Refusal(file: "f", line: 1, found: "x", expected: LocalizedText(same: "y"))
    for _ in 0..<70 { printer.refused(refusal) }
    printer.progressed(AnalysisProgress(stage: LocalizedText(same: "s"), done: 1, total: nil))
    printer.finish()
    #expect(printer.refusalCount == 70 && !printer.isCancelled && printer.columnAnswers.isEmpty)
    let question = ColumnPromptTests.question
    #expect(printer.answer(to: question) == nil)
  }
}

@Suite struct ContextTests {
  static func folder() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("vigie-\(UUID().uuidString)")
  }

  static func options(_ path: String) throws -> GlobalOptions {
    try GlobalOptions.parse(["--store", path, "--as", "marie"])
  }

  @Test func readingMakesNoStore() throws {
    let path = Self.folder().appendingPathComponent("a.sqlite").path
    let failure = #expect(throws: Failure.self) {
      try Context(try Self.options(path), readOnly: true)
    }
    #expect(failure?.sentence.contains(path) == true)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func theFirstAgentAdministersANewStore() throws {
    let path = Self.folder().appendingPathComponent("a.sqlite").path
    let context = try Context(try Self.options(path))
    #expect(context.agent == Agent(id: "marie", role: .administrator) && context.path == path)
    #expect(try context.storeSummary().contains("marie"))
    #expect(throws: Failure.self) { try context.resolve("abcd") }
    #expect(throws: Failure.self) { try context.detail("abcd") }
    #expect(try context.circumstances(.restaurants).model == nil)
    let other = try Context(try GlobalOptions.parse(["--store", path, "--as", "paul"]))
    #expect(other.agent.role == .agent)
  }

  @Test func beginningsOfIdentifiersSuffice() throws {
    let path = Self.folder().appendingPathComponent("a.sqlite").path
    let context = try Context(try Self.options(path))
    let suggestion = Suggestion(
      project: .restaurants, naturalKey: "k", title: "t", place: "p",
      score: Score(0.5, basis: .rule(level: 1)),
      provenance: Provenance(file: "f", sha256: "", row: 1, engine: "e", time: Clock.now))
    try context.store.save(suggestions: [suggestion])
    #expect(try context.detail(String(suggestion.id.prefix(6))).suggestion == suggestion)
    #expect(throws: Failure.self) { try context.resolve(String(suggestion.id.prefix(3))) }
    let rows = try context.store.window(
      SuggestionQuery(project: .restaurants), anchor: .start, limit: 1
    ).rows
    let panel = try Engines.engine(.restaurants).panel
    let lines = ListCommand.table(rows, panel: panel).lines
    #expect(lines.count == 2 && lines[1].hasPrefix(suggestion.id) && lines[1].contains("●○○"))
  }

  @Test func filesAreWrittenWholeOrNotAtAll() throws {
    let folder = Self.folder()
    let path = folder.appendingPathComponent("x.csv").path
    #expect(throws: Failure.self) { try OutputFile.write(Data("a".utf8), to: path) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try OutputFile.write(Data("a".utf8), to: path)
    try OutputFile.write(Data("b".utf8), to: path)
    #expect(FileManager.default.contents(atPath: path) == Data("b".utf8))
    #expect(throws: Failure.self) { try OutputFile.write(Data(), to: folder.path) }
  }

  @Test func theFoldersOfTheProgramAreFound() {
    #expect(SharedFiles.folder("no such folder") == nil)
    #expect(ResourceUse.peakMegabytes > 0)
  }

  @Test(arguments: ["open", "accepted", "rejected", "later"])
  func everyStatusIsListed(status: String) throws {
    let query = try ListCommand.query(
      project: .restaurants, engine: try Engines.engine(.restaurants), status: status, filter: [])
    #expect(query.statuses.map(\.rawValue) == [status])
  }

  @Test(arguments: ["Open", "", "done", "open,later"])
  func otherStatusesAreWrongUse(status: String) {
    let failure = #expect(throws: Failure.self) {
      try ListCommand.query(
        project: .restaurants, engine: try Engines.engine(.restaurants), status: status,
        filter: [])
    }
    #expect(failure?.status == ExitStatus.usage)
  }
}
