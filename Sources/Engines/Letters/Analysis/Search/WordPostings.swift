import Language

/// Which words stand in which passages, how often and in what order: an inverted index held in flat
/// arrays.
struct WordPostings: Sendable {
  /// The different words, folded, in alphabetical order.
  let words: [String]
  /// The stem of each word, as a number.
  let stems: [Int32]
  /// The words of each stem.
  private let wordsOfStem: [String: [Int32]]
  /// Where the postings of each word begin; one more than words.
  private let starts: [Int]
  private let passages: [UInt32]
  private let counts: [UInt8]
  /// The number of words of each passage.
  let lengths: [UInt32]
  /// In how many passages each stem stands.
  let frequencies: [Int32]
  private let sequences: WordSequences
  /// For each word, its number in the sequences.
  private let ranks: [UInt32]

  /// A word's posting: a passage and how often the word stands in it, at most 255 times.
  struct Posting {
    var passage: Int
    var count: Int
  }

  /// Gathers the words of passages in their order.
  struct Builder {
    private var numbers: [UInt64: Int32] = [:]
    private var words: [String] = []
    private var wordOfPosting: [Int32] = []
    private var countOfPosting: [UInt8] = []
    private var ends: [Int] = []
    private var order: [Int32] = []
    private var lengths: [UInt32] = []

    /// Adds the next passage.
    mutating func add(_ text: TokenizedText) {
      var seen: [Int32: Int] = [:]
      var length: UInt32 = 0
      for index in text.tokens.indices {
        let token = text.tokens[index]
        guard token.isWord, !token.marks.contains(.elided) else { continue }
        let word = number(token.hash, index, text)
        seen[word, default: 0] += 1
        order.append(word)
        length += 1
      }
      for (word, count) in seen {
        wordOfPosting.append(word)
        countOfPosting.append(UInt8(min(255, count)))
      }
      ends.append(wordOfPosting.count)
      lengths.append(length)
    }

    private mutating func number(_ hash: UInt64, _ index: Int, _ text: TokenizedText) -> Int32 {
      if let known = numbers[hash] { return known }
      let number = Int32(words.count)
      numbers[hash] = number
      words.append(text.folded(index))
      return number
    }

    /// The index of all that was added.
    func build() -> WordPostings {
      let order = words.indices.sorted { words[$0] < words[$1] }
      var place = [Int32](repeating: 0, count: words.count)
      for (rank, word) in order.enumerated() { place[word] = Int32(rank) }
      var starts = [Int](repeating: 0, count: words.count + 1)
      for word in wordOfPosting { starts[Int(place[Int(word)]) + 1] += 1 }
      for index in words.indices { starts[index + 1] += starts[index] }
      var next = starts
      var passages = [UInt32](repeating: 0, count: wordOfPosting.count)
      var counts = [UInt8](repeating: 0, count: wordOfPosting.count)
      var begin = 0
      for (passage, end) in ends.enumerated() {
        for posting in begin..<end {
          let word = Int(place[Int(wordOfPosting[posting])])
          passages[next[word]] = UInt32(passage)
          counts[next[word]] = countOfPosting[posting]
          next[word] += 1
        }
        begin = end
      }
      return WordPostings(
        words: order.map { words[$0] }, starts: starts, passages: passages, counts: counts,
        lengths: lengths, order: self.order.map { place[Int($0)] })
    }
  }

  private init(
    words: [String], starts: [Int], passages: [UInt32], counts: [UInt8], lengths: [UInt32],
    order: [Int32]
  ) {
    self.words = words
    self.starts = starts
    self.passages = passages
    self.counts = counts
    self.lengths = lengths
    var numbers: [String: Int32] = [:]
    var stems: [Int32] = []
    var wordsOfStem: [String: [Int32]] = [:]
    for (word, stem) in words.map({ SearchWord.stem($0) }).enumerated() {
      let number = numbers[stem] ?? Int32(numbers.count)
      numbers[stem] = number
      stems.append(number)
      wordsOfStem[stem, default: []].append(Int32(word))
    }
    self.stems = stems
    self.wordsOfStem = wordsOfStem
    var frequencies = [Int32](repeating: 0, count: numbers.count)
    var last = [Int64](repeating: -1, count: lengths.count)
    for own in wordsOfStem.values {
      let stem = Int64(stems[Int(own[0])])
      for word in own {
        for posting in starts[Int(word)]..<starts[Int(word) + 1]
        where last[Int(passages[posting])] != stem {
          last[Int(passages[posting])] = stem
          frequencies[Int(stem)] += 1
        }
      }
    }
    self.frequencies = frequencies
    ranks = Self.ranks(starts)
    var sequences = WordSequences()
    var begin = 0
    for length in lengths {
      let end = begin + Int(length)
      sequences.append(order[begin..<end].lazy.map { [ranks] in ranks[Int($0)] })
      begin = end
    }
    self.sequences = sequences
  }

  /// Numbers words by how many passages hold them, most first.
  private static func ranks(_ starts: [Int]) -> [UInt32] {
    let count = starts.count - 1
    let order = (0..<count).sorted {
      let (left, right) = (starts[$0 + 1] - starts[$0], starts[$1 + 1] - starts[$1])
      return left != right ? left > right : $0 < $1
    }
    var ranks = [UInt32](repeating: 0, count: count)
    for (rank, word) in order.enumerated() { ranks[word] = UInt32(rank) }
    return ranks
  }

  /// The number by which sequences know a word.
  func rank(_ word: Int) -> UInt32 { ranks[word] }

  /// The words of a passage in their order, by their ranks.
  func sequence(_ passage: Int, into words: inout [UInt32]) {
    sequences.read(passage, into: &words)
  }

  /// The words with a stem.
  func words(stem: String) -> [Int32] { wordsOfStem[stem] ?? [] }

  /// The words that begin so.
  func words(beginning prefix: String) -> Range<Int> {
    let start = place(of: prefix)
    var end = start
    while end < words.count, words[end].hasPrefix(prefix) { end += 1 }
    return start..<end
  }

  /// The number of a word, or `nil`.
  func number(of word: String) -> Int? {
    let place = place(of: word)
    return place < words.count && words[place] == word ? place : nil
  }

  private func place(of word: String) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Calls the body with each posting of a word, in the order of the passages.
  @inline(__always)
  func forEachPosting(of word: Int, _ body: (Posting) -> Void) {
    for place in starts[word]..<starts[word + 1] {
      body(Posting(passage: Int(passages[place]), count: Int(counts[place])))
    }
  }

  /// The passages in which a word stands.
  func insert(_ word: Int, into set: inout PassageSet) {
    for place in starts[word]..<starts[word + 1] { set.insert(Int(passages[place])) }
  }
}
