import Display
import Foundation
import Review
import Testing

@testable import Workbench

@Suite struct DrawingTests {
  @Test func asciiDrawingsHoldOnlyKeyboardCharacters() {
    let detail = Sample.detail(
      Sample.suggestion(
        Sample.all, parts: Sample.passageParts, selection: Selection(.random, probability: 0.15)),
      status: .accepted, parts: ["p1": .rejected, "s2": .later], history: Sample.history,
      undone: [3])
    for language in InterfaceLanguage.allCases {
      for width in [30, 60, 110] {
        let context = Sample.context(width, language, .ascii, pictures: Sample.pictures)
        let layout = DetailView.layout(detail, panel: Sample.panel, context: context)
        let strange = layout.lines.map(\.text.content).joined().unicodeScalars.filter {
          $0.value > 0x7E && $0 != "°" && !$0.properties.isAlphabetic
        }
        #expect(String(String.UnicodeScalarView(strange)) == "")
      }
    }
  }

  @Test func highlightsAreInBracketsAndInStyle() {
    let text = SafeText("un deux trois", tracking: [3..<7, 5..<9])
    let line = EvidenceDrawer.bracketed(text)
    #expect(line.text.content == "un [deux t]rois")
    #expect(line.runs.map(\.style.role) == [.text, .highlight, .text])
    #expect(EvidenceDrawer.bracketed("rien").text.content == "rien")
  }

  @Test(
    arguments: [
      ([(0, 0), (4, 0), (4, 2), (0, 2)], 4, 2),
      ([(0, 0), (3, 3), (2, 4), (-1, 1)], 4.2426, 1.4142),
      ([(0, 0), (10, 0), (10, 10), (5, 5), (0, 10)], 10, 10),
    ] as [([(Double, Double)], Double, Double)])
  func outlineSizes(_ corners: [(Double, Double)], _ length: Double, _ width: Double) throws {
    let size = try #require(OutlineSize(corners.map { .init(x: $0.0, y: $0.1) }))
    #expect(abs(size.length - length) < 0.001)
    #expect(abs(size.width - width) < 0.001)
  }

  @Test func outlinesWithoutAreaHaveNoSize() {
    #expect(OutlineSize([]) == nil)
    #expect(OutlineSize([.init(x: 1, y: 1)]) == nil)
    #expect(OutlineSize([.init(x: 1, y: 1), .init(x: 2, y: 2)]) == nil)
    #expect(OutlineSize([.init(x: .nan, y: 1), .init(x: 2, y: 2), .init(x: 3, y: 2)]) == nil)
  }

  @Test func planesAreInMetres() throws {
    let south = try #require(Coordinate(latitude: 43, longitude: 3))
    let north = try #require(Coordinate(latitude: 43.01, longitude: 3.01))
    let plane = try #require(LocalPlane([south, north]))
    let (first, second) = (plane.position(south), plane.position(north))
    #expect(abs(second.y - first.y - 1111.3) < 1)
    #expect(abs(second.x - first.x - 814.2) < 1)
    #expect(LocalPlane([]) == nil)
  }

  @Test func hangingLines() {
    let line = StyledLine("un deux trois quatre")
    #expect(
      line.hanging(after: StyledLine("ab "), width: 12).map(\.text.content) == [
        "ab un deux", "   trois", "   quatre",
      ])
    #expect(
      line.hanging(after: StyledLine("abcdefgh"), width: 12).map(\.text.content) == [
        "abcdefgh", "un deux", "trois quatre",
      ])
    #expect(StyledLine().hanging(after: StyledLine("ab"), width: 12).map(\.text.content) == ["ab"])
  }

  @Test func gridsBecomeLines() {
    var grid = Grid(size: Size(width: 6, height: 2))
    grid.write("a京é", at: .zero, style: Style(.title))
    let lines = grid.styledLines
    #expect(lines.map(\.text.content) == ["a京é", ""])
    #expect(lines[0].runs.first?.style.role == .title)
    #expect(lines[0].width == 4)
  }

  @Test func columnsOfManyValuesAreAddedUp() {
    let points = (0..<100).map {
      SeriesEvidence.Point(date: Sample.today.adding(days: $0), value: 1)
    }
    let lines = ColumnChart(points: points, context: Sample.context(40)).lines
    #expect(lines.count == 4)
    #expect(lines[0].text.content.hasPrefix("3┤"))
    #expect(lines.allSatisfy { $0.width <= 40 })
  }

  @Test(
    arguments: [
      (
        "line",
        "7 valeurs, 15 janv. 2022 à 15 janv. 2025 ; de 12 à 61,2 (15 janv. 2024), "
          + "dernière 55 ; 2 au-dessus de limite 50 ; ○ 1 sous la limite de quantification "
          + "· analyses.csv"
      ),
      (
        "bars",
        "12 valeurs, nov. 2025 à oct. 2026 ; total 24, maximum 8 (sept. 2026), "
          + "dernière 4 · avis lus"
      ),
    ])
  func seriesInASentence(_ name: String, _ sentence: String) throws {
    let kind = try #require(Sample.kinds.first { $0.name == name })
    guard case .series(let series) = kind.evidence else {
      Issue.record("not what was expected")
      return
    }
    let text = SeriesSummary(series, points: series.points, words: .french).text.content
    #expect(text.split { $0 == "\u{A0}" || $0 == " " } == sentence.split(separator: " "))
  }
}
