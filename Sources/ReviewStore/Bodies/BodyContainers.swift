/// An object that is being written.
struct BodyKeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let output: BodyOutput
  let depth: Int
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) {
    output.member(key, depth)
    output.writeNull()
  }

  func encode(_ value: Bool, forKey key: Key) {
    output.member(key, depth)
    output.write(value)
  }

  func encode(_ value: String, forKey key: Key) {
    output.member(key, depth)
    output.write(value)
  }

  func encode(_ value: Double, forKey key: Key) throws {
    output.member(key, depth)
    try output.write(value)
  }

  func encode(_ value: Int, forKey key: Key) {
    output.member(key, depth)
    output.write(integer: value)
  }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    output.member(key, depth)
    try output.append(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    output.member(key, depth)
    return BodyValueEncoder(output: output).container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    output.member(key, depth)
    return BodyValueEncoder(output: output).unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    output.member(SuperKey(), depth)
    return BodyValueEncoder(output: output)
  }

  func superEncoder(forKey key: Key) -> any Encoder {
    output.member(key, depth)
    return BodyValueEncoder(output: output)
  }
}

/// The key under which a class writes what it inherits.
private struct SuperKey: CodingKey {
  var stringValue: String { "super" }
  var intValue: Int? { nil }
  init() {}
  init?(stringValue: String) { return nil }
  init?(intValue: Int) { return nil }
}

/// An array that is being written.
struct BodyUnkeyedContainer: UnkeyedEncodingContainer {
  let output: BodyOutput
  let depth: Int
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  init(output: BodyOutput, depth: Int) {
    self.output = output
    self.depth = depth
  }

  private mutating func next() {
    output.element(depth)
    count += 1
  }

  mutating func encodeNil() {
    next()
    output.writeNull()
  }

  mutating func encode<Value: Encodable>(_ value: Value) throws {
    next()
    try output.append(value)
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy keyType: Nested.Type
  ) -> KeyedEncodingContainer<Nested> {
    next()
    return BodyValueEncoder(output: output).container(keyedBy: keyType)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    next()
    return BodyValueEncoder(output: output).unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder {
    next()
    return BodyValueEncoder(output: output)
  }
}

/// A value that is neither object nor array.
struct BodySingleContainer: SingleValueEncodingContainer {
  let output: BodyOutput
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { output.writeNull() }
  func encode(_ value: Bool) { output.write(value) }
  func encode(_ value: String) { output.write(value) }
  func encode(_ value: Double) throws { try output.write(value) }
  func encode(_ value: Float) throws { try output.write(value) }
  func encode(_ value: Int) { output.write(integer: value) }
  func encode(_ value: Int8) { output.write(integer: value) }
  func encode(_ value: Int16) { output.write(integer: value) }
  func encode(_ value: Int32) { output.write(integer: value) }
  func encode(_ value: Int64) { output.write(integer: value) }
  func encode(_ value: UInt) { output.write(integer: value) }
  func encode(_ value: UInt8) { output.write(integer: value) }
  func encode(_ value: UInt16) { output.write(integer: value) }
  func encode(_ value: UInt32) { output.write(integer: value) }
  func encode(_ value: UInt64) { output.write(integer: value) }
  func encode<Value: Encodable>(_ value: Value) throws { try output.append(value) }
}
