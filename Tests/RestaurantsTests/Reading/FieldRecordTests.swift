import Foundation
import Review
import Tables
import Testing

@testable import Restaurants

@Suite struct FieldRecordTests {
  private func value(_ json: String) throws -> JSONValue {
    let source = MemorySource(Array(json.utf8), name: "t.json")
    return try #require(try JSONRecordReader(source).next()).value
  }

  @Test(arguments: [
    (#"{"a": 1}"#, 1), (#"{"results": [{"a": 1}, {"a": 2}]}"#, 2), (#"{"records": []}"#, 0),
    (#"{"records": [{"fields": {"a": 1}}]}"#, 1),
    (#"{"records": [{"record": {"id": "x", "fields": {"a": 1}}}]}"#, 1),
    (#"{"type": "FeatureCollection", "features": [{"properties": {"a": 1}}]}"#, 1),
    (#"{"data": [1, "x", {"a": 1}]}"#, 1),
  ])
  func findsRecordsInWrappers(_ json: String, _ count: Int) throws {
    let objects = JSONRecords.objects(in: try value(json))
    #expect(objects.count == count)
    #expect(objects.allSatisfy { $0["a"] != nil })
  }

  @Test func takesThePreferredNameOfAField() throws {
    var names = FieldNames(ColumnMapping(["text": ["texte", "review"], "note": ["Note-Avis"]]))
    for json in [
      #"{"review": "b", "texte": "a", "note_avis": 4, "autre": 1}"#,
      #"{"TEXTE": "a", "review": "b", "note_avis": 4}"#,
    ] {
      guard case .object(let members) = try value(json) else { continue }
      let fields = names.fields(of: members)
      #expect(fields["text"] == .string("a"))
      #expect(fields["note"] == .number(4))
      #expect(fields.count == 2)
    }
  }

  @Test func doesNotRememberEndlessKeys() {
    var names = FieldNames(ColumnMapping(["a": ["a"]]))
    for index in 0..<(FieldNames.rememberedKeys + 10) {
      #expect(names.fields(of: ["key\(index)": .null]).isEmpty)
    }
    #expect(names.fields(of: ["A": .string("x")])["a"] == .string("x"))
  }

  @Test(arguments: [
    ("x", "x"), ("  x  y ", "x y"), ("a\u{A0}b", "a\u{A0}b"), ("a\tb", "a b"), ("_", ""),
    ("Non renseigné", ""), ("a\n\nb", "a b"), ("", ""),
  ])
  func putsLabelsOnOneLine(_ text: String, _ label: String) {
    let record = FieldRecord(["a": .string(text)], file: "t.json", line: 3)
    #expect(record.label("a") == label)
  }

  @Test func givesFieldsAndRefusals() {
    let record = FieldRecord(
      ["a": .number(12), "b": .array([.string("x")]), "c": .null], file: "t.json", line: 3)
    #expect(record.text("a") == "12")
    #expect(record.text("b") == "")
    #expect(record.text("c") == "")
    #expect(record.text("absent") == "")
    #expect(record.json("b")?.elements == [.string("x")])
    let expected = LocalizedText(fr: "un", en: "one")
    let refusal = record.refusal(FieldError(found: "12", expected: expected))
    #expect(refusal == Refusal(file: "t.json", line: 3, found: "12", expected: expected))
  }

  @Test func tellsTablesFromJSON() throws {
    let fixture = try ReadingFixture()
    let cases: [(String, RecordFile.Form)] = [
      ("a;b\n", .table), ("[]", .json), ("\u{FEFF} \n {}", .json), ("", .table),
      ("\"[\";b\n", .table),
    ]
    for (index, (text, form)) in cases.enumerated() {
      let url = try fixture.file("\(index).txt", text)
      #expect(try RecordFile(url).form == form, "\(text)")
    }
  }

  @Test func listsTheNamesOfTheFirstRecord() throws {
    let fixture = try ReadingFixture()
    let json = try fixture.file("a.json", #"{"results": [{"b": 1, "a": 2}]}"#)
    #expect(try RecordFile(json).names() == ["a", "b"])
    let empty = try fixture.file("b.json", "[]")
    #expect(try RecordFile(empty).names() == [])
    let table = try fixture.file("c.csv", "b;a\n1;2\n")
    #expect(try RecordFile(table).names() == ["b", "a"])
  }
}
