import Foundation
import Testing

@testable import Review

@Suite struct EvidenceCodingTests {
  static let words = LocalizedText(fr: "avis", en: "review")
  static let highlight = PassageEvidence.Highlight(span: Span(1, 4), label: words)
  static let day = CalendarDate(iso: "2026-10-03")
  static let all: [Evidence] = [
    .passage(
      PassageEvidence(
        text: "« malade »", highlights: [highlight],
        source: DocumentReference(document: "d", span: Span(0, 10)), caption: words, date: day,
        part: "p1")),
    .passage(
      PassageEvidence(text: "", highlights: [], source: nil, caption: LocalizedText(same: ""))),
    .contributions(
      ContributionsEvidence(
        base: -2.5,
        reasons: [
          .init(label: words, value: 1.25, source: LocalizedText(same: "a.csv")),
          .init(label: words, value: -0.125),
        ])),
    .picturePair(
      PicturePairEvidence(
        before: "a.png", after: "b.png", beforeDate: nil, afterDate: day,
        outline: [.init(x: 0.5, y: -1)], metresPerPixel: 0.2, description: words)),
    .plan(
      PlanEvidence(
        shapes: PlanEvidence.Role.allCases.map { role in
          .init(
            role: role, label: words,
            points: [Coordinate(latitude: 43.6, longitude: 3.9)].compactMap { $0 })
        }, description: words)),
    .series(
      SeriesEvidence(
        title: words, unit: "mg/L", form: .line,
        points: [(day, 1.5, false), (day, 0.02, true)].compactMap { date, value, isCensored in
          date.map { .init(date: $0, value: value, isCensored: isCensored) }
        }, thresholds: [.init(label: words, value: 50)], source: words)),
    .facts(
      FactsEvidence(
        title: words, facts: [.init(name: words, value: words, source: nil)])),
    .dialogue(
      DialogueEvidence(
        title: words,
        turns: [
          .init(
            speaker: words, isMachine: true, text: "bonjour",
            time: Timestamp(milliseconds: -5), highlights: [highlight]),
          .init(speaker: words, isMachine: false, text: "allô 🍽️"),
        ], document: "d")),
    .statements(
      StatementsEvidence(sections: [
        .init(
          title: words,
          statements: StatementsEvidence.Status.allCases.map { status in
            .init(
              part: "p-\(status.rawValue)", label: words, text: words, qualifier: words,
              status: status, sources: [DocumentReference(document: "d", span: Span(2, 3))])
          })
      ])),
  ]

  @Test(arguments: all)
  func everyKindRoundTrips(evidence: Evidence) throws {
    let data = try JSONEncoder().encode(evidence)
    #expect(try JSONDecoder().decode(Evidence.self, from: data) == evidence)
  }

  /// What is stored must be read by later versions: the form is pinned.
  @Test func theStoredFormIsPinned() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let evidence = Evidence.contributions(
      ContributionsEvidence(base: -2, reasons: [.init(label: Self.words, value: 1.5)]))
    #expect(
      String(decoding: try encoder.encode(evidence), as: UTF8.self)
        == #"{"contributions":{"_0":{"base":-2,"reasons":["#
        + #"{"label":{"en":"review","fr":"avis"},"value":1.5}]}}}"#)
    let score = Score(0.5, low: 0.25, high: 0.75, basis: .probability(model: 7))
    #expect(
      String(decoding: try encoder.encode(score), as: UTF8.self)
        == #"{"basis":{"probability":{"model":7}},"high":0.75,"low":0.25,"value":0.5}"#)
    #expect(
      String(decoding: try encoder.encode([Self.words, LocalizedText(same: "x")]), as: UTF8.self)
        == #"[{"en":"review","fr":"avis"},"x"]"#)
  }

  @Test(arguments: ["{}", "{\"passage\":{}}", "{\"unknown\":{\"_0\":{}}}", "[]", "null", "1"])
  func whatIsNoEvidenceIsAnError(json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Evidence.self, from: Data(json.utf8))
    }
  }

  /// A damaged store must not crash a screen: spans are brought into order when read.
  @Test(arguments: [
    ("{\"begin\":5,\"end\":2}", Span(5, 5)), ("{\"begin\":-4,\"end\":-2}", Span(0, 0)),
    ("{\"begin\":1,\"end\":3}", Span(1, 3)),
  ])
  func damagedSpansAreBroughtIntoOrder(json: String, span: Span) throws {
    let read = try JSONDecoder().decode(Span.self, from: Data(json.utf8))
    #expect(read == span)
    #expect(read.range.count == read.count)
  }

  @Test(arguments: [
    "{\"latitude\":91,\"longitude\":0}", "{\"latitude\":0,\"longitude\":-181}", "{\"latitude\":0}",
  ])
  func damagedPlacesAreErrors(json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Coordinate.self, from: Data(json.utf8))
    }
  }

  @Test func placesRoundTrip() throws {
    let place = try #require(Coordinate(latitude: 43.61, longitude: -3.875))
    let data = try JSONEncoder().encode([place])
    #expect(try JSONDecoder().decode([Coordinate].self, from: data) == [place])
  }

  @Test func frozenFeaturesOfAnySizeKeepTheirBits() {
    var state: UInt32 = 1
    let values = (0..<513).map { _ -> Float in
      state = state &* 1_664_525 &+ 1_013_904_223
      return Float(bitPattern: state)
    }
    let features = FrozenFeatures(schema: "s/1", values: values)
    #expect(features.data.count == values.count * 4)
    #expect(FrozenFeatures(schema: "s/1", data: features.data) == features)
    #expect(FrozenFeatures(schema: "s/1", values: [1]).data == Data([0, 0, 0x80, 0x3F]))
    #expect(FrozenFeatures(schema: "a", values: [0]) != FrozenFeatures(schema: "b", values: [0]))
    let sliced = (Data([9]) + features.data).dropFirst()
    #expect(FrozenFeatures(schema: "s/1", data: sliced) == features)
  }

  @Test func equalFeaturesHashAlike() {
    let one = FrozenFeatures(schema: "s", values: [.nan, 1])
    #expect(Set([one, FrozenFeatures(schema: "s", values: [.nan, 1])]).count == 1)
  }

  @Test(arguments: ["\"!!\"", "\"AAAA\""])
  func featuresThatAreNoBase64AreEmpty(text: String) throws {
    let json = "{\"schema\":\"s\",\"values\":\(text)}"
    let read = try JSONDecoder().decode(FrozenFeatures.self, from: Data(json.utf8))
    #expect(read.values.isEmpty)
  }
}
