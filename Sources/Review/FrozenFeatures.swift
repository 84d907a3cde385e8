import Foundation

/// The numbers a model saw, kept so that retraining never needs the source again.
public struct FrozenFeatures: Hashable, Codable, Sendable {
  /// The name and version of the list of features (`establishment/1`).
  public let schema: String
  /// The values in the schema's order; not-a-number where a value is missing.
  public let values: [Float]

  /// Makes features of a schema.
  public init(schema: String, values: [Float]) {
    self.schema = schema
    self.values = values
  }

  /// The values as little-endian 32-bit floats, for the store.
  public var data: Data {
    var data = Data(capacity: values.count * 4)
    for value in values {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
    }
    return data
  }

  /// Reads little-endian 32-bit floats; bytes beyond a multiple of four are left aside.
  public init(schema: String, data: Data) {
    let bytes = [UInt8](data)
    var values: [Float] = []
    values.reserveCapacity(bytes.count / 4)
    for start in stride(from: 0, to: bytes.count - bytes.count % 4, by: 4) {
      let pattern = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) }
      values.append(Float(bitPattern: pattern))
    }
    self.init(schema: schema, values: values)
  }

  private enum CodingKeys: String, CodingKey {
    case schema
    case values
  }

  /// Reads the values from base 64.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let schema = try container.decode(String.self, forKey: .schema)
    let text = try container.decode(String.self, forKey: .values)
    self.init(schema: schema, data: Data(base64Encoded: text) ?? Data())
  }

  /// Writes the values in base 64, because JSON has no not-a-number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(schema, forKey: .schema)
    try container.encode(data.base64EncodedString(), forKey: .values)
  }

  /// Bit patterns are compared, so that missing values equal each other.
  public static func == (left: FrozenFeatures, right: FrozenFeatures) -> Bool {
    left.schema == right.schema
      && left.values.elementsEqual(right.values) { $0.bitPattern == $1.bitPattern }
  }

  /// Hashes the schema and the bit patterns.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(schema)
    for value in values { hasher.combine(value.bitPattern) }
  }
}
