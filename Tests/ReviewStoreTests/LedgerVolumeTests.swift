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
    let suggestions = (0..<1_000).map { StoreFixture.suggestion($0, value: 0.5) }
    try store.save(suggestions: suggestions)
    let start = Date()
    let count = 1_000_000
    for batch in 0..<(count / 5_000) {
      try store.append(
        (0..<5_000).map { number in
          // One decision on each suggestion; the rest are readings of files.
          let place = batch * 5_000 + number
          guard place >= suggestions.count else {
            return StoreFixture.draft(StoreFixture.decision(suggestions[place]))
          }
          return StoreFixture.draft(
            .importing(
              ImportRecord(
                project: .restaurants, files: ["avis-\(place).csv": "00"], rows: place,
                refused: 0, suggestions: 0)))
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
