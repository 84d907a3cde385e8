import Foundation
import Testing

@testable import Telephone

@Suite("The bot on the telephone", .serialized)
struct FastAGITests {
  @Test("a question is answered and the call is kept")
  func answered() throws {
    let fixture = try BotFixture()
    defer { fixture.end() }
    let exchange = try FakeExchange(port: fixture.server.port)
    exchange.sendHeader()
    exchange.play([.words("où est le bulletin de paie"), .words("au revoir")])
    #expect(exchange.commands.first == "ANSWER")
    #expect(exchange.commands.contains { $0.hasPrefix("SET VARIABLE VIGIE_OUTCOME \"answered\"") })
    #expect(fixture.isQuiet())
    let journal = try #require(fixture.journal.first)
    #expect(journal.contains("0353010123"))
    #expect(journal.contains("bulletin"))
    #expect(!fixture.log.all.contains { $0.contains("0353010123") })
  }

  @Test("key 0 reaches a person at any time")
  func keyZero() throws {
    let fixture = try BotFixture()
    defer { fixture.end() }
    let exchange = try FakeExchange(port: fixture.server.port)
    exchange.sendHeader()
    exchange.play([.key("0")])
    #expect(exchange.commands.contains { $0.hasPrefix("SET VARIABLE VIGIE_OUTCOME \"handoff\"") })
  }

  @Test("without a recogniser the message is recorded for the list")
  func recorded() throws {
    let fixture = try BotFixture(hearsTranscripts: false)
    defer { fixture.end() }
    let exchange = try FakeExchange(port: fixture.server.port)
    exchange.sendHeader()
    exchange.play([.words("bonjour")])
    #expect(exchange.commands.contains { $0.hasPrefix("SET VARIABLE VIGIE_OUTCOME \"recorded\"") })
  }

  @Test("silence twice is handed over")
  func silence() throws {
    let fixture = try BotFixture()
    defer { fixture.end() }
    let exchange = try FakeExchange(port: fixture.server.port)
    exchange.sendHeader()
    exchange.play([.silence, .silence])
    #expect(exchange.commands.contains { $0.contains("\"handoff\"") })
  }

  @Test("a caller may hang up at any command", arguments: 1...6)
  func hangUp(at number: Int) throws {
    let fixture = try BotFixture()
    defer { fixture.end() }
    let exchange = try FakeExchange(port: fixture.server.port)
    exchange.sendHeader()
    var count = 0
    exchange.play([.words("date du prélèvement"), .words("et les congés")]) { exchange, _ in
      count += 1
      if count == number { exchange.close() }
    }
    #expect(fixture.isQuiet())
  }

  @Test("HANGUP between replies is no reply")
  func hangUpLine() throws {
    let fixture = try BotFixture()
    defer { fixture.end() }
    let exchange = try FakeExchange(port: fixture.server.port)
    exchange.sendHeader()
    _ = exchange.line()
    exchange.send("HANGUP\n200 result=0\n")
    while exchange.line() != nil {}
    #expect(fixture.isQuiet())
    #expect(fixture.log.all.contains { $0.contains("hangUp") })
  }

  @Test(
    "garbage ends its own call only",
    arguments: [
      [UInt8](repeating: 0x41, count: 100_000), Array("agi_uniqueid\n\n".utf8),
      Array("GET / HTTP/1.1\r\nHost: x\r\n\r\n".utf8), (0..<2000).map { UInt8($0 % 256) },
      Array(String(repeating: "agi_x: y\n", count: 500).utf8), [0x0A],
      Array("agi_uniqueid: ../../etc/passwd\n\n200 what\n511 dead\n".utf8),
    ] as [[UInt8]])
  func garbage(bytes: [UInt8]) throws {
    let fixture = try BotFixture(limits: AGILimits(headerSeconds: 1, replySeconds: 2))
    defer { fixture.end() }
    let hostile = try FakeExchange(port: fixture.server.port)
    hostile.send(bytes)
    let exchange = try FakeExchange(port: fixture.server.port)
    exchange.sendHeader()
    exchange.play([.key("0")])
    #expect(exchange.commands.contains { $0.contains("\"handoff\"") })
    hostile.close()
    #expect(fixture.isQuiet())
    let files = try FileManager.default.subpathsOfDirectory(atPath: fixture.folder.path)
    #expect(!files.contains { $0.contains("passwd") })
  }

  @Test("a sender that drips is cut off in time")
  func slow() throws {
    let fixture = try BotFixture(limits: AGILimits(headerSeconds: 0.5))
    defer { fixture.end() }
    let exchange = try FakeExchange(port: fixture.server.port)
    for _ in 0..<8 {
      exchange.send("a")
      Thread.sleep(forTimeInterval: 0.1)
    }
    #expect(exchange.line() == nil)
    #expect(fixture.isQuiet())
  }

  @Test("more calls than allowed are refused, the others go on")
  func limit() throws {
    let fixture = try BotFixture(limits: AGILimits(sessions: 1))
    defer { fixture.end() }
    let first = try FakeExchange(port: fixture.server.port)
    first.sendHeader()
    #expect(first.line() == "ANSWER")
    let second = try FakeExchange(port: fixture.server.port)
    second.sendHeader()
    #expect(second.line() == nil)
    first.send("200 result=0\n")
    #expect(first.line()?.hasPrefix("STREAM FILE") == true)
  }

  @Test("fifty calls at once: none mixed up, none left open, quick")
  func concurrent() throws {
    let fixture = try BotFixture()
    defer { fixture.end() }
    let questions = ["où est le bulletin de paie", "date du prélèvement", "déclarer des congés"]
    let answers = ["bulletins", "décompte", "volet"]
    let reactions = Collected()
    let group = DispatchGroup()
    for number in 0..<50 {
      group.enter()
      let thread = Thread {
        defer { group.leave() }
        guard let exchange = try? FakeExchange(port: fixture.server.port) else { return }
        exchange.sendHeader(unique: "1795000000.\(number)", caller: "06399800\(10 + number)")
        exchange.play([.words(questions[number % 3]), .words("au revoir")])
        reactions.add(exchange.reactions)
      }
      thread.start()
    }
    #expect(group.wait(timeout: .now() + 60) == .success)
    #expect(fixture.isQuiet())
    let journal = fixture.journal
    #expect(journal.count == 50)
    for line in journal {
      let number = try #require(
        line.firstMatch(of: /1795000000\.(\d+)/).flatMap { Int($0.output.1) })
      #expect(line.contains("06399800\(10 + number)"))
      #expect(line.contains(questions[number % 3]))
      #expect(line.contains(answers[number % 3]))
    }
    let sorted = reactions.all.sorted()
    let p95 = sorted[Int(0.95 * Double(sorted.count))]
    print("50 calls: \(sorted.count) reactions, p95 \(Int(p95 * 1000)) ms")
    // The aim, 150 ms, is for a machine that does nothing else: beside two thousand other tests only a
    // call that stalls is a fault.
    #expect(p95 < 0.6)
  }

  /// Numbers from several threads.
  final class Collected: @unchecked Sendable {
    private let lock = NSLock()
    private var values: [Double] = []
    func add(_ more: [Double]) { lock.withLock { values += more } }
    var all: [Double] { lock.withLock { values } }
  }
}
