/// Finds the strings of digits that a run of spoken words may stand for.
///
/// A SIRET is said in groups as the speaker likes; every way of cutting the words into numbers is
/// followed, the ones with fewest groups first, within bounds.
public struct SpokenDigits: Sendable {
  /// The most strings kept for each place of the run.
  private static let breadth = 160

  /// A string of digits and what it costs to read the words so.
  public struct Candidate: Hashable, Sendable {
    /// The digits.
    public var digits: String
    /// The number of groups, plus something for each word taken by its sound.
    public var cost: Double
  }

  private let choices: [[(word: SpokenNumberWord?, cost: Double)]]

  /// Makes a finder for words; fillers may stand among them.
  public init(_ tokens: [SpokenTokens.Token]) {
    choices = tokens.map { token in
      var list: [(word: SpokenNumberWord?, cost: Double)] = []
      switch token.meaning {
      case .filler?, .and?: list.append((nil, 0))
      case .comma?: break
      case let meaning?: list.append((meaning, 0))
      case nil: list.append((nil, 0.8))
      }
      if token.meaning == .and { list.append((.and, 0)) }
      if let sound = token.sound { list.append((sound, 0.3)) }
      return list
    }
  }

  /// All strings of exactly so many digits, cheapest first.
  public func candidates(length: Int) -> [Candidate] {
    var states: [[String: Double]] = Array(repeating: [:], count: choices.count + 1)
    states[0][""] = 0
    for place in choices.indices {
      let kept = states[place].sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        .prefix(Self.breadth)
      guard !kept.isEmpty else { continue }
      let groups = groups(at: place)
      for (digits, cost) in kept {
        for group in groups where digits.count + group.digits.count <= length {
          let text = digits + group.digits
          let total = cost + group.cost
          if total < states[place + group.count][text] ?? .infinity {
            states[place + group.count][text] = total
          }
        }
      }
    }
    return (states.last ?? [:]).filter { $0.key.count == length }
      .map { Candidate(digits: $0.key, cost: $0.value) }
      .sorted { ($0.cost, $0.digits) < ($1.cost, $1.digits) }
  }

  private struct Group {
    var digits: String
    var count: Int
    var cost: Double
  }

  /// The groups that begin at a place, every word read as it may be.
  private func groups(at place: Int) -> [Group] {
    var found: [Group] = []
    for choice in choices[place] {
      guard let word = choice.word else {
        found.append(Group(digits: "", count: 1, cost: choice.cost))
        continue
      }
      if case .digits(let digits) = word {
        found.append(Group(digits: digits, count: 1, cost: 1))
      }
    }
    for window in windows(from: place) { found += groups(window) }
    return found
  }

  private struct Window {
    var words: [SpokenNumberWord]
    var places: [Int]
    /// What it costs to read up to and including each word.
    var costs: [Double]
    var cost: Double
  }

  /// The next five words, hesitations stepped over, in every way they may be understood.
  private func windows(from place: Int) -> [Window] {
    var windows = [Window(words: [], places: [], costs: [], cost: 0)]
    var finished: [Window] = []
    var next = place
    while next < choices.count, !windows.isEmpty, windows.count <= 32 {
      var grown: [Window] = []
      for window in windows {
        guard window.words.count < 6 else {
          finished.append(window)
          continue
        }
        for choice in choices[next] {
          var longer = window
          longer.cost += choice.cost
          if let word = choice.word {
            longer.words.append(word)
            longer.places.append(next)
            longer.costs.append(longer.cost)
          } else if window.words.isEmpty {
            continue
          }
          grown.append(longer)
        }
      }
      windows = grown
      next += 1
      if next > place + 9 { break }
    }
    return finished + windows
  }

  private func groups(_ window: Window) -> [Group] {
    guard let first = window.words.first else { return [] }
    let reader = SpokenNumberReader(window.words)
    var found = reader.readings(at: 0).map { reading in
      Group(
        digits: String(reading.value), count: consumed(window, reading.count),
        cost: 1 + window.costs[reading.count - 1])
    }
    var repeats: (times: Int, words: Int)?
    if case .times(let times) = first { repeats = (times, 1) }
    if case .unit(let times) = first, window.words.count > 1, window.words[1] == .multiplied {
      repeats = (times, 2)
    }
    if let repeats {
      for reading in reader.readings(at: repeats.words) where reading.value < 10 {
        found.append(
          Group(
            digits: String(repeating: String(reading.value), count: repeats.times),
            count: consumed(window, repeats.words + reading.count),
            cost: 1 + window.costs[repeats.words + reading.count - 1]))
      }
    }
    return found
  }

  /// The number of tokens up to and including the last word of a reading.
  private func consumed(_ window: Window, _ words: Int) -> Int {
    (window.places[words - 1] - window.places[0]) + 1
  }
}
