import Display
import Review
import Testing

@testable import Workbench

@Suite struct TabsTests {
  private static func line(_ width: Int, _ screen: String) -> String {
    var (fixture, state) = RobotTests.started(Size(width: width, height: 12), .english)
    fixture.press(screen, on: &state)
    return render(state).grid.textPlane[0]
  }

  @Test(arguments: [30, 40, 60, 80, 120, 200], ["3", "7"])
  func theTabInUseIsAlwaysNamed(width: Int, screen: String) {
    let line = Self.line(width, screen)
    #expect(line.contains(screen == "7" ? "[7 Supervision]" : "[3 Restaurants 60]"))
  }

  @Test func aClickHitsWhatIsDrawn() {
    for width in [40, 80, 120] {
      let (_, state) = RobotTests.started(Size(width: width, height: 12), .english)
      let line = Array(render(state).grid.textPlane[0])
      let column = line.firstIndex(of: "7") ?? -1
      #expect(Tabs.hit(state, column: column) == 7)
      #expect(Tabs.hit(state, column: 0) == nil)
    }
  }
}
