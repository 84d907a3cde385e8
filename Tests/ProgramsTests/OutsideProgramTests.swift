import Foundation
import Testing

@testable import Programs

@Suite struct OutsideProgramTests {
  private func shell(_ script: String, _ limits: ProgramLimits = ProgramLimits()) -> OutsideProgram
  {
    OutsideProgram(path: "/bin/sh", arguments: ["-c", script], limits: limits)
  }

  @Test func inputGoesInAndOutputComesOut() {
    let run = OutsideProgram(path: "/bin/cat").run(input: Data("été\n".utf8))
    #expect(run.ending == .exited(status: 0))
    #expect(String(decoding: run.output, as: UTF8.self) == "été\n")
  }

  @Test func aMebibyteOfInputDoesNotBlock() {
    let input = Data(repeating: 97, count: 3 << 20)
    let run = OutsideProgram(path: "/bin/cat").run(input: input)
    #expect(run.output == input)
  }

  @Test func inputThatIsNotReadDoesNoHarm() {
    let run = OutsideProgram(path: "/bin/true").run(input: Data(repeating: 0, count: 1 << 20))
    #expect(run.ending.isSuccess)
  }

  @Test(arguments: [("exit 3", ProgramEnding.exited(status: 3)), ("kill -9 $$", .signalled(9))])
  func endingsAreTold(script: String, ending: ProgramEnding) {
    #expect(shell(script).run().ending == ending)
  }

  @Test func complaintsAreKept() {
    let run = shell("echo; echo '  bad thing ' >&2; exit 1").run()
    #expect(run.complaint == "bad thing")
  }

  @Test func timeIsLimited() {
    let run = shell("sleep 30", ProgramLimits(wallSeconds: 0.2)).run()
    #expect(run.ending == .tooLong(seconds: 0.2))
    #expect(run.seconds < 2)
  }

  @Test func timeIsLimitedWithClosedPipes() {
    let run = shell("exec >&- 2>&-; sleep 30", ProgramLimits(wallSeconds: 0.2)).run()
    #expect(run.ending == .tooLong(seconds: 0.2))
  }

  @Test func outputIsLimited() {
    let run = shell("yes", ProgramLimits(outputBytes: 100_000)).run()
    #expect(run.ending == .tooMuchOutput(bytes: 100_000))
    #expect(run.output.count == 100_000)
  }

  @Test func outputUpToTheLimitIsTaken() {
    let run = shell("printf 12345", ProgramLimits(outputBytes: 5)).run()
    #expect(run.ending.isSuccess)
    #expect(run.output.count == 5)
  }

  @Test func endlessComplaintsAreForgotten() {
    let limits = ProgramLimits(errorBytes: 1_000)
    let run = shell("head -c 1000000 /dev/zero >&2", limits).run()
    #expect(run.ending.isSuccess)
    #expect(run.errorOutput.count == 1_000)
  }

  @Test func memoryIsLimited() {
    // tail keeps the whole of a line without end.
    let limits = ProgramLimits(wallSeconds: 20, memoryBytes: 64 << 20)
    let run = shell("tail -n 1 /dev/zero", limits).run()
    // It may meet the limit of its address space before the watch sees what it holds.
    #expect(run.ending == .tooMuchMemory(bytes: 64 << 20) || run.ending == .exited(status: 1))
    #expect(!run.ending.isSuccess)
  }

  @Test func filesAreForbidden() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("vigie-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let run = shell("head -c 4096 /dev/zero > '\(file.path)'").run()
    #expect(!run.ending.isSuccess)
    #expect((try? Data(contentsOf: file))?.isEmpty ?? true)
  }

  @Test func descendantsDieToo() throws {
    let mark = "vigie-\(UUID().uuidString)"
    let script = "(sleep 31 # \(mark)\n) & echo $!; sleep 31"
    let run = shell(script, ProgramLimits(wallSeconds: 0.3)).run()
    let child = try #require(
      Int32(String(decoding: run.output, as: UTF8.self).trimmingCharacters(in: .newlines)))
    usleep(50_000)
    let state = (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? ") Z"
    #expect(state.contains(") Z"), "the child \(child) still runs: \(state)")
  }

  @Test func aDescendantThatKeepsThePipeDoesNotHoldUs() {
    let run = shell("sleep 31 & echo done").run()
    #expect(run.ending.isSuccess)
    #expect(run.seconds < 2)
    #expect(String(decoding: run.output, as: UTF8.self) == "done\n")
  }

  @Test func nothingIsInherited() {
    let run = OutsideProgram(path: "/usr/bin/env").run()
    let lines = String(decoding: run.output, as: UTF8.self).split(separator: "\n")
    #expect(!lines.contains { $0.hasPrefix("HOME=") })
    let open = shell("ls /proc/self/fd").run()
    #expect(String(decoding: open.output, as: UTF8.self).split(separator: "\n").count <= 4)
  }

  @Test func argumentsAreNeverShellText() {
    let run = OutsideProgram(
      path: "/bin/echo", arguments: ["$(id)", "; exit 4", "\"'", "*"]
    ).run()
    #expect(String(decoding: run.output, as: UTF8.self) == "$(id) ; exit 4 \"' *\n")
  }

  @Test(arguments: ["/no/such/program", "relative", ""])
  func whatIsMissingIsTold(path: String) {
    #expect(OutsideProgram(path: path).run().ending == .notStarted(errno: ENOENT))
  }

  @Test func cancellingStops() {
    let run = shell("sleep 30").run(isCancelled: { true })
    guard case .tooLong = run.ending else {
      Issue.record("\(run.ending)")
      return
    }
  }

  @Test func manyAtOnce() async {
    let endings = await withTaskGroup(of: Bool.self) { group in
      for index in 0..<24 {
        group.addTask {
          let run = OutsideProgram(path: "/bin/cat").run(input: Data("\(index)".utf8))
          return String(decoding: run.output, as: UTF8.self) == "\(index)"
        }
      }
      return await group.reduce(into: [Bool]()) { $0.append($1) }
    }
    #expect(endings.allSatisfy { $0 })
  }

  @Test func sentencesNameTheReason() {
    #expect(ProgramEnding.tooLong(seconds: 20).sentence.fr == "arrêté après 20 s")
    #expect(ProgramEnding.tooMuchMemory(bytes: 64 << 20).sentence.en.contains("64 MiB"))
  }
}
