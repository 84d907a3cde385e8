import Learning

/// Trains a structured averaged perceptron on tagged sequences.
struct PerceptronTraining {
  /// A tagged sequence.
  struct Sequence: Sendable {
    /// The rows of weights, `TaggerFeatures.count` for each token.
    var slots: [UInt32]
    /// The right tags.
    var tags: [UInt8]
    /// How often the sequence is repeated in an epoch.
    var repeats: Int = 1
  }

  let tags: TagSet
  let bits: Int
  let epochs: Int
  let seed: UInt64

  /// Learns; the order of the sequences is shuffled in each epoch.
  func run(
    _ sequences: [Sequence], isCancelled: () -> Bool = { false },
    progress: (Int) -> Void = { _ in }
  ) throws -> PerceptronTagger {
    var state = State(tags: tags, bits: bits)
    var generator = SplitMix64(seed: seed)
    let order = sequences.indices.flatMap {
      [Int](repeating: $0, count: max(1, sequences[$0].repeats))
    }
    for epoch in 0..<epochs {
      for place in generator.permutation(order.count) { state.learn(sequences[order[place]]) }
      if isCancelled() { throw CancellationError() }
      progress(epoch + 1)
    }
    return state.averaged()
  }

  /// The weights while learning, with what averaging needs.
  private struct State {
    let tags: TagSet
    let bits: Int
    var weights: [Float]
    var totals: [Float]
    var transitions: [Float]
    var transitionTotals: [Float]
    var step: Float = 1

    init(tags: TagSet, bits: Int) {
      self.tags = tags
      self.bits = bits
      weights = [Float](repeating: 0, count: tags.stride << bits)
      totals = weights
      transitions = PerceptronTagger.emptyTransitions(tags)
      transitionTotals = [Float](repeating: 0, count: transitions.count)
    }

    mutating func learn(_ sequence: Sequence) {
      let count = sequence.tags.count
      let guess = weights.withUnsafeBufferPointer { weights in
        transitions.withUnsafeBufferPointer { transitions in
          sequence.slots.withUnsafeBufferPointer { slots in
            ViterbiDecoder(tags: tags).decode(
              weights: weights.baseAddress!, transitions: transitions.baseAddress!,
              slots: slots.baseAddress!, count: count)
          }
        }
      }
      if guess != sequence.tags { update(sequence, guess) }
      step += 1
    }

    private mutating func update(_ sequence: Sequence, _ guess: [UInt8]) {
      let stride = tags.stride
      for token in guess.indices {
        let right = Int(sequence.tags[token])
        let wrong = Int(guess[token])
        if right != wrong {
          for feature in 0..<TaggerFeatures.count {
            let row = Int(sequence.slots[token * TaggerFeatures.count + feature]) * stride
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

    func averaged() -> PerceptronTagger {
      var weights = weights
      for index in weights.indices { weights[index] -= totals[index] / step }
      var transitions = transitions
      for index in transitions.indices { transitions[index] -= transitionTotals[index] / step }
      return PerceptronTagger(tags: tags, bits: bits, weights: weights, transitions: transitions)
    }
  }
}
