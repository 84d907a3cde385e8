import Foundation

/// Writes values as JSON straight into bytes, as `JSONDecoder` reads them.
///
/// Foundation's encoder builds a tree of every value first and turns that into bytes; an analysis
/// of a département stores tens of thousands of suggestions, and most of its time went there. Keys
/// stand in the order in which the value gives them (those of a dictionary in any). Bytes
/// (`Data`) become base64, as in Foundation; a number that is not finite is an error.
enum BodyEncoder {
  /// The bytes of a value.
  ///
  /// - Throws: `EncodingError.invalidValue` for a number that is not finite.
  static func encode(_ value: some Encodable) throws -> Data {
    let output = BodyOutput()
    try output.append(value)
    return Data(output.bytes)
  }
}

/// The encoder that values see: it only hands out containers.
struct BodyValueEncoder: Encoder {
  let output: BodyOutput
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(BodyKeyedContainer<Key>(output: output, depth: output.openObject()))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    BodyUnkeyedContainer(output: output, depth: output.openArray())
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    BodySingleContainer(output: output)
  }
}
