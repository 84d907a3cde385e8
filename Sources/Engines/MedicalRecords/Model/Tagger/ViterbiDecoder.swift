/// Finds the best path through the tags of a sequence.
struct ViterbiDecoder {
  let tags: TagSet
  let featureCount: Int

  /// The best tags; `rows` holds `featureCount` rows of weights for each token.
  func decode(
    weights: UnsafePointer<Float>, transitions: UnsafePointer<Float>,
    rows: UnsafePointer<UInt32>, count: Int
  ) -> [UInt8] {
    let stride = tags.stride
    guard count > 0 else { return [] }
    var back = [UInt8](repeating: 0, count: count * stride)
    var previous = [Float](repeating: 0, count: stride)
    var current = previous
    for token in 0..<count {
      score(token, weights, rows, into: &current)
      if token == 0 {
        // Nothing goes on before the beginning.
        for tag in 0..<tags.count { current[tag] += transitions[tag] }
      } else {
        step(token, transitions, previous, &current, &back)
      }
      swap(&previous, &current)
    }
    return path(back, last: previous, count: count)
  }

  /// Adds up the weights of a token's features.
  @inline(__always)
  private func score(
    _ token: Int, _ weights: UnsafePointer<Float>, _ rows: UnsafePointer<UInt32>,
    into scores: inout [Float]
  ) {
    let stride = tags.stride
    let own = rows + token * featureCount
    scores.withUnsafeMutableBufferPointer { scores in
      for tag in 0..<stride { scores[tag] = 0 }
      for feature in 0..<featureCount {
        let row = weights + Int(own[feature]) * stride
        for tag in 0..<stride { scores[tag] += row[tag] }
      }
    }
  }

  @inline(__always)
  private func step(
    _ token: Int, _ transitions: UnsafePointer<Float>, _ previous: [Float],
    _ current: inout [Float], _ back: inout [UInt8]
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
      back[token * stride + tag] = UInt8(from)
    }
  }

  private func path(_ back: [UInt8], last: [Float], count: Int) -> [UInt8] {
    var path = [UInt8](repeating: 0, count: count)
    var tag = 0
    for candidate in 0..<tags.count where last[candidate] > last[tag] { tag = candidate }
    for token in Swift.stride(from: count - 1, through: 0, by: -1) {
      path[token] = UInt8(tag)
      tag = Int(back[token * tags.stride + tag])
    }
    return path
  }
}
