import Foundation
import Testing

@testable import Tables

@Suite struct TableSpeedTests {
  /// Reads 64 MB like an official export. The bound is loose, for busy machines and debug builds;
  /// the figure is printed.
  @Test func readsQuickly() throws {
    let line =
      "Restaurant;\"CHEZ \"\"MOMO\"\"\";12 RUE DES LILAS;34200;SÈTE;"
      + "2026-01-02;Satisfaisant;43.4,3.7\n"
    let plain =
      "Boulangerie;LE FOURNIL;3 RUE DU PORT;34200;SÈTE;2026-01-03;Très satisfaisant;43.4,3.6\n"
    let block = Array((String(repeating: plain, count: 9) + line).utf8)
    var bytes = Array("a;b;c;d;e;f;g;h\n".utf8)
    #if DEBUG
      let target = 2 << 20
    #else
      let target = 64 << 20
    #endif
    while bytes.count < target { bytes += block }
    let reader = try TableReader(MemorySource(bytes, name: "t.csv"))
    let clock = ContinuousClock()
    var total = 0
    let time = try clock.measure {
      while let row = try reader.next() { total += row.count }
    }
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    let speed = Double(bytes.count) / seconds / 1e6
    print("TableReader: \(Int(speed)) MB/s over \(bytes.count >> 20) MB")
    #expect(total == reader.rowCount * 8)
    #expect(seconds < 20)
  }

  /// Reads records like those of an official interface; prints the figure.
  @Test func readsJSONRecords() throws {
    let record =
      #"{"app_libelle_etablissement":"CHEZ MOMO","siret":"00012345600016","code_postal":"34200","#
      + #""app_libelle_activite_etablissement":["Restaurant"],"filtre":null,"#
      + #""geores":{"lon":3.7,"lat":43.4},"date_inspection":"2026-01-02T00:00:00+00:00"}"#
    #if DEBUG
      let count = 1000
    #else
      let count = 24_000
    #endif
    let text = "[" + Array(repeating: record, count: count).joined(separator: ",\n") + "]"
    let reader = try JSONRecordReader(MemorySource(Array(text.utf8), name: "t.json"))
    let time = try ContinuousClock().measure { while try reader.next() != nil {} }
    print("JSONRecordReader: \(count) records, \(text.utf8.count >> 10) kB in \(time)")
    #expect(reader.recordCount == count)
    #expect(time < .seconds(20))
  }
}
