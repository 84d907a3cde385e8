import Display
import Foundation
import Review
import ReviewStore
import Terminal
import Testing

@testable import Session

/// What is said when several answers come between two frames.
@Suite struct SpeakingLoopTests {
  /// A driver that presses each key once what it waits for is on the screen or was said.
  final class PatientDriver: TerminalDriver {
    let waker = Waker()
    let size = Size(width: 110, height: 30)
    var frames: [Frame] = []
    private var steps: [(awaited: String, key: Key)]
    /// The first frame in which the next thing may be found.
    private var start = 0
    private var looks = 0

    init(_ steps: [(String, Key)]) { self.steps = steps.map { ($0.0, $0.1) } }

    func present(_ frame: Frame) { frames.append(frame) }

    func nextEvent(timeout: Duration?) -> InputEvent? {
      Thread.sleep(forTimeInterval: 0.01)
      looks += 1
      guard let step = steps.first, looks < 1500 else { return .hangup(signal: 15) }
      guard frames.dropFirst(start).contains(where: { Self.shows($0, step.awaited) }) else {
        return .wake
      }
      steps.removeFirst()
      start = frames.count
      return .key(step.key)
    }

    private static func shows(_ frame: Frame, _ text: String) -> Bool {
      frame.announcement.contains { $0.content.contains(text) }
        || frame.grid.textPlane.joined().contains(text)
    }

    func suspend() {}
    func resume() {}
    func close() {}
  }

  static func frames(_ steps: [(String, Key)]) throws -> [Frame] {
    let driver = PatientDriver(steps)
    _ = WorkbenchSession(
      driver: driver, store: try ServiceTests.filled(), engines: [ActingEngine()],
      agent: Agent(id: "claire", role: .administrator), language: .english, theme: .standard,
      glyphs: .unicode, localTime: LocalTime(seconds: 3600), clock: { ServiceTests.now }
    ).run()
    return driver.frames
  }

  @Test func nothingThatIsSaidIsLost() throws {
    let steps: [(String, Key)] = [
      ("titre 2", "a"), ("accepted (no. 2)", "r"), ("Reason for", "Esc"), ("titre 1", "t"),
      ("Tables", "Esc"), ("titre 1", "7"), ("✓ verified", "3"), ("Restaurants", "q"),
    ]
    let said = try Self.frames(steps)
      .flatMap(\.announcement).map(\.content)
    for wanted in ["accepted (no. 2)", "Reason for the rejection?", "w : wrong", "Tables: t"] {
      #expect(said.contains(wanted), "\(wanted)")
    }
    #expect(said.contains("Supervision") && said.contains("Restaurants"))
    #expect(said.contains { $0.contains("=titre 1") })
    #expect(said.contains { $0.contains("verified") })
  }

  /// The history shows the time of the agent's clocks; the ledger keeps universal time.
  @Test func timesAreThoseOfTheAgentsClocks() throws {
    let down = [(String, Key)](repeating: ("List", "j"), count: 1)
    let moves: [(String, Key)] = ["accepted", "rejected", "later"].map { ($0, "j") }
    let end: [(String, Key)] = [("all", "Enter"), ("titre 2", "a"), ("10:02", "q")]
    let frames = try Self.frames([("titre 2", "v")] + down + moves + end)
    let screens = frames.map { frame in
      frame.grid.textPlane.joined().replacingOccurrences(of: "\u{A0}", with: " ")
    }
    #expect(screens.contains { $0.contains("24 Nov 2026 10:02") })
    #expect(!screens.contains { $0.contains("09:02") })
  }
}
