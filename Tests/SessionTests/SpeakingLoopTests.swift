import Display
import Foundation
import Review
import ReviewStore
import Terminal
import Testing

@testable import Session

/// What is said when several answers come between two frames.
@Suite struct SpeakingLoopTests {
  static func frames(_ keys: [Key]) throws -> [Frame] {
    let driver = LoopTests.KeyDriver(keys)
    _ = WorkbenchSession(
      driver: driver, store: try ServiceTests.filled(), engines: [ActingEngine()],
      agent: Agent(id: "claire", role: .administrator), language: .english, theme: .standard,
      glyphs: .unicode, localTime: LocalTime(seconds: 3600), clock: { ServiceTests.now }
    ).run()
    return driver.frames
  }

  @Test func nothingThatIsSaidIsLost() throws {
    let said = try Self.frames(["a", "r", "Esc", "t", "Esc", "7", "3"])
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
    let frames = try Self.frames(["v", "j", "j", "j", "j", "Enter", "a"])
    let screens = frames.map { frame in
      frame.grid.textPlane.joined().replacingOccurrences(of: "\u{A0}", with: " ")
    }
    #expect(screens.contains { $0.contains("24 Nov 2026 10:02") })
    #expect(!screens.contains { $0.contains("09:02") })
  }
}
