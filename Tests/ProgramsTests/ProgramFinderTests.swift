import Testing

@testable import Programs

@Suite struct ProgramFinderTests {
  @Test func findsWhatIsInstalled() {
    #expect(ProgramFinder.find("sh", in: ["/no/where", "/bin"]) == "/bin/sh")
  }

  @Test(arguments: ["", "../sh", "no-such-program-at-all"])
  func theRestIsNotFound(name: String) {
    #expect(ProgramFinder.find(name) == nil)
  }
}
