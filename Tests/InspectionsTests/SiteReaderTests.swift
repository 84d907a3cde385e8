import Foundation
import Review
import Tables
import Testing

@testable import Inspections

@Suite("Sites of registers")
struct SiteReaderTests {
  private typealias Field = SiteReader.Field

  private func site(_ fields: [String: String]) throws -> Site {
    let all = [Field.code: "0063.00001", Field.name: "X"].merging(fields) { $1 }
    return try SiteReader.site(file: "icpe.csv", line: 4) { all[$0] ?? "" }
  }

  @Test(
    "the département comes from the postcode, else from its column",
    arguments: [
      ("53100", "MAYENNE", "53"), ("01000", "", "01"), ("1000", "", "01"), ("97410", "", "974"),
      ("20200", "CORSE", "20"), ("", "MAYENNE", "MAYENNE"), ("5310", "", "05"), ("abc", "X", "X"),
    ])
  func departments(_ postcode: String, _ name: String, _ department: String) throws {
    #expect(try site([Field.postcode: postcode, Field.department: name]).department == department)
  }

  @Test(
    "yes in the words of registers",
    arguments: [
      ("Oui", true), ("oui", true), ("1", true), ("TRUE", true), ("yes", true), ("Non", false),
      ("0", false), ("", false), ("peut-être", false),
    ])
  func yes(_ text: String, _ isYes: Bool) throws {
    let site = try site([Field.priority: text, Field.ied: text])
    #expect(site.isPriority == isYes && site.isIED == isYes)
  }

  @Test(
    "a site that no longer works is known by its state",
    arguments: [
      ("En fonctionnement", false), ("Cessation déclarée", true), ("A l'arrêt", true),
      ("Fin d'exploitation", true), ("En construction", false), ("", false),
      ("EN CESSATION D'ACTIVITÉ", true),
    ])
  func states(_ text: String, _ isClosed: Bool) throws {
    #expect(try site([Field.state: text]).isClosed == isClosed)
  }

  @Test(
    "a number of installation is there and of a bearable length",
    arguments: ["", String(repeating: "9", count: 41)])
  func codes(_ code: String) {
    #expect(throws: FieldError.self) { try site([Field.code: code]) }
  }

  @Test("degrees go before projected places; a place that is none is none")
  func places() throws {
    let degrees = try site([
      Field.latitude: "48,3", Field.longitude: "-0,6", Field.x: "1", Field.y: "2",
    ])
    #expect(degrees.location == Coordinate(latitude: 48.3, longitude: -0.6))
    let projected = try site([
      Field.x: "432407", Field.y: "6805027", Field.projection: "2154",
    ])
    let place = try #require(projected.location)
    #expect(abs(place.latitude - 48.3) < 0.2 && abs(place.longitude + 0.6) < 0.3)
    #expect(try site([Field.x: "432407"]).location == nil)
    #expect(try site([:]).location == nil)
    #expect(throws: FieldError.self) { try site([Field.x: "à l'est", Field.y: "2"]) }
  }

  @Test("headings have their letter, and none without a code")
  func headings() {
    func heading(_ members: [String: JSONValue]) -> String? {
      SiteReader.heading(.object(members))
    }
    #expect(heading(["codeNomenclature": .string("2560"), "alinea": .string("2")]) == "2560-2")
    #expect(heading(["codeNomenclature": .string("1220"), "alinea": .null]) == "1220")
    #expect(heading(["alinea": .string("2")]) == nil)
    #expect(heading(["codeNomenclature": .string("")]) == nil)
    #expect(SiteReader.heading(.array([])) == nil)
  }
}

@Suite("Records in the JSON of interfaces")
struct JSONMembersTests {
  private let leaf = JSONValue.object(["code": .string("1")])

  @Test("records are found behind wrappers, in lists, as features")
  func wrappers() {
    for name in ["data", "results", "records", "features"] {
      #expect(JSONMembers.objects(in: .object([name: .array([leaf, leaf])])).count == 2, "\(name)")
    }
    #expect(JSONMembers.objects(in: .array([leaf, .array([leaf])])) == [leaf, leaf])
    let feature = JSONValue.object(["type": .string("Feature"), "properties": leaf])
    #expect(JSONMembers.objects(in: .object(["features": .array([feature])])) == [leaf])
    #expect(JSONMembers.objects(in: leaf) == [leaf])
  }

  @Test("what is no object gives none; depth is bounded")
  func bounds() {
    for value: JSONValue in [.null, .string("x"), .array([]), .array([.null, .string("x")])] {
      #expect(JSONMembers.objects(in: value).isEmpty)
    }
    var deep = leaf
    for _ in 0..<50 { deep = .object(["data": .array([deep])]) }
    #expect(JSONMembers.objects(in: deep).isEmpty)
  }

  @Test("fields that hold separators and quotes stay whole")
  func rows() throws {
    let fields = ["a,b", "c\"d", "e\nf", "", "é"]
    let row = try JSONMembers.row(fields, header: ["1", "2", "3", "4", "5"])
    #expect((0..<5).map { row.text($0) } == fields)
  }
}
