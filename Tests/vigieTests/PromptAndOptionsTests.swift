import ArgumentParser
import Foundation
import Review
import Testing

@testable import vigie

@Suite struct ColumnPromptTests {
  static let question = ColumnQuestion(
    file: "avis.csv", columns: ["Nom", "Commentaire", "Étoiles"],
    fields: [
      .init(name: "text", title: LocalizedText(fr: "le texte", en: "the text"), isRequired: true),
      .init(name: "mark", title: LocalizedText(fr: "la note", en: "the mark")),
    ])

  /// The answer to lines typed one after the other, and what was said.
  static func ask(_ lines: [String]) -> (answer: [String: String]?, said: [String]) {
    var rest = lines
    var said: [String] = []
    let prompt = ColumnPrompt(
      question, read: { rest.isEmpty ? nil : rest.removeFirst() }, say: { said.append($0) })
    return (prompt.ask(), said)
  }

  static let cases: [([String], [String: String]?)] = [
    (["2", "3"], ["Commentaire": "text", "Étoiles": "mark"]),
    (["Commentaire", "Étoiles"], ["Commentaire": "text", "Étoiles": "mark"]),
    ([" 2 ", ""], ["Commentaire": "text"]), (["", "3"], nil), ([], nil),
    (["2"], ["Commentaire": "text"]),
    (["9", "0", "-1", "rien", "2", "3"], ["Commentaire": "text", "Étoiles": "mark"]),
    (["99999999999999999999", "1", ""], ["Nom": "text"]),
  ]

  @Test(arguments: cases)
  func columnsAreNamedByNumberOrName(lines: [String], answer: [String: String]?) {
    #expect(Self.ask(lines).answer == answer)
  }

  @Test func everythingThatIsNeededIsSaid() {
    let said = Self.ask(["2", "3"]).said
    #expect(said[0].hasPrefix("avis.csv"))
    #expect(said.contains("  3  Étoiles"))
    #expect(said.contains { $0.contains(Tongue.say("nécessaire", "required")) })
    let again = Self.ask(["x", "2", "3"]).said
    #expect(again.count == said.count + 1)
  }
}

@Suite struct OptionTests {
  @Test func evaluationOptionsAreGivenByName() throws {
    let options = try EvaluationOptions.parse([
      "--labels", "a.csv", "b.csv", "--parameter", "1340", "--threshold", "50", "--set", "x",
      "--documents", "d",
    ])
    #expect(
      options.values == [
        "labels": ["a.csv", "b.csv"], "parameter": ["1340"], "threshold": ["50"], "set": ["x"],
        "documents": ["d"],
      ])
    #expect(try EvaluationOptions.parse([]).values.isEmpty)
  }

  @Test func evaluateKeepsPositionsBesideLists() throws {
    let command = try EvaluateCommand.parse([
      "restaurants", "text", "--train", "a", "b", "--test", "c", "--predictions", "out.csv",
      "--format", "json",
    ])
    #expect(command.train == ["a", "b"] && command.test == ["c"])
    #expect(command.task == "text" && command.predictions == "out.csv")
    #expect(command.format == .json)
  }

  @Test(
    arguments: [
      (["a=1", "b="], ["a": "1", "b": ""]), (["a=b=c"], ["a": "b=c"]), ([], [:]),
      (["=x"], ["": "x"]),
      (["a=1", "a=2"], ["a": "2"]), (["é=œ\n"], ["é": "œ\n"]),
    ] as [([String], [String: String])])
  func assignmentsAreNamesAndValues(arguments: [String], values: [String: String]) throws {
    #expect(try Assignments.parse(arguments) == values)
  }

  @Test(arguments: [["a"], ["a=1", "b"], [" "]])
  func whatIsNoAssignmentIsWrongUse(arguments: [String]) {
    let failure = #expect(throws: Failure.self) { try Assignments.parse(arguments) }
    #expect(failure?.status == ExitStatus.usage)
    #expect(failure?.sentence.contains(arguments.last ?? "") == true)
  }

  @Test func theStoreIsNamedByOptionFirst() throws {
    #expect(try GlobalOptions.parse(["--store", "/x/y.sqlite"]).storePath == "/x/y.sqlite")
    #expect(try GlobalOptions.parse(["--as", "marie"]).agentName == "marie")
    #expect(try GlobalOptions.parse(["--quiet"]).quiet)
    #expect(
      try GlobalOptions.parse([]).storePath.hasSuffix("/vigie/vigie.sqlite")
        || ProcessInfo.processInfo.environment["VIGIE_STORE"] != nil)
    #expect(throws: (any Error).self) { try GlobalOptions.parse(["--language", "de"]) }
  }

  /// Search words are taken as they come, options stand before them.
  @Test func searchTakesTheRestAsWords() throws {
    let command = try SearchCommand.parse(["--limit", "3", "restaurants", "pas", "frais"])
    #expect(command.words == ["pas", "frais"] && command.limit == 3)
  }
}
