import Foundation
import Review
import Testing

@testable import ReviewStore

/// A ledger of a million events. `VIGIE_VOLUME=1` runs it; it takes a minute or two.
@Suite struct LedgerVolumeTests {
  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["VIGIE_VOLUME"] == "1", "VIGIE_VOLUME=1 runs it"))
  func aMillionEventsAreVerified() throws {
    let path = StoreFixture.path()
    let store = try SQLiteFileTests.opened(path)
    try store.save(suggestions: [LedgerConformanceTests.one])
    let start = Date()
    let count = 1_000_000
    for _ in 0..<(count / 5_000) {
      try store.append(
        (0..<5_000).map { _ in
          StoreFixture.draft(StoreFixture.decision(LedgerConformanceTests.one))
        })
    }
    let written = Date()
    let result = try store.verify(expectedHead: nil)
    let seconds = Date().timeIntervalSince(written)
    #expect(result.isIntact && result.verified >= count)
    print(
      "ledger: \(result.verified) events written in \(Int(written.timeIntervalSince(start))) s,",
      "verified in \(String(format: "%.1f", seconds)) s")
    #expect(seconds < 60)
    try FileManager.default.removeItem(atPath: path)
  }
}
