import Learning

extension EstablishmentEncoder {
  /// The encoder as bytes: hashes and sums, no name and no SIRET.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    for table in rates {
      table.keys.write(to: &writer)
      table.nonCompliance.write(to: &writer)
      table.belowBest.write(to: &writer)
    }
    activityKeys.write(to: &writer)
    activityRates.write(to: &writer)
    map.write(to: &writer)
    history.write(to: &writer)
    writer.write(learned.count)
    for group in learned.sorted() { writer.write(group) }
    return writer.bytes
  }

  /// Reads an encoder back.
  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "encoder of establishments")
    var rates: [Rates] = []
    for _ in Kind.allCases {
      let table = Rates(
        keys: try KeyTable(from: &reader), nonCompliance: try RateTable(from: &reader),
        belowBest: try RateTable(from: &reader))
      guard table.nonCompliance.fits(table.keys.count), table.belowBest.fits(table.keys.count)
      else { throw .damaged(what: "encoder of establishments: table") }
      rates.append(table)
    }
    self.rates = rates
    activityKeys = try KeyTable(from: &reader)
    activityRates = try ActivityRates(from: &reader)
    guard activityRates.fits(activityKeys.count) else {
      throw .damaged(what: "encoder of establishments: activities")
    }
    map = try NeighbourMap(from: &reader)
    history = try OutcomeHistory(from: &reader)
    var learned: Set<UInt64> = []
    for _ in 0..<(try reader.count(upTo: KeyTable.limit)) { learned.insert(try reader.unsigned()) }
    self.learned = learned
    guard reader.isAtEnd else { throw .damaged(what: "encoder of establishments: left over") }
  }
}
