import Foundation
import Language
import Review
import Testing

@testable import Letters

/// The shipped letters tell their stories, whole and again.
@Suite struct SampleLettersTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("SampleData/letters")

  private static let texts: [(name: String, text: String)] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".txt") }.map { name in
      (name, (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? "")
    }
  }()

  @Test func everyLetterIsReadWhole() {
    #expect(Self.texts.count >= 20)
    for (name, text) in Self.texts {
      let letter = LetterFixture.parse(text, file: name)
      #expect(letter.inspection + ".txt" == name)
      #expect(letter.confidence == 1, "\(name) \(letter.confidence)")
      #expect(
        letter.reference.hasPrefix("CODEP-")
          && letter.date?.year == Int(name.dropFirst(10).prefix(4)))
      #expect(!letter.division.isEmpty && letter.visitDates.contains { $0 <= letter.date ?? $0 })
      #expect(
        letter.theme.count > 3 && letter.answerDeadline?.date.map { $0 > letter.date ?? $0 } == true
      )
    }
  }

  @Test func everyItemLeadsBackToItsLetter() {
    for (name, text) in Self.texts {
      let letter = LetterFixture.parse(text, file: name)
      for item in letter.items {
        let written = LetterFixture.part(text, item.span).split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
        #expect(written == item.text, "\(item.id)")
        #expect(
          letter.sections.contains {
            $0.kind == item.section && $0.span.begin <= item.span.begin
              && item.span.end <= $0.span.end
          })
        #expect(!item.text.hasSuffix("1/1") && !item.text.contains("\u{0C}"))
      }
      for section in letter.sections where section.isEmpty {
        #expect(!letter.items.contains { $0.section == section.kind }, "\(name) \(section.kind)")
      }
    }
  }

  @Test func cuttingALetterShortNeverAddsItems() {
    for (name, text) in Self.texts.prefix(6) {
      let whole = LetterFixture.parse(text, file: name).items.count
      for share in stride(from: 0.0, to: 1, by: 0.1) {
        let cut = String(text.prefix(Int(Double(text.count) * share)))
        #expect(LetterFixture.parse(cut, file: name).items.count <= whole, "\(name) \(share)")
      }
    }
  }

  @Test func theDemonstrationIsTheSameEachTime() throws {
    func run() throws -> (suggestions: [Suggestion], refusals: [Refusal]) {
      let bench = LetterBench()
      let corpus = try bench.engine.read(
        [Self.folder], request: bench.request, observer: bench.listener)
      try bench.engine.analyse(
        corpus, request: bench.request, records: bench.store.records, sink: LetterSink(bench.store))
      return (try bench.suggestions(), bench.listener.refusals)
    }
    let (first, second) = (try run(), try run())
    #expect(first.refusals.isEmpty && first.suggestions.count > 40)
    #expect(first.suggestions == second.suggestions)
    let states = Set(first.suggestions.flatMap(\.facets).filter { $0.name == "state" }.map(\.value))
    for wanted in [StateWord.priority, .init(fr: "RÉPÉTÉE", en: "REPEATED"), StateWord.closed] {
      #expect(states.contains(wanted.fr), "\(wanted.fr) in \(states)")
    }
    let priorities = first.suggestions.map(\.priority)
    #expect(priorities == priorities.sorted(by: >), "the list is in the order of its priorities")
  }
}
