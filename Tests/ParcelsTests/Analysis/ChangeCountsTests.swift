import Imagery
import Testing

@testable import Parcels

@Suite("Figures of change maps")
struct ChangeCountsTests {
  private func counts(_ rows: [String], _ truth: [String]) -> ChangeCounts {
    let width = rows[0].count
    let map = Plane(
      width: width, height: rows.count,
      values: rows.flatMap { $0.map { Float($0.wholeNumberValue ?? 0) * 28 } })
    return ChangeCounts(
      map: map, label: truth.flatMap { $0.map { $0 == "#" } }, smallest: 2)
  }

  @Test("pixels, objects, ranking and loose recall of a small map, worked out by hand")
  func byHand() {
    let result = counts(
      ["99..55", "99..55", "......", "77....", "......"],
      ["##....", "##....", "......", "....##", "....##"])
    #expect(result.truePixels == 4 && result.falsePixels == 6 && result.missedPixels == 4)
    #expect(abs(result.pixelF1 - 8.0 / 18) < 1e-9)
    #expect(result.objects == 2 && result.matched == 1 && result.loose == 1)
    #expect(result.candidates.count == 3)
    // The right candidate is first in the ranking: precision 1 at one of two objects.
    #expect(abs(result.averagePrecision - 0.5) < 1e-9)
    #expect(abs(result.objectF1 - 2.0 / 5) < 1e-9)
  }

  @Test("an object is matched once, and by the best candidate")
  func oneToOne() {
    let result = counts(["999.66", "999.66"], ["######", "######"])
    #expect(result.matched == 1 && result.candidates.count == 2)
  }

  @Test("nothing found and nothing true is no error")
  func empty() {
    let result = counts(["....", "...."], ["....", "...."])
    #expect(result.pixelF1 == 0 && result.averagePrecision == 0 && result.objects == 0)
  }

  @Test("a finished map keeps what is under the cut under 128, and regions carry their mean")
  func finishing() {
    var map = Plane(width: 40, height: 40, value: 0.1)
    for y in 5..<15 { for x in 5..<15 { map[x, y] = 0.6 } }
    for y in 25..<35 { for x in 25..<35 { map[x, y] = 0.7 } }
    map[20, 5] = 0.9
    let done = MapFinisher(cut: 0.5, smallest: 10).finished(
      map, width: 40, height: 40, metres: 0.5)
    #expect(done[10, 10] == 204 && done[30, 30] == 217)
    #expect(done[0, 0] < 128 && done[20, 5] == 127)
  }
}
