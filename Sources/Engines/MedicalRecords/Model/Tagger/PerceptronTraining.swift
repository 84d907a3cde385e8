import Learning

/// Trains a structured averaged perceptron on tagged sequences.
struct PerceptronTraining {
  /// A tagged sequence.
  struct Sequence: Sendable {
    /// The slots of the features, `featureCount` for each token.
    var slots: [UInt32]
    /// The right tags.
    var tags: [UInt8]
    /// How often the sequence is seen in an epoch.
    var repeats: Int = 1
  }

  let tags: TagSet
  let bits: Int
  let featureCount: Int
  let epochs: Int
  let seed: UInt64

  /// Features seen less often are not learned: what stands once says nothing of other reports.
  private static let fewest: UInt8 = 2

  /// Learns; the order of the sequences is shuffled in each epoch.
  func run(
    _ sequences: [Sequence], isCancelled: () -> Bool = { false }
  ) throws -> PerceptronTagger {
    let (rows, count) = rowsOfSlots(sequences)
    let mapped = sequences.map { sequence in
      var sequence = sequence
      for place in sequence.slots.indices {
        sequence.slots[place] = UInt32(bitPattern: rows[Int(sequence.slots[place])])
      }
      return sequence
    }
    var state = State(tags: tags, featureCount: featureCount, rowCount: count)
    var generator = SplitMix64(seed: seed)
    let order = mapped.indices.flatMap {
      [Int](repeating: $0, count: max(1, mapped[$0].repeats))
    }
    for _ in 0..<epochs {
      for place in generator.permutation(order.count) { state.learn(mapped[order[place]]) }
      if isCancelled() { throw CancellationError() }
    }
    let learned = state.averaged()
    let (kept, weights) = compacted(rows, learned.weights)
    return PerceptronTagger(
      tags: tags, bits: bits, featureCount: featureCount, rows: kept, weights: weights,
      transitions: learned.transitions)
  }

  /// Leaves out the rows of features that no mistake ever touched: they weigh nothing.
  private func compacted(_ rows: [Int32], _ weights: [Float]) -> (rows: [Int32], weights: [Float]) {
    let stride = tags.stride
    var places = [Int32](repeating: 0, count: weights.count / stride)
    var kept = [Float](repeating: 0, count: stride)
    for row in 1..<max(1, places.count) {
      let own = weights[row * stride..<(row + 1) * stride]
      guard own.contains(where: { $0 != 0 }) else { continue }
      places[row] = Int32(kept.count / stride)
      kept += own
    }
    return (rows.map { places[Int($0)] }, kept)
  }

  /// A row for each slot that is not too rare; the number of rows.
  private func rowsOfSlots(_ sequences: [Sequence]) -> (rows: [Int32], count: Int) {
    let fewest = Self.fewest
    var seen = [UInt8](repeating: 0, count: 1 << bits)
    for sequence in sequences {
      for slot in sequence.slots where seen[Int(slot)] < fewest { seen[Int(slot)] += 1 }
    }
    var rows = [Int32](repeating: 0, count: 1 << bits)
    var count: Int32 = 1
    for slot in seen.indices where seen[slot] >= fewest {
      rows[slot] = count
      count += 1
    }
    return (rows, Int(count))
  }

  /// The weights while learning, with what averaging needs.
  private struct State {
    let tags: TagSet
    let featureCount: Int
    var weights: [Float]
    var totals: [Float]
    var transitions: [Float]
    var transitionTotals: [Float]
    var step: Float = 1

    init(tags: TagSet, featureCount: Int, rowCount: Int) {
      self.tags = tags
      self.featureCount = featureCount
      weights = [Float](repeating: 0, count: tags.stride * rowCount)
      totals = weights
      transitions = PerceptronTagger.emptyTransitions(tags)
      transitionTotals = [Float](repeating: 0, count: transitions.count)
    }

    mutating func learn(_ sequence: Sequence) {
      let guess = weights.withUnsafeBufferPointer { weights in
        transitions.withUnsafeBufferPointer { transitions in
          sequence.slots.withUnsafeBufferPointer { slots -> [UInt8] in
            guard let weights = weights.baseAddress, let transitions = transitions.baseAddress,
              let slots = slots.baseAddress
            else { return [] }
            return ViterbiDecoder(tags: tags, featureCount: featureCount).decode(
              weights: weights, transitions: transitions, rows: slots, count: sequence.tags.count)
          }
        }
      }
      if guess != sequence.tags, guess.count == sequence.tags.count { update(sequence, guess) }
      step += 1
    }

    private mutating func update(_ sequence: Sequence, _ guess: [UInt8]) {
      let stride = tags.stride
      for token in guess.indices {
        let right = Int(sequence.tags[token])
        let wrong = Int(guess[token])
        if right != wrong {
          for feature in 0..<featureCount {
            let row = Int(sequence.slots[token * featureCount + feature]) * stride
            // Rare features share the first row, which learns nothing.
            guard row > 0 else { continue }
            weights[row + right] += 1
            weights[row + wrong] -= 1
            totals[row + right] += step
            totals[row + wrong] -= step
          }
        }
        let rightBefore = token == 0 ? 0 : Int(sequence.tags[token - 1])
        let wrongBefore = token == 0 ? 0 : Int(guess[token - 1])
        if right != wrong || rightBefore != wrongBefore {
          change(rightBefore * stride + right, by: 1)
          change(wrongBefore * stride + wrong, by: -1)
        }
      }
    }

    private mutating func change(_ place: Int, by amount: Float) {
      guard transitions[place] > PerceptronTagger.forbidden / 2 else { return }
      transitions[place] += amount
      transitionTotals[place] += amount * step
    }

    func averaged() -> (weights: [Float], transitions: [Float]) {
      var weights = weights
      for index in weights.indices { weights[index] -= totals[index] / step }
      var transitions = transitions
      for index in transitions.indices { transitions[index] -= transitionTotals[index] / step }
      return (weights, transitions)
    }
  }
}
