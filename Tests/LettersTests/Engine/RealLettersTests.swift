import Foundation
import Review
import Testing

@testable import Letters

/// The prepared letters and sentences; skipped where they are not.
@Suite(.enabled(if: LetterFixture.shared != nil, "the shared data of the project are not here"))
struct RealLettersTests {
  private func evaluate(
    _ task: String, train: [String] = [], test: [String] = [], options: [String: [String]] = [:]
  ) throws -> [String: Double] {
    let folder = try #require(LetterFixture.shared)
    func urls(_ names: [String]) -> [URL] { names.map { folder.appendingPathComponent($0) } }
    let report = try LettersEngine().evaluate(
      EvaluationRequest(
        task: task, train: urls(train), test: urls(test),
        options: options.mapValues { $0.map { folder.appendingPathComponent($0).path } }),
      observer: LetterListener())
    return Dictionary(
      report.figures.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func parserOnAssembledLetters() throws {
    let figures = try evaluate(
      "parse", test: ["assembled/letters"], options: ["labels": ["assembled/truth.jsonl"]])
    for layout in ["old", "new"] {
      for name in ["sections", "items exact", "identifiers", "date"] {
        let figure = figures["\(layout) \(name)"] ?? 0
        if layout == "old", name == "items exact" {
          #expect(figure >= 0.98, "\(layout) \(name)")
          // The truth of INSNP-BDX-2020-0196 takes « Vous m’indiquerez… » for context; read as a
          // request, it moves the numbers of the four items after it.
          withKnownIssue("a request that the truth calls context shifts four identifiers") {
            #expect(figure >= 0.99, "\(layout) \(name)")
          }
        } else {
          #expect(figure >= 0.99, "\(layout) \(name)")
        }
      }
    }
  }

  @Test func repeatsOnAssembledLetters() throws {
    let figures = try evaluate(
      "repeats", test: ["assembled/letters"], options: ["labels": ["assembled/truth.jsonl"]])
    #expect((figures["F1"] ?? 0) >= 0.95)
  }

  @Test func vigilanceAcrossFolds() throws {
    let figures = try evaluate("vigilance", train: ["vigilance.jsonl", "sentences.jsonl"])
    #expect((figures["AP"] ?? 0) >= 0.88)
    #expect((figures["Brier"] ?? 1) <= 0.14)
  }

  @Test func realLettersAreRead() throws {
    let folder = try #require(LetterFixture.shared)
    let url = folder.appendingPathComponent("real_letters/INS-2009-EDFGRA-0010.txt")
    let letter = LetterFixture.parse(try String(contentsOf: url, encoding: .utf8))
    #expect(letter.inspection == "INS-2009-EDFGRA-0010")
    #expect(letter.site == "CNPE de Gravelines")
    #expect(letter.installations == ["96", "97", "122"])
    #expect(letter.items.count { $0.section == .correctiveActions } == 4)
    #expect(letter.items.count { $0.section == .additionalInformation } == 1)
  }
}
