import Foundation
import Review
import ReviewStore
import Testing

@testable import Calls
@testable import Session

@Suite("The calls panel, end to end")
struct CallsEngineTests {
  private static let sample = CallsBench.sample
  private static let now = CallsBench.now

  private func filled() throws -> CallsBench { try CallsBench.filled() }

  @Test("the sample is read without a refusal and ranked")
  func sample() throws {
    let bench = try filled()
    #expect(bench.observer.refusals.isEmpty)
    let list = try bench.list()
    #expect(list.count >= 12)
    let first = try #require(list.first)
    #expect(first.title.contains("Prélèvement rejeté"))
    #expect(first.place == "03 53 •• •• 23")
    #expect(!list.contains { "\($0)".contains("0353010123") })
    #expect(!list.contains { $0.place == "01 99 •• •• 34" })
    for suggestion in list {
      for case .contributions(let parts) in suggestion.evidence {
        let value = 1 / (1 + exp(-parts.total))
        #expect(abs(value - suggestion.score.value) < 1e-9)
      }
    }
  }

  @Test("analysing again changes nothing")
  func idempotent() throws {
    let bench = try filled()
    let before = try bench.list()
    _ = try bench.analyse([Self.sample])
    #expect(try bench.list() == before)
  }

  @Test("a caller answered since drops to the end of the list")
  func answeredSince() throws {
    let bench = try filled()
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("calls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let later = Self.now.milliseconds / 1000 - 60
    let log = folder.appendingPathComponent("queue_log")
    try Data(
      """
      \(later)|later.1|accueil|NONE|ENTERQUEUE||0353010123|1
      \(later + 5)|later.1|accueil|Agent 1|CONNECT|5|x|1
      \(later + 20)|later.1|accueil|Agent 1|COMPLETEAGENT|5|15|1

      """.utf8
    ).write(to: log)
    _ = try bench.analyse([log])
    let last = try #require(try bench.list().last)
    #expect(last.place == "03 53 •• •• 23")
    #expect(last.score.value == 0)
  }

  @Test("a correction is a decision, and the candidate learns from it")
  func correction() throws {
    let bench = try filled()
    let unknown = try #require(
      try bench.list().first { CallsActions.utterance(of: $0)?.contains("papier bleu") == true })
    guard
      case .decision(let proposal) = try bench.act(
        "intent", ["intent": "cotisations_taux"], on: unknown)
    else {
      Issue.record("no decision")
      return
    }
    #expect(proposal.verdict == .accept)
    #expect(throws: (any Error).self) {
      try bench.act("intent", ["intent": "nothing"], on: unknown)
    }
    let seen = Decision.Seen(model: 1, score: 0.5, rank: 1, seconds: 3, language: .french)
    let subject = ActionSubject(suggestion: unknown.id, seen: seen)
    _ = try bench.store.append([
      LedgerDraft(
        time: Self.now, agent: "marie",
        payload: .decision(proposal.decision(on: subject, project: .calls)))
    ])
    let model = try bench.learn()
    #expect(model.summary.decisionCount == 1)
    let intents = try CallsModel(model).intents
    #expect(
      intents.understand("ben le papier bleu là que vous envoyez").intent == "cotisations_taux")
  }

  @Test("a candidate that forgets a protected case is put aside")
  func protected() throws {
    let bench = try filled()
    let table = try #require(bench.engine.panel.tables.first { $0.name == "protected" })
    let service = KnowledgeService(store: bench.store, project: .calls, table: table)
    try service.set(
      ["text": "où trouver le bulletin de paie", "intent": "bulletin_paie"], agent: "marie",
      now: Self.now)
    let model = try bench.learn()
    #expect(model.summary.figures.contains { $0.name.en.contains("protected") && $0.after == 1 })
  }

  @Test("an old rule is shown as never spoken")
  func expiredShown() throws {
    let bench = try filled()
    let suggestion = try #require(
      try bench.list().first {
        CallsActions.utterance(of: $0)?.contains("limite d'effectif") == true
      })
    #expect("\(suggestion.evidence)".contains("périmée"))
    #expect(!"\(suggestion.evidence)".contains("« Le service est réservé"))
  }

  @Test("actions: call back shows the number, talk answers, topics group, drafts are not spoken")
  func actions() throws {
    let bench = try filled()
    let first = try #require(try bench.list().first)
    guard case .disclosure(let lines, let reason) = try bench.act("callback", [:], on: first)
    else {
      Issue.record("not what was expected")
      return
    }
    #expect(lines[0].contains("03 53 01 01 23"))
    #expect(!reason.isEmpty)
    guard
      case .text(let talk) = try bench.act(
        "talk", ["said": "où trouver le bulletin de paie"], on: nil)
    else {
      Issue.record("not what was expected")
      return
    }
    #expect(talk.contains { $0.contains("bulletin_paie") })
    guard case .text(let topics) = try bench.act("topics", [:], on: nil) else {
      Issue.record("not what was expected")
      return
    }
    #expect(topics.contains { $0.contains("papier bleu") })
    guard
      case .knowledge(let table, let rows) = try bench.act(
        "write", ["text": "Une réponse.", "source": "fiche", "valid_to": ""], on: first)
    else {
      Issue.record("not what was expected")
      return
    }
    #expect(table == "answers")
    #expect(rows[0].values["checked"] == "")
    guard case .text(let kept) = try bench.act("retention", [:], on: nil) else {
      Issue.record("not what was expected")
      return
    }
    #expect(kept[0].contains("90"))
  }

  @Test("hostile files are refused, the rest goes on")
  func hostile() throws {
    let bench = CallsBench()
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("calls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files: [(String, [UInt8])] = [
      ("binary.txt", [0, 1, 2, 3]), ("broken.gz", [0x1F, 0x8B, 8, 0, 0]),
      ("empty.tsv", []), ("prose.txt", Array("une phrase sans colonnes".utf8)),
      (
        "dialogues.jsonl",
        Array("{\"turns\":[]}\n{\"call\":\"x\",\"time\":1e99,\"turns\":[]}\n".utf8)
      ),
      ("queue_log", Array("1793865665|a|q|NONE|ENTERQUEUE||0353010123|1\nbad\n".utf8)),
      ("answers.jsonl", Array("{\"intent\":\"x\",\"answer_fr\":\"y\",\"kind\":\"shout\"}\n".utf8)),
    ]
    for (name, bytes) in files {
      try Data(bytes).write(to: folder.appendingPathComponent(name))
    }
    let result = try bench.analyse([folder])
    #expect(result.suggestions == 1)
    #expect(bench.observer.refusals.count >= 7)
    #expect(throws: (any Error).self) {
      try bench.analyse([URL(fileURLWithPath: "/nonexistent/file")])
    }
  }
}
