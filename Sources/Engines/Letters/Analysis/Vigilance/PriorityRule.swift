import Review

/// What makes a passage a priority (level 2), as a trail of rules that the agent sees.
enum PriorityRule {
  /// A sentence read alone: something really not done, a repeat, a late commitment or an order to
  /// act at once, and not a mere request.
  static func level(_ reading: PassageReading, probability: Double) -> Int {
    guard probability >= 0.5 else { return 0 }
    let cues = Set(reading.hits.map(\.cue))
    if cues.contains(.repetition) || cues.contains(.late) { return 2 }
    let isOrder = cues.contains(.request) || cues.contains(.duty)
    let isFact = cues.contains(.unmet) || cues.contains(.absence) || cues.contains(.notSuch)
    let isFound = cues.contains(.finding) || cues.contains(.safety) || cues.contains(.deviation)
    return isFact && isFound && !isOrder ? 2 : 1
  }
}
