/// The pairs of colours a terminal has been told, by number. ncurses draws with pairs, not colours,
/// and redraws every cell of a pair that changes; so a number keeps its colours until all are
/// forgotten at once, and the screen is drawn anew.
struct ColourPairs {
  /// The most pairs used, whatever the terminal offers.
  static let maximum = 32_767

  private let limit: Int
  private var numbers: [UInt64: Int32] = [:]
  /// Whether a pair was asked for that had no room.
  private(set) var isFull = false

  /// Makes an empty list.
  /// - Parameter available: How many pairs the terminal has, pair 0 included.
  init(available: Int) {
    limit = min(max(available - 1, 0), Self.maximum)
  }

  /// The number of two colours; 0, the terminal's own, when there is no room.
  /// - Parameter define: Tells the terminal a new pair.
  mutating func number(
    foreground: Int32, background: Int32, define: (Int32, Int32, Int32) -> Void
  ) -> Int32 {
    if foreground < 0 && background < 0 { return 0 }
    let key = UInt64(UInt32(bitPattern: foreground)) << 32 | UInt64(UInt32(bitPattern: background))
    if let known = numbers[key] { return known }
    guard numbers.count < limit else {
      isFull = true
      return 0
    }
    let number = Int32(numbers.count + 1)
    numbers[key] = number
    define(number, foreground, background)
    return number
  }

  /// Forgets all pairs.
  mutating func removeAll() {
    numbers.removeAll(keepingCapacity: true)
    isFull = false
  }
}
