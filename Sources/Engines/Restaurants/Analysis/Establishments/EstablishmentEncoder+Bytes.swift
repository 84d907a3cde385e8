import Learning

extension EstablishmentEncoder {
  /// The encoder as bytes: hashes, outcomes and places, no name and no SIRET.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    recent.rows.write(to: &writer)
    older.rows.write(to: &writer)
    history.write(to: &writer)
    return writer.bytes
  }

  /// Reads an encoder back.
  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "encoder of establishments")
    let recent = try LearnedRows(from: &reader, kindCount: Kind.allCases.count)
    let older = try LearnedRows(from: &reader, kindCount: Kind.older.count)
    let history = try OutcomeHistory(from: &reader)
    guard reader.isAtEnd else { throw .damaged(what: "encoder of establishments: left over") }
    self.init(recent: recent, older: older, history: history)
  }
}
