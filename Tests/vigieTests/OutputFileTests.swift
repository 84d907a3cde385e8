import Foundation
import Tables
import Testing

@testable import vigie

@Suite struct OutputFileTests {
  @Test func devicesAndPipesAreWrittenToAndNotReplaced() throws {
    #expect(!WholeFile.isReplaceable("/dev/null"))
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let pipe = folder.appendingPathComponent("pipe").path
    #expect(mkfifo(pipe, 0o600) == 0)
    #expect(!WholeFile.isReplaceable(pipe))
    let file = folder.appendingPathComponent("file").path
    #expect(WholeFile.isReplaceable(file))
    try OutputFile.write(Data("un".utf8), to: file)
    try OutputFile.write(Data("deux".utf8), to: file)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "deux")
    #expect(WholeFile.isReplaceable(file))
  }

  @Test func nowhereIsOneSentence() {
    #expect(throws: Failure.self) {
      try OutputFile.write(Data(), to: "/nowhere/at/all.txt")
    }
  }
}
