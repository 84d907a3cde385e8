import Display
import Glibc
import Testing

@testable import Terminal

@Suite struct LinearDriverTests {
  /// A driver between two pipes: what it reads and what it says.
  private struct Pipes {
    let driver: LinearDriver
    let input: Int32
    let output: Int32

    init() {
      var ends: [Int32] = [0, 0]
      pipe(&ends)
      var others: [Int32] = [0, 0]
      pipe(&others)
      input = ends[1]
      output = others[0]
      driver = LinearDriver(input: ends[0], output: others[1], handlesSignals: false)
    }

    func said() -> String {
      guard case .bytes(let bytes) = readSome(output) else { return "" }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  private func frame(_ sentences: SafeText...) -> Frame {
    Frame(grid: Grid(size: Size(width: 80, height: 24)), announcement: sentences)
  }

  @Test func sentencesAreSaidOnce() {
    let pipes = Pipes()
    pipes.driver.present(frame("Chez Momo, 88 %", "2 of 25"))
    #expect(pipes.said() == "Chez Momo, 88 %\n2 of 25\n")
    pipes.driver.present(frame("Chez Momo, 88 %", "2 of 25"))
    pipes.driver.present(frame(SafeText("La \u{1B}[2JPaillote")))
    #expect(pipes.said() == "La ␛[2JPaillote\n")
    pipes.driver.suspend()
    pipes.driver.present(frame("not said"))
    pipes.driver.resume()
    pipes.driver.present(frame("said again"))
    #expect(pipes.said() == "said again\n")
  }

  @Test func linesAreKeysOrText() {
    let pipes = Pipes()
    #expect(pipes.driver.mode == .lines)
    writeAll(Array("j\n\nC-d\r\n/momo\n".utf8), to: pipes.input)
    var events: [InputEvent] = []
    while let event = pipes.driver.nextEvent(timeout: .milliseconds(20)) { events.append(event) }
    let typed = "/momo".unicodeScalars.map { InputEvent.key(.character($0)) }
    #expect(events == [.key("j"), .key("Enter"), .key("C-d")] + typed + [.key("Enter")])
  }

  @Test func theEndOfTheInputIsAHangUp() {
    let pipes = Pipes()
    closeDescriptor(pipes.input)
    #expect(pipes.driver.nextEvent(timeout: nil) == .hangup(signal: SIGHUP))
  }

  @Test func wakesAndTimeouts() {
    let pipes = Pipes()
    #expect(pipes.driver.nextEvent(timeout: .milliseconds(5)) == nil)
    pipes.driver.waker.wake()
    #expect(pipes.driver.nextEvent(timeout: nil) == .wake)
    pipes.driver.close()
    #expect(pipes.driver.nextEvent(timeout: nil) == nil)
  }

  @Test func longLinesAreCut() {
    var decoder = LineDecoder()
    let line = [UInt8](repeating: 0x61, count: LineDecoder.maximumLine + 500) + [0x0A]
    #expect(decoder.feed(line).count == LineDecoder.maximumLine + 1)
    #expect(decoder.feed(Array("\u{1B}[Ax\n".utf8)).last == .key("Enter"))
    #expect(decoder.flush().isEmpty && !decoder.isWaiting)
  }
}
