import Display
import Review
import Testing

@testable import Workbench

/// Budgets of drawing: told in every build, held in release builds only.
@Suite(.serialized) struct DrawingSpeedTests {
  private func microseconds(_ count: Int, _ body: () -> Int) -> Double {
    let clock = ContinuousClock()
    var best = Double.infinity
    for _ in 0..<5 {
      var total = 0
      let time = clock.measure { for _ in 0..<count { total += body() } }
      #expect(total >= 0)
      let parts = time.components
      best = min(
        best, (Double(parts.seconds) * 1e6 + Double(parts.attoseconds) / 1e12) / Double(count))
    }
    return best
  }

  private func hold(_ name: String, _ time: Double, budget: Double) {
    print("\(name): \((time * 10).rounded() / 10) µs")
    #if !DEBUG
      // Other programs share the machine: the bar is told, six times it fails.
      #expect(time <= budget * 6)
    #endif
  }

  @Test func listRow() {
    let row = Sample.row("Le Petit Bouchon de la Plage", "Sète")
    let context = Sample.context(100)
    let time = microseconds(2_000) {
      ListRowView.line(
        row, panel: Sample.panel, context: context, isFocused: false, isMarked: false
      ).width
    }
    hold("list row", time, budget: 20)
  }

  @Test func typicalDetail() {
    let passages = Array(repeating: Sample.passage, count: 4)
    let detail = Sample.detail(
      Sample.suggestion(
        [Sample.contributions] + passages + [Sample.facts, Sample.bars], parts: Sample.passageParts),
      parts: ["p1": .accepted], history: Sample.history)
    let context = Sample.context(70)
    let time = microseconds(100) {
      DetailView.layout(detail, panel: Sample.panel, context: context).lines.count
    }
    hold("typical detail", time, budget: 500)
  }
}
