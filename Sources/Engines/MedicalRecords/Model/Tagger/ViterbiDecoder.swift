/// Finds the best path through the tags of a sequence.
struct ViterbiDecoder {
  /// The rows of weights that the features of a sequence's tokens stand for.
  struct Rows {
    /// The rows of all tokens, one after the other.
    var rows: UnsafePointer<UInt32>
    /// For each token, the place after its last row.
    var ends: UnsafePointer<Int32>
    /// The number of tokens.
    var count: Int
    /// The right tags and what is taken from their scores: a path that is right all the same is so
    /// by a margin. `nil` except while learning corrections.
    var handicap: (tags: UnsafePointer<UInt8>, margin: Float)?
  }

  let tags: TagSet

  /// The best tags of a sequence.
  func decode(
    weights: UnsafePointer<Float>, transitions: UnsafePointer<Float>, _ sequence: Rows
  ) -> [UInt8] {
    let stride = tags.stride
    let count = sequence.count
    guard count > 0 else { return [] }
    var scores = [Float](repeating: 0, count: (count + 1) * stride)
    var back = [UInt8](repeating: 0, count: count * stride)
    scores.withUnsafeMutableBufferPointer { scores in
      back.withUnsafeMutableBufferPointer { back in
        guard let scores = scores.baseAddress, let back = back.baseAddress else { return }
        for token in 0..<count {
          let own = scores + token * stride
          score(token, weights, sequence, into: own)
          if let handicap = sequence.handicap {
            own[Int(handicap.tags[token])] -= handicap.margin
          }
          if token == 0 {
            // Nothing goes on before the beginning.
            for tag in 0..<tags.count { own[tag] += transitions[tag] }
          } else {
            step(transitions, from: own - stride, to: own, back + token * stride)
          }
        }
      }
    }
    return path(back, last: scores[((count - 1) * stride)..<(count * stride)], count: count)
  }

  /// Adds up the weights of a token's features, four tags at once.
  @inline(__always)
  private func score(
    _ token: Int, _ weights: UnsafePointer<Float>, _ sequence: Rows,
    into scores: UnsafeMutablePointer<Float>
  ) {
    let stride = tags.stride
    let begin = token == 0 ? 0 : Int(sequence.ends[token - 1])
    let end = Int(sequence.ends[token])
    let raw = UnsafeRawPointer(weights)
    for block in Swift.stride(from: 0, to: stride, by: 4) {
      var sum = SIMD4<Float>.zero
      for place in begin..<end {
        let offset = (Int(sequence.rows[place]) * stride + block) * MemoryLayout<Float>.stride
        sum += raw.loadUnaligned(fromByteOffset: offset, as: SIMD4<Float>.self)
      }
      for tag in 0..<4 { scores[block + tag] = sum[tag] }
    }
  }

  @inline(__always)
  private func step(
    _ transitions: UnsafePointer<Float>, from previous: UnsafePointer<Float>,
    to current: UnsafeMutablePointer<Float>, _ back: UnsafeMutablePointer<UInt8>
  ) {
    let stride = tags.stride
    let size = tags.count
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
      back[tag] = UInt8(from)
    }
  }

  private func path(_ back: [UInt8], last: ArraySlice<Float>, count: Int) -> [UInt8] {
    var path = [UInt8](repeating: 0, count: count)
    let first = last.startIndex
    var tag = 0
    for candidate in 0..<tags.count where last[first + candidate] > last[first + tag] {
      tag = candidate
    }
    for token in Swift.stride(from: count - 1, through: 0, by: -1) {
      path[token] = UInt8(tag)
      tag = Int(back[token * tags.stride + tag])
    }
    return path
  }
}
