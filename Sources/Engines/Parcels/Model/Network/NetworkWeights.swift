import Learning

/// The numbers a trained network holds, normalisation folded into the convolutions.
struct NetworkWeights: Hashable, Sendable {
  /// Weights of each layer, `[output][input][row][column]`.
  var layers: [[Float]]
  /// What is added after each.
  var biases: [[Float]]
  /// Weights of the heads.
  var head: [Float]
  /// What is added there.
  var headBias: [Float]

  private static let kind = "change-network/1"

  /// The weights in half precision.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(Self.kind)
    for values in layers + biases + [head, headBias] { writer.write(Self.halves(values)) }
    return writer.bytes
  }

  /// Reads weights back.
  ///
  /// - Throws: `LearningError` when the bytes are not those of this network.
  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "change network")
    guard try reader.text() == Self.kind else { throw .damaged(what: "change network") }
    var parts: [[Float]] = []
    let shapes = NetworkShape.layers
    for _ in 0..<2 * shapes.count + 2 { parts.append(try Self.floats(try reader.content())) }
    let sizes =
      shapes.map { Convolution.count($0.inputs, $0.outputs) } + shapes.map { $0.outputs }
      + [NetworkShape.headWeights, NetworkShape.heads * 4]
    guard parts.map(\.count) == sizes, parts.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      throw .damaged(what: "change network")
    }
    layers = Array(parts[..<shapes.count])
    biases = Array(parts[shapes.count..<2 * shapes.count])
    head = parts[2 * shapes.count]
    headBias = parts[2 * shapes.count + 1]
  }

  init(layers: [[Float]], biases: [[Float]], head: [Float], headBias: [Float]) {
    self.layers = layers
    self.biases = biases
    self.head = head
    self.headBias = headBias
  }

  private static func halves(_ values: [Float]) -> [UInt8] {
    values.flatMap { value in
      let bits = Float16(value).bitPattern
      return [UInt8(bits & 0xFF), UInt8(bits >> 8)]
    }
  }

  private static func floats(_ bytes: [UInt8]) throws(LearningError) -> [Float] {
    guard bytes.count.isMultiple(of: 2) else { throw .damaged(what: "change network") }
    return stride(from: 0, to: bytes.count, by: 2).map {
      Float(Float16(bitPattern: UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8))
    }
  }
}
