import Foundation
import Review
import Testing

@testable import Restaurants

/// What files hold may be anything; it is kept, cut to its bounds and shown, never lost.
@Suite struct HostileMaterialTests {
  static let names = [
    "Chez\u{1F}Momo", "A\u{1E}B", "L'Œuf « au plat »", "\u{202E}renversé", "", "a,b;c|d", "日本 🍽️",
    "\u{0}\u{1B}[2J", String(repeating: "long ", count: 400),
  ]

  /// A name with the store's own separator loses that character, never the row.
  @Test(arguments: names)
  func inspectionsOfAnyNameAreKept(name: String) throws {
    var inspection = Fixture.inspection("1", siret: nil, name: name)
    inspection.address = name
    inspection.commune = name
    let record = StoredRecords.record(inspection)
    let back = try #require(StoredRecords.inspection(record))
    #expect(back.name == name.replacingOccurrences(of: "\u{1F}", with: " "))
    #expect(back.outcome == inspection.outcome && back.date == inspection.date)
    #expect(back.location == inspection.location && back.line == inspection.line)
  }

  @Test(arguments: names)
  func placesOfAnyNameAreKept(name: String) throws {
    var place = ReviewedPlace(name: "x")
    place.address = name
    place.meanRating = 3.25
    let back = try #require(StoredRecords.place(StoredRecords.record(place)))
    #expect(back.address == name.replacingOccurrences(of: "\u{1F}", with: " "))
    #expect(back.meanRating == 3.25 && back.reviewCount == nil && back.location == nil)
  }

  @Test(arguments: names)
  func reviewsOfAnyTextAreKept(text: String) {
    var review = Fixture.review("r\(text.count)", of: "place", text: text)
    review.title = text
    review.rating = nil
    review.isTranslated = true
    let document = StoredRecords.document(
      review,
      provenance: Provenance(
        file: "avis.tsv", sha256: "", row: 7, engine: "t", time: Timestamp(milliseconds: 0)))
    #expect(StoredRecords.review(document) == review)
  }

  @Test func twoReviewsOfTwoPlacesMayShareTheirNumber() {
    let one = Fixture.review("1", of: "a", text: "x")
    let two = Fixture.review("1", of: "b", text: "x")
    #expect(StoredRecords.naturalKey(one) != StoredRecords.naturalKey(two))
    let old = Fixture.inspection("1", siret: "99900000000017", date: "2019-01-01")
    let new = Fixture.inspection("1", siret: "99900000000017", date: "2025-01-01")
    #expect(StoredRecords.key(old) != StoredRecords.key(new))
  }

  static let spans: [(String, [Span])] = [
    (String(repeating: "a", count: 20_000), [Span(9000, 9006)]),
    (String(repeating: "a", count: 20_000), []),
    (String(repeating: "mot ", count: 5000), [Span(0, 3), Span(19_996, 19_999)]),
    (String(repeating: "é\u{301}", count: 3000), [Span(100, 4000)]),
    (String(repeating: "🍽️", count: 500), [Span(2, 4), Span(1, 3), Span(990, 994)]),
    ("\n\n \u{A0}malade\n", [Span(4, 10)]),
  ]

  /// A passage has a bound even where there is no blank to cut at.
  @Test(arguments: spans)
  func passagesAreBounded(text: String, spans: [Span]) {
    let excerpt = Excerpt(text, around: spans)
    let most = Excerpt.limit + 2 * (Excerpt.margin + Excerpt.wordReach) + 2
    #expect(excerpt.text.unicodeScalars.count <= most)
    let scalars = Array(excerpt.text.unicodeScalars)
    let source = Array(text.unicodeScalars)
    for highlight in excerpt.highlights {
      #expect(highlight.begin >= 0 && highlight.end <= scalars.count)
    }
    let shift = excerpt.span.begin > 0 ? 1 : 0
    for (offset, place) in excerpt.span.range.enumerated() {
      #expect(scalars[offset + shift] == source[place])
    }
  }

  /// Every highlight of a passage covers the letters that its span covered in the text.
  @Test func randomSpansKeepTheirLetters() {
    var state: UInt64 = 5
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let words = ["malade", "été", "🍽️", "cœur", "a", "\n", "intoxication"]
    for _ in 0..<300 {
      let text = (0..<next(200)).map { _ in words[next(words.count)] }.joined(separator: " ")
      let source = Array(text.unicodeScalars)
      let spans = (0..<next(4)).map { _ -> Span in
        let begin = next(source.count + 5)
        return Span(begin, begin + next(12))
      }
      let excerpt = Excerpt(text, around: spans)
      let shown = Array(excerpt.text.unicodeScalars)
      let valid = spans.filter { $0.begin < $0.end && $0.end <= source.count }.sorted()
      #expect(excerpt.highlights.count <= valid.count)
      for (highlight, span) in zip(excerpt.highlights, valid.filter { $0.end <= excerpt.span.end })
      {
        #expect(shown[highlight.range].elementsEqual(source[span.range]))
      }
    }
  }
}
