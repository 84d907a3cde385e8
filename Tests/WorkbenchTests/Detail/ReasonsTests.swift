import Display
import Review
import Testing

@testable import Workbench

@Suite struct ReasonsTests {
  private func lines(_ contributions: ContributionsEvidence, _ width: Int = 80) -> [String] {
    let detail = Sample.detail(Sample.suggestion([.contributions(contributions)]))
    var layout = DetailLayout()
    EvidenceDrawer(detail, context: Sample.context(width, .english)).drawReasons(into: &layout)
    return layout.lines.map(\.text.content)
  }

  private func reason(_ name: String, _ value: Double) -> ContributionsEvidence.Reason {
    .init(label: LocalizedText(same: name), value: value)
  }

  @Test func strongestComesFirstAndAllAddsUp() {
    let drawn = lines(
      .init(base: -1, reasons: [reason("weak", 0.25), reason("against", -2), reason("for", 1.5)]))
    let names = drawn.dropFirst().map { $0.split(separator: " ").first.map(String.init) ?? "" }
    #expect(names == ["against", "for", "weak", "to", "sum"])
    #expect(drawn.last?.contains("−1.25 → 88%") == true)
  }

  @Test func barsShareOneScale() {
    let drawn = lines(.init(base: 0, reasons: [reason("a", 2), reason("b", -1)]), 60)
    #expect(drawn[1].count { $0 == "█" } == 12)
    #expect(drawn[2].count { $0 == "▌" } == 6)
  }

  @Test func weakReasonsAreSummedUpNotDropped() {
    let reasons = (1...40).map { reason("r\($0)", 0.01 * Double($0)) }
    let drawn = lines(.init(base: 0, reasons: reasons))
    #expect(drawn.count == 1 + 30 + 3)
    #expect(drawn[31].hasPrefix("10 other reasons"))
    #expect(drawn[31].contains("+0.55"))
    #expect(drawn[33].contains("+8.20"))
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity, 1e300])
  func strangeValuesDoNotBreak(_ value: Double) {
    for width in [1, 8, 30, 60, 120] {
      let drawn = lines(.init(base: value, reasons: [reason("a", value), reason("b", 1)]), width)
      #expect(drawn.count >= 5)
    }
  }

  @Test func withoutReasonsItIsSaid() {
    var layout = DetailLayout()
    EvidenceDrawer(Sample.detail(Sample.suggestion()), context: Sample.context(60))
      .drawReasons(into: &layout)
    #expect(layout.lines.count == 2)
  }
}
