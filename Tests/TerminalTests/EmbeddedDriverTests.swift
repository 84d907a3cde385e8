import Display
import Glibc
import Testing

@testable import Terminal

@Suite struct EmbeddedDriverTests {
  @Test func scriptedEventsComeInOrder() {
    let driver = EmbeddedDriver(script: [.key("j")], patience: .zero)
    driver.press("C-d abc Enter")
    driver.send(.resize(Size(width: 40, height: 12)))
    var events: [InputEvent] = []
    while let event = driver.nextEvent(timeout: .zero) { events.append(event) }
    #expect(
      events == [
        .key("j"), .key("C-d"), .key("a"), .key("b"), .key("c"), .key("Enter"),
        .resize(Size(width: 40, height: 12)),
      ])
    #expect(driver.size == Size(width: 40, height: 12))
    #expect(driver.nextEvent(timeout: nil) == .hangup(signal: SIGHUP))
  }

  @Test func framesAreKept() {
    let driver = EmbeddedDriver()
    for count in 0..<3 {
      driver.present(Frame(grid: Grid(size: driver.size), announcement: [SafeText(count)]))
    }
    #expect(driver.frame?.announcement == ["2"])
    #expect(driver.history.count == 3)
    driver.suspend()
    driver.present(Frame(grid: Grid(size: driver.size)))
    #expect(driver.history.count == 3 && driver.state == .suspended)
    driver.resume()
    #expect(driver.state == .open)
    driver.close()
    driver.resume()
    #expect(driver.state == .closed && driver.nextEvent(timeout: nil) == nil)
  }

  @Test func anotherThreadWakes() async {
    let driver = EmbeddedDriver(patience: .seconds(20))
    let waker = driver.waker
    let task = Task.detached {
      waker.wake()
      waker.wake()
    }
    await task.value
    #expect(driver.nextEvent(timeout: nil) == .wake)
    #expect(driver.nextEvent(timeout: .zero) == nil)
  }
}
