/// Reading an event back from its canonical row.
extension CanonicalRow {
  /// The names of the row's personal fields with the digests the chain holds.
  public var digests: [String: String] {
    var out: [String: String] = [:]
    for (name, value) in fields where name.hasPrefix("personal.") {
      out[String(name.dropFirst("personal.".count))] = value
    }
    return out
  }

  /// The event the row tells of, or `nil` when a field is missing or malformed.
  ///
  /// - Parameter personal: the personal texts by field name; those that were erased are absent.
  public func event(
    previous: LedgerHash, hash: LedgerHash, personal: [String: String]
  ) -> LedgerEvent? {
    guard let sequence = fields["sequence"].flatMap({ Int($0) }),
      let time = fields["time"].flatMap({ Int64($0) }), let agent = fields["agent"],
      let kind = fields["kind"].flatMap({ LedgerKind(rawValue: $0) })
    else { return nil }
    var own: [String: String] = [:]
    for (name, value) in fields where name.hasPrefix(Self.payloadPrefix) {
      own[String(name.dropFirst(Self.payloadPrefix.count))] = value
    }
    guard let payload = LedgerPayload(kind: kind, fields: own, personal: personal) else {
      return nil
    }
    return LedgerEvent(
      sequence: sequence, time: Timestamp(milliseconds: time), agent: agent, payload: payload,
      previous: previous, hash: hash)
  }
}
