import ArgumentParser
import Foundation
import Review
import Testing

@testable import vigie

@Suite struct CommandTests {
  @Test func everyCommandHasHelpAndAName() {
    for command in Vigie.configuration.subcommands {
      #expect(command.configuration.commandName?.isEmpty == false)
      #expect(!command.configuration.abstract.isEmpty)
      #expect(Vigie.helpMessage(for: command).contains("USAGE"))
    }
  }

  @Test func theManualHasEveryCommandAndTheKeys() {
    let page = ManualCommand.page
    for command in Vigie.configuration.subcommands where command != ManualCommand.self {
      #expect(page.contains(".SH \"vigie \(command.configuration.commandName ?? "?")\""))
    }
    #expect(page.contains("PageDown"))
  }

  @Test(arguments: [".x", "'x", "a\\b"])
  func roffRequestsAreEscaped(line: String) {
    let escaped = ManualCommand.escaped(line)
    #expect(!escaped.hasPrefix(".") && !escaped.hasPrefix("'"))
    #expect(escaped != line)
  }

  @Test(arguments: [
    ["list"], ["list", "nowhere"], ["decide", "x"], ["list", "restaurants", "--limit", "0"],
    ["open", "--language", "de"], ["nonsense-command", "x", "y"],
  ])
  func wrongUseIsStatusTwo(arguments: [String]) {
    #expect(throws: (any Error).self) {
      do {
        var command = try Vigie.parseAsRoot(arguments)
        try command.run()
      } catch {
        #expect(Main.status(of: error) == ExitStatus.usage)
        throw error
      }
    }
  }

  @Test func filtersAreFacetsOrWords() throws {
    let query = try ListCommand.query(
      project: .restaurants, engine: try Engines.engine(.restaurants), status: "all",
      filter: ["commune=Sète", "petit", "bouchon"])
    #expect(query.facets == [Facet("commune", "Sète")])
    #expect(query.text == "petit bouchon" && query.statuses.isEmpty)
    #expect(throws: Failure.self) {
      try ListCommand.query(
        project: .restaurants, engine: try Engines.engine(.restaurants), status: "open",
        filter: ["nowhere=x"])
    }
  }

  @Test func everyProjectHasItsEngine() throws {
    for project in Project.allCases {
      #expect(try Engines.engine(project).panel.project == project)
    }
    #expect(Engines.all.map(\.panel.project) == Project.allCases)
  }

  @Test func scoresOfRulesAreLevelsNeverPercentages() {
    #expect(ScoreText.short(Score(0.4, basis: .rule(level: 2))) == "●●○")
    #expect(ScoreText.short(Score(0.4, basis: .probability(model: 1))).contains("40"))
  }

  @Test func tablesAlignWideCharacters() {
    var table = TextTable(heading: ["a", "b"], rightAligned: [1])
    table.add(["日本", "1"])
    #expect(table.lines == ["a     b", "日本  1"])
  }
}
