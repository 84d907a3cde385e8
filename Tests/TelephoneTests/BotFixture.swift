import Calls
import Foundation
import Review
import Synchronization

@testable import Telephone

/// A server with a small model of its own on a free port of the machine itself.
final class BotFixture: Sendable {
  let server: FastAGIServer
  let folder: URL
  let log: LogLines

  final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])
    func add(_ line: String) { lines.withLock { $0.append(line) } }
    var all: [String] { lines.withLock { $0 } }
  }

  /// A voice that gives a tenth of a second of nothing.
  struct Silence: SpeechSynthesising {
    func wave(of text: SpokenText) throws -> Data {
      WaveFile.data([Int16](repeating: 0, count: 2205), rate: 22_050)
    }
  }

  init(limits: AGILimits = AGILimits(), hearsTranscripts: Bool = true) throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("telephone-\(UUID().uuidString)")
    let lines = LogLines()
    log = lines
    var options = FastAGIServer.Options()
    options.port = 0
    options.limits = limits
    let bot = try Self.bot()
    server = try FastAGIServer(
      options: options, sounds: try SoundLibrary(folder: folder, speech: Silence()),
      recogniser: hearsTranscripts ? TranscriptRecogniser() : nil,
      journal: DialogueJournal(url: folder.appendingPathComponent("dialogues.jsonl")),
      conversation: { bot.conversation() }, log: { lines.add($0) })
    let running = server
    Thread { running.run() }.start()
  }

  func end() {
    server.stop()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Waits until no call is left; whether that happened in ten seconds.
  func isQuiet() -> Bool {
    for _ in 0..<200 {
      if server.sessionCount == 0 { return true }
      Thread.sleep(forTimeInterval: 0.05)
    }
    return false
  }

  var journal: [String] {
    let text = try? String(
      contentsOf: folder.appendingPathComponent("dialogues.jsonl"), encoding: .utf8)
    return text?.split(separator: "\n").map(String.init) ?? []
  }

  private static let questions: [(intent: String, title: String, answer: String, said: [String])] =
    [
      (
        "bulletin", "Bulletin de paie", "Les bulletins sont dans votre espace.",
        ["où est le bulletin de paie", "fiche de paie introuvable", "télécharger un bulletin"]
      ),
      (
        "conges", "Congés payés", "Les congés se déclarent dans le volet.",
        ["déclarer des congés", "une semaine de vacances", "jours de congés restants"]
      ),
      (
        "debit", "Prélèvement", "Le montant figure sur le décompte.",
        ["date du prélèvement", "montant prélevé ce mois", "quand êtes-vous payés"]
      ),
    ]

  private static func bot() throws -> CallBot {
    let today = CalendarDate(year: 2026, month: 11, day: 20)!
    var knowledge: [String: [KnowledgeRow]] = [:]
    knowledge["answers"] = questions.map { item in
      KnowledgeRow(
        key: item.intent + "/1",
        values: [
          "intent": item.intent, "title_fr": item.title, "kind": "answer",
          "answer_fr": item.answer, "source": "fiche", "checked": "2026-11-01",
          "keywords": item.title,
        ])
    }
    let now = Timestamp(milliseconds: 1_795_000_000_000)
    var circumstances = AnalysisRequest(
      today: today, now: now, model: nil, pseudonymSalt: "salt", knowledge: knowledge)
    let content = try CallBot.teach(
      questions.flatMap { item in
        (0..<14).flatMap { number in
          item.said.map {
            LabelledUtterance(text: number == 0 ? $0 : "\($0) \(number)", intent: item.intent)
          }
        }
      }, circumstances: circumstances)
    circumstances.model = ModelRecord(
      project: .calls, version: 1, state: .active, created: now, content: content, sha256: "",
      summary: TrainingSummary(exampleCount: 0, decisionCount: 0, lastSequence: 0, figures: []))
    return try CallBot(circumstances)
  }
}
