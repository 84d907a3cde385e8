import Learning

/// A structured averaged perceptron over hashed features, decoded by Viterbi.
///
/// Source: Collins 2002, "Discriminative Training Methods for Hidden Markov Models".
struct PerceptronTagger: Sendable {
  let tags: TagSet
  /// Features are hashed into 2^bits slots.
  let bits: Int
  /// The number of features of a token.
  let featureCount: Int
  /// The slots that were learned.
  let slots: LearnedSlots
  /// The weights: one row of `tags.stride` for each learned slot; row 0 weighs nothing.
  private(set) var weights: [Float]
  /// The weights of a tag after another, `tags.stride` a row; forbidden ones are −10⁹.
  private(set) var transitions: [Float]

  /// A weight no path takes.
  static let forbidden: Float = -1e9

  init(
    tags: TagSet, bits: Int, featureCount: Int, slots: LearnedSlots, weights: [Float],
    transitions: [Float]
  ) {
    self.tags = tags
    self.bits = bits
    self.featureCount = featureCount
    self.slots = slots
    self.weights = weights
    self.transitions = transitions
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
  ///   - slots: the slots of the features, `featureCount` for each token; they become rows.
  ///   - ends: room for a number for each token.
  ///   - count: the number of tokens.
  func decode(
    _ slots: UnsafeMutablePointer<UInt32>, ends: UnsafeMutablePointer<Int32>, count: Int
  ) -> [UInt8] {
    self.slots.compact(slots, featureCount: featureCount, count: count, ends: ends)
    return weights.withUnsafeBufferPointer { weights in
      transitions.withUnsafeBufferPointer { transitions in
        guard let weights = weights.baseAddress, let transitions = transitions.baseAddress else {
          return []
        }
        return ViterbiDecoder(tags: tags).decode(
          weights: weights, transitions: transitions,
          .init(rows: slots, ends: ends, count: count))
      }
    }
  }

  // MARK: Bytes

  /// The tagger as bytes: the slots that were learned, in order, and their weights.
  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.write(tags.labels)
    writer.write(tags.hasGaps ? 1 : 0)
    writer.write(bits)
    writer.write(featureCount)
    writer.write(transitions)
    // Row 0 has a slot that stands for none.
    writer.write([0] + slots.slots)
    writer.write(weights)
    return writer.bytes
  }

  /// Reads a tagger back.
  init(bytes: [UInt8]) throws(LearningError) {
    var reader = ByteReader(bytes, of: "sequence tagger")
    let labels = try reader.texts()
    tags = TagSet(labels, hasGaps: try reader.count(upTo: 1) == 1)
    bits = try reader.count(upTo: 24)
    featureCount = try reader.count(upTo: 256)
    transitions = try reader.floats()
    let slots = try reader.integers()
    weights = try reader.floats()
    let stride = tags.stride
    guard transitions.count == stride * stride, weights.count == slots.count * stride,
      !slots.isEmpty
    else {
      throw .shape(
        what: "weights of the tagger", found: weights.count, expected: slots.count * stride)
    }
    guard let learned = LearnedSlots(slots.dropFirst(), slotCount: 1 << bits) else {
      throw .shape(what: "slots of the tagger", found: slots.count, expected: 1 << bits)
    }
    self.slots = learned
  }
}
