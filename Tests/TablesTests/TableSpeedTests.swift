import Foundation
import Testing

@testable import Tables

@Suite struct TableSpeedTests {
  /// Reads 64 MB like an official export. The bound is loose, for busy machines and debug builds;
  /// the figure is printed.
  @Test func readsQuickly() throws {
    let line =
      "Restaurant;\"CHEZ \"\"MOMO\"\"\";12 RUE DES LILAS;34200;SÈTE;2026-01-02;Satisfaisant;43.4,3.7\n"
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
}
