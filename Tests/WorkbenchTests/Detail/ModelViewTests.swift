import Display
import Foundation
import Review
import Testing

@testable import Workbench

@Suite struct ModelViewTests {
  private static let model = ModelRecord(
    project: .restaurants, version: 8, state: .candidate, created: Sample.time(2026, 10, 19),
    content: Data(), sha256: "",
    summary: TrainingSummary(
      exampleCount: 12_345, decisionCount: 1, lastSequence: 99,
      figures: [
        .init(
          name: Sample.both("AP, 5 plis par établissement", "AP, 5 folds by establishment"),
          before: 0.71, after: 0.78, low: 0.74, high: 0.81),
        .init(
          name: Sample.both("écart d'étalonnage", "calibration error"), before: 0.04, after: 0.06,
          higherIsBetter: false),
        .init(name: Sample.both("rappel", "recall"), before: 0.5, after: 0.5),
        .init(name: Sample.both("précision", "precision"), before: nil, after: 0.4),
      ],
      remarks: [Sample.both("Peu de décisions encore.", "Few decisions yet.")]))

  @Test func models() throws {
    try LineSnapshot.check(
      "model",
      [(38, InterfaceLanguage.french, GlyphSet.unicode), (90, .english, .ascii)].map {
        let lines = ModelView.lines(Self.model, context: Sample.context($0, $1, $2))
        return .init(name: "\($0) \($1.rawValue)", lines: lines, width: $0)
      })
  }

  @Test func betterAndWorseAreSaid() {
    let figures = ModelView.figures(Self.model, .english).map(\.content)
    #expect(figures[0].hasSuffix("▲ better"))
    #expect(figures[1].hasSuffix("▼ worse"))
    #expect(figures[2].hasSuffix("= same"))
    #expect(figures[3].hasSuffix("precision: 0.400"))
    #expect(figures[4].hasSuffix("Few decisions yet."))
  }

  @Test func explanation() throws {
    let lines = [
      "Explication de « Chez Momo »", "", "1. Degré et mode de contribution",
      "Le traitement propose un ordre d'examen et montre ses raisons. Il ne décide de rien.", "",
      "2. Données traitées et leurs sources",
      "- avis 2★ du 3 octobre, dans un fichier au nom assez long pour passer à la ligne",
      "  +3,15  2 avis parlent de maladie depuis octobre, le dernier il y a 17 jours",
    ]
    try LineSnapshot.check(
      "explanation",
      [(38, GlyphSet.unicode), (80, .ascii)].map { width, glyphs in
        .init(
          name: "\(width)",
          lines: ExplanationView.lines(lines, context: Sample.context(width, .french, glyphs)),
          width: width)
      })
    #expect(ExplanationView.lines([], context: Sample.context(20)).isEmpty)
    let none = ExplanationView.lines(["a b c"], context: Sample.context(0))
    #expect(none.allSatisfy { $0.isEmpty })
  }
}
