import Display
import Foundation
import Review
import ReviewStore
import Terminal
import Testing

@testable import Session

/// The whole application on the embedded driver: keys in, grids out, decisions in the store.
@Suite struct LoopTests {
  /// A driver that presses keys one after the other, once the screen has come to rest.
  final class KeyDriver: TerminalDriver {
    let waker = Waker()
    let size = Size(width: 110, height: 30)
    var frames: [Frame] = []
    private var keys: [Key]
    private let lock = NSLock()

    init(_ keys: [Key]) { self.keys = keys }

    func present(_ frame: Frame) { frames.append(frame) }

    func nextEvent(timeout: Duration?) -> InputEvent? {
      // Answers come from other threads: a moment for them before the next key.
      Thread.sleep(forTimeInterval: 0.03)
      guard !keys.isEmpty else { return .hangup(signal: 15) }
      if frames.count.isMultiple(of: 2) { return .wake }
      frames.append(frames[frames.count - 1])
      return .key(keys.removeFirst())
    }

    func suspend() {}
    func resume() {}
    func close() {}
  }

  @Test func acceptAndRejectReachTheStore() throws {
    let store = try ServiceTests.filled()
    let driver = KeyDriver(["j", "k", "a", "r", "w", "?", "Esc"])
    let status = WorkbenchSession(
      driver: driver, store: store, engines: [FakeEngine()],
      agent: Agent(id: "claire", role: .administrator), language: .english, theme: .standard,
      glyphs: .unicode, clock: { ServiceTests.now }
    ).run()
    #expect(status == 143)
    let counts = try store.counts(.restaurants, today: ServiceTests.now.day)
    #expect(counts.accepted == 1 && counts.rejected == 1 && counts.open == 1)
    #expect(try store.verify(expectedHead: nil).isIntact)
    #expect(driver.frames.contains { $0.grid.textPlane.joined().contains("titre 2") })
  }
}
