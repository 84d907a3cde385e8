import Foundation
import Review
import Testing

@testable import ReviewStore

/// The encoder of bodies: whatever it writes, `JSONDecoder` reads back, and other readers of JSON
/// see what Foundation's encoder would have written.
struct BodyEncoderTests {
  struct Everything: Codable, Hashable {
    enum Kind: Codable, Hashable {
      case none
      case pair(Int, name: String)
      case nested([Kind])
    }
    struct Empty: Codable, Hashable {}

    var text = ""
    var texts: [String] = []
    var number = 0
    var small: [Int8] = []
    var large: UInt64 = .max
    var real = 0.0
    var single: Float = 0
    var flag = false
    var missing: String?
    var kind = Kind.none
    var table: [String: [Int]] = [:]
    var grid: [[Double]] = []
    var empty = Empty()
    var empties: [Empty] = []
    var holes: [Int?] = []
    var bytes = Data()
    var place = URL(fileURLWithPath: "/")
    var time = Date(timeIntervalSinceReferenceDate: 0)
  }

  static let values: [Everything] = [
    Everything(),
    Everything(
      text: "é « \" » \\ \u{0} \u{1F} \u{7F} \u{2028} \u{1F600} \r\n\t", texts: ["", "a", "\u{B}"],
      number: .min, small: [-128, 0, 127], real: -0.1, single: 1.5, flag: true, missing: "there",
      kind: .pair(3, name: "x"), table: ["": [], "a": [1, 2]], grid: [[], [1, 2.5]],
      empties: [Everything.Empty(), Everything.Empty()], holes: [1, nil, 3],
      bytes: Data([0, 255, 16]), place: URL(string: "https://example.invalid/a?b=c")!,
      time: Date(timeIntervalSinceReferenceDate: 12345.678)),
    Everything(
      real: .greatestFiniteMagnitude, kind: .nested([.none, .pair(-1, name: ""), .nested([])]),
      grid: [[.leastNonzeroMagnitude, -0.0, 1e300], [0.1 + 0.2]]),
  ]

  @Test(arguments: values) func isReadBack(value: Everything) throws {
    let data = try BodyEncoder.encode(value)
    #expect(try JSONDecoder().decode(Everything.self, from: data) == value)
  }

  @Test(arguments: values) func saysWhatFoundationSays(value: Everything) throws {
    let ours = try JSONSerialization.jsonObject(with: try BodyEncoder.encode(value))
    let theirs = try JSONSerialization.jsonObject(with: try JSONEncoder().encode(value))
    #expect((ours as? NSDictionary) == (theirs as? NSDictionary))
  }

  @Test func theSameValueGivesTheSameBytes() throws {
    let suggestion = StoreFixture.suggestion(1, value: 0.25)
    let bytes = try BodyEncoder.encode(suggestion)
    #expect(try BodyEncoder.encode(suggestion) == bytes)
    let back = try JSONDecoder().decode(Suggestion.self, from: bytes)
    #expect(try BodyEncoder.encode(back) == bytes)
    #expect(back.id == suggestion.id && back.facets == suggestion.facets)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity]) func refusesWhatIsNoNumber(value: Double) {
    #expect(throws: EncodingError.self) { try BodyEncoder.encode([value]) }
  }

  @Test func anythingMayStandAlone() throws {
    #expect(String(decoding: try BodyEncoder.encode("a"), as: UTF8.self) == "\"a\"")
    #expect(String(decoding: try BodyEncoder.encode(7), as: UTF8.self) == "7")
    #expect(String(decoding: try BodyEncoder.encode([Int]()), as: UTF8.self) == "[]")
    #expect(String(decoding: try BodyEncoder.encode([String: Int]()), as: UTF8.self) == "{}")
    #expect(String(decoding: try BodyEncoder.encode([1, nil]), as: UTF8.self) == "[1,null]")
  }
}
