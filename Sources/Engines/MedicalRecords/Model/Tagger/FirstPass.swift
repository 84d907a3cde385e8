import Language

/// What a first pass found in a report, token by token, for a second one to look at: its tags, what
/// the same word was elsewhere in the report, and how far the next mentions stand.
struct FirstPass: Sendable {
  /// The tags of the first pass.
  var tags: [UInt8]
  /// For each token, the label its stem has most often in the report and how constantly.
  var memory: [UInt8]
  /// For each token, label and distance of the mention before it in its sentence.
  var left: [UInt8]
  /// For each token, label and distance of the mention after it in its sentence.
  var right: [UInt8]
  /// For each token, how many mentions its sentence holds, up to three.
  var tumours: [UInt8]

  init(_ tags: [UInt8], _ text: ClinicalText, _ set: TagSet) {
    self.tags = tags
    memory = Self.memory(tags, text, set)
    left = [UInt8](repeating: 0, count: tags.count)
    right = left
    tumours = left
    for sentence in text.sentences { look(around: sentence, set) }
  }

  private mutating func look(around sentence: Range<Int>, _ set: TagSet) {
    var last: (place: Int, label: Int)?
    var count: UInt8 = 0
    for token in sentence {
      if let last { left[token] = Self.code(last.label, token - last.place) }
      if let label = set.label(Int(tags[token])) {
        if set.isBegin(Int(tags[token])) { count = min(3, count + 1) }
        last = (token, label)
      }
    }
    var next: (place: Int, label: Int)?
    for token in sentence.reversed() {
      if let next { right[token] = Self.code(next.label, next.place - token) }
      if let label = set.label(Int(tags[token])) { next = (token, label) }
      tumours[token] = count
    }
  }

  private static func code(_ label: Int, _ distance: Int) -> UInt8 {
    let bucket = distance <= 3 ? distance : distance <= 5 ? 4 : distance <= 9 ? 5 : 6
    return UInt8(1 + bucket + 8 * min(label, 30))
  }

  private static func memory(_ tags: [UInt8], _ text: ClinicalText, _ set: TagSet) -> [UInt8] {
    let width = set.labels.count + 1
    var places: [UInt64: Int] = [:]
    var counts: [UInt16] = []
    var placeOfToken = [Int](repeating: -1, count: tags.count)
    for token in tags.indices where text.tokens[token].kind == .word {
      let place = places[text.stems[token], default: counts.count]
      if place == counts.count {
        places[text.stems[token]] = place
        counts += repeatElement(0, count: width)
      }
      placeOfToken[token] = place
      counts[place + (set.label(Int(tags[token])).map { $0 + 1 } ?? 0)] &+= 1
    }
    return tags.indices.map { token in
      guard placeOfToken[token] >= 0 else { return 0 }
      let label = set.label(Int(tags[token])).map { $0 + 1 } ?? 0
      return usual(counts[placeOfToken[token]..<placeOfToken[token] + width], without: label)
    }
  }

  /// What a word is most often, by the counts of its labels, without one of a label: a token does not
  /// vouch for itself.
  private static func usual(_ counts: ArraySlice<UInt16>, without label: Int) -> UInt8 {
    var all = 0
    var best = 0
    var most = -1
    for (index, count) in counts.enumerated() {
      let own = Int(count) - (index == label ? 1 : 0)
      all += own
      if own > most {
        most = own
        best = index
      }
    }
    guard all > 0 else { return 1 }
    let share = Float(most) / Float(all)
    let trust = share > 0.9 ? 2 : share > 0.6 ? 1 : 0
    return UInt8(2 + min(best, 15) * 6 + trust * 2 + (all > 1 ? 1 : 0))
  }
}
