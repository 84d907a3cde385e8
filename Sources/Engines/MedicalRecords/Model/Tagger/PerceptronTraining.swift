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
    /// By how much the right tags must win, 0 for any.
    var margin: Float = 0
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
    let slots = frequentSlots(sequences)
    let mapped = sequences.map { Mapped($0, slots, featureCount: featureCount) }
    var state = State(tags: tags, rowCount: slots.count + 1)
    var generator = SplitMix64(seed: seed)
    let order = mapped.indices.flatMap {
      [Int](repeating: $0, count: max(1, sequences[$0].repeats))
    }
    for _ in 0..<epochs {
      for place in generator.permutation(order.count) { state.learn(mapped[order[place]]) }
      if isCancelled() { throw CancellationError() }
    }
    let learned = state.averaged()
    let (kept, weights) = compacted(slots, learned.weights)
    return PerceptronTagger(
      tags: tags, bits: bits, featureCount: featureCount, slots: kept, weights: weights,
      transitions: learned.transitions)
  }

  /// A sequence with the rows of its features.
  private struct Mapped {
    var rows: [UInt32]
    var ends: [Int32]
    var tags: [UInt8]
    var margin: Float

    init(_ sequence: Sequence, _ slots: LearnedSlots, featureCount: Int) {
      var rows = sequence.slots
      var ends = [Int32](repeating: 0, count: sequence.tags.count)
      rows.withUnsafeMutableBufferPointer { rows in
        ends.withUnsafeMutableBufferPointer { ends in
          guard let rows = rows.baseAddress, let ends = ends.baseAddress else { return }
          slots.compact(rows, featureCount: featureCount, count: sequence.tags.count, ends: ends)
        }
      }
      self.rows = Array(rows.prefix(Int(ends.last ?? 0)))
      self.ends = ends
      tags = sequence.tags
      margin = sequence.margin
    }
  }

  /// Leaves out the rows of features that no mistake ever touched: they weigh nothing.
  private func compacted(
    _ slots: LearnedSlots, _ weights: [Float]
  ) -> (slots: LearnedSlots, weights: [Float]) {
    let stride = tags.stride
    var kept = [Float](repeating: 0, count: stride)
    var touched: [Int32] = []
    for (place, slot) in slots.slots.enumerated() {
      let own = weights[((place + 1) * stride)..<((place + 2) * stride)]
      guard own.contains(where: { $0 != 0 }) else { continue }
      touched.append(slot)
      kept += own
    }
    guard let learned = LearnedSlots(touched, slotCount: 1 << bits) else { return (slots, weights) }
    return (learned, kept)
  }

  /// The slots that are not too rare.
  private func frequentSlots(_ sequences: [Sequence]) -> LearnedSlots {
    let fewest = Self.fewest
    var seen = [UInt8](repeating: 0, count: 1 << bits)
    for sequence in sequences {
      for slot in sequence.slots where seen[Int(slot)] < fewest { seen[Int(slot)] += 1 }
    }
    let frequent = seen.indices.lazy.filter { seen[$0] >= fewest }.map { Int32($0) }
    return LearnedSlots(frequent, slotCount: 1 << bits) ?? LearnedSlots.none(slotCount: 1 << bits)
  }

  /// The weights while learning, with what averaging needs.
  private struct State {
    let tags: TagSet
    var weights: [Float]
    var totals: [Float]
    var transitions: [Float]
    var transitionTotals: [Float]
    var step: Float = 1

    init(tags: TagSet, rowCount: Int) {
      self.tags = tags
      weights = [Float](repeating: 0, count: tags.stride * rowCount)
      totals = weights
      transitions = PerceptronTagger.emptyTransitions(tags)
      transitionTotals = [Float](repeating: 0, count: transitions.count)
    }

    mutating func learn(_ sequence: Mapped) {
      let guess = self.guess(sequence)
      if guess != sequence.tags, guess.count == sequence.tags.count { update(sequence, guess) }
      step += 1
    }

    private func guess(_ sequence: Mapped) -> [UInt8] {
      weights.withUnsafeBufferPointer { weights in
        transitions.withUnsafeBufferPointer { transitions in
          sequence.rows.withUnsafeBufferPointer { rows in
            sequence.ends.withUnsafeBufferPointer { ends in
              sequence.tags.withUnsafeBufferPointer { right -> [UInt8] in
                guard let weights = weights.baseAddress, let transitions = transitions.baseAddress,
                  let rows = rows.baseAddress, let ends = ends.baseAddress,
                  let right = right.baseAddress
                else { return [] }
                return ViterbiDecoder(tags: tags).decode(
                  weights: weights, transitions: transitions,
                  .init(
                    rows: rows, ends: ends, count: sequence.tags.count,
                    handicap: sequence.margin > 0 ? (right, sequence.margin) : nil))
              }
            }
          }
        }
      }
    }

    private mutating func update(_ sequence: Mapped, _ guess: [UInt8]) {
      let stride = tags.stride
      for token in guess.indices {
        let right = Int(sequence.tags[token])
        let wrong = Int(guess[token])
        if right != wrong {
          let begin = token == 0 ? 0 : Int(sequence.ends[token - 1])
          for place in begin..<Int(sequence.ends[token]) {
            let row = Int(sequence.rows[place]) * stride
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
