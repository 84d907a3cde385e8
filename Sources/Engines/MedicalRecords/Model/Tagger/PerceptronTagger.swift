import Learning

/// A structured averaged perceptron over hashed features, decoded by Viterbi.
///
/// Source: Collins 2002, "Discriminative Training Methods for Hidden Markov Models".
struct PerceptronTagger: Sendable {
  let tags: TagSet
  /// The number of rows of weights is 2^bits.
  let bits: Int
  /// The weights: one row of `tags.stride` for each hashed feature.
  private(set) var weights: [Float]
  /// The weights of a tag after another, `tags.stride` a row; forbidden ones are −10⁹.
  private(set) var transitions: [Float]

  /// A weight no path takes.
  static let forbidden: Float = -1e9

  init(tags: TagSet, bits: Int, weights: [Float], transitions: [Float]) {
    self.tags = tags
    self.bits = bits
    self.weights = weights
    self.transitions = transitions
  }

  /// A tagger that knows nothing.
  init(tags: TagSet, bits: Int) {
    self.tags = tags
    self.bits = bits
    weights = [Float](repeating: 0, count: tags.stride << bits)
    transitions = Self.emptyTransitions(tags)
  }

  static func emptyTransitions(_ tags: TagSet) -> [Float] {
    var transitions = [Float](repeating: 0, count: tags.stride * tags.stride)
    for previous in 0..<tags.count {
      for tag in 0..<tags.count where !tags.mayFollow(tag, after: previous) {
        transitions[previous * tags.stride + tag] = forbidden
      }
    }
    return transitions
  }

  /// The best tags of a sequence.
  ///
  /// - Parameters:
  ///   - slots: the rows of weights, `TaggerFeatures.count` for each token.
  ///   - count: the number of tokens.
  func decode(_ slots: UnsafePointer<UInt32>, count: Int) -> [UInt8] {
    weights.withUnsafeBufferPointer { weights in
      transitions.withUnsafeBufferPointer { transitions in
        ViterbiDecoder(tags: tags).decode(
          weights: weights.baseAddress!, transitions: transitions.baseAddress!, slots: slots,
          count: count)
      }
    }
  }

  // MARK: Bytes

  /// The tagger as bytes: only rows that are not all zero.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(tags.labels)
    writer.write(bits)
    writer.write(transitions)
    let stride = tags.stride
    let rows = (0..<(1 << bits)).filter { row in
      (0..<stride).contains { weights[row * stride + $0] != 0 }
    }
    writer.write(rows.map { Int32($0) })
    var values: [Float] = []
    values.reserveCapacity(rows.count * stride)
    for row in rows { values += weights[(row * stride)..<(row * stride + stride)] }
    writer.write(values)
    return writer.bytes
  }

  /// Reads a tagger back.
  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "sequence tagger")
    tags = TagSet(try reader.texts())
    bits = try reader.count(upTo: 24)
    transitions = try reader.floats()
    let rows = try reader.integers()
    let values = try reader.floats()
    let stride = tags.stride
    guard transitions.count == stride * stride, values.count == rows.count * stride else {
      throw .shape(
        what: "weights of the tagger", found: values.count, expected: rows.count * stride)
    }
    weights = [Float](repeating: 0, count: stride << bits)
    for (index, row) in rows.enumerated() {
      guard row >= 0, Int(row) < 1 << bits else {
        throw .shape(what: "row of the tagger", found: Int(row), expected: 1 << bits)
      }
      for tag in 0..<stride { weights[Int(row) * stride + tag] = values[index * stride + tag] }
    }
  }
}

/// Finds the best path through the tags of a sequence.
struct ViterbiDecoder {
  let tags: TagSet

  func decode(
    weights: UnsafePointer<Float>, transitions: UnsafePointer<Float>,
    slots: UnsafePointer<UInt32>, count: Int
  ) -> [UInt8] {
    let stride = tags.stride
    let size = tags.count
    guard count > 0 else { return [] }
    var back = [UInt8](repeating: 0, count: count * stride)
    var previous = [Float](repeating: 0, count: stride)
    var current = [Float](repeating: 0, count: stride)
    for token in 0..<count {
      for tag in 0..<stride { current[tag] = 0 }
      current.withUnsafeMutableBufferPointer { scores in
        let rows = slots + token * TaggerFeatures.count
        for feature in 0..<TaggerFeatures.count {
          let row = weights + Int(rows[feature]) * stride
          for tag in 0..<stride { scores[tag] += row[tag] }
        }
      }
      if token == 0 {
        // Nothing goes on before the beginning.
        for tag in 0..<size { current[tag] += transitions[tag] }
      } else {
        for tag in 0..<size {
          var best = -Float.infinity
          var from = 0
          for earlier in 0..<size {
            let score = previous[earlier] + transitions[earlier * stride + tag]
            if score > best {
              best = score
              from = earlier
            }
          }
          current[tag] += best
          back[token * stride + tag] = UInt8(from)
        }
      }
      swap(&previous, &current)
    }
    return path(back, last: previous, count: count)
  }

  private func path(_ back: [UInt8], last: [Float], count: Int) -> [UInt8] {
    var path = [UInt8](repeating: 0, count: count)
    var tag = 0
    for candidate in 0..<tags.count where last[candidate] > last[tag] { tag = candidate }
    for token in stride(from: count - 1, through: 0, by: -1) {
      path[token] = UInt8(tag)
      tag = Int(back[token * tags.stride + tag])
    }
    return path
  }
}
