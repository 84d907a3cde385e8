/// What turns any text into `SafeText`: replaces what acts or hides by visible marks.
struct Sanitiser {
  /// Where each code point of the original begins in the result; kept only when ranges are
  /// tracked.
  private var starts: [Int] = []
  private let keepsStarts: Bool
  private var output = String.UnicodeScalarView()
  private var count = 0
  private var width = 0
  private var alterations = 0
  private var marksOnBase = 0
  private var surplusMarks = 0
  private var hasBase = false
  private var previous: Unicode.Scalar?

  private init(keepsStarts: Bool) {
    self.keepsStarts = keepsStarts
  }

  /// Sanitises text meant for one line.
  static func line(_ hostile: String, tracking ranges: [Range<Int>]) -> SafeText {
    if let count = plainCount(hostile) { return plain(hostile, count, tracking: ranges) }
    var sanitiser = Sanitiser(keepsStarts: !ranges.isEmpty)
    var scalars = hostile.unicodeScalars.makeIterator()
    var next = scalars.next()
    while let scalar = next {
      next = scalars.next()
      sanitiser.take(scalar, before: next)
    }
    return sanitiser.finish(tracking: ranges)
  }

  /// How many code points a text has, when each of them is shown as it is in one cell.
  private static func plainCount(_ text: String) -> Int? {
    // Most text has none but the characters of a keyboard: a byte each.
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    var count = 0
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let isPlain =
        value >= 0x20 && value < 0x7F
        || value >= 0xA0 && (value < 0x300 && value != 0xAD || CharacterWidth.isShownAsIs(value))
      guard isPlain else { return nil }
      count += 1
    }
    return count
  }

  private static func plain(
    _ text: String, _ count: Int, tracking ranges: [Range<Int>]
  ) -> SafeText {
    let tracked = ranges.map {
      let lower = min(max($0.lowerBound, 0), count)
      return lower..<max(lower, min($0.upperBound, count))
    }
    return SafeText(checked: text, width: count, isPlain: true, tracked: tracked)
  }

  private mutating func take(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) {
    if keepsStarts { starts.append(count) }
    defer { previous = scalar }
    switch ScalarClass(scalar, after: previous, before: next) {
    case .combining: takeMark(scalar)
    case .visible:
      endCluster()
      append(scalar, width: CharacterWidth.of(scalar))
      hasBase = true
    case .joining: append(scalar, width: 0)
    case .blank:
      endCluster()
      append(" ", width: 1)
      hasBase = true
    case .nothing: break
    case .replaced:
      endCluster()
      appendMark(VisibleMark.of(scalar))
    case .suspect:
      endCluster()
      append(scalar, width: 1)
      alterations += 1
      hasBase = true
    }
  }

  private mutating func takeMark(_ scalar: Unicode.Scalar) {
    if !hasBase {
      // A mark with nothing to sit on would be drawn over a border or a neighbour.
      append("\u{25CC}", width: 1)
      alterations += 1
      hasBase = true
    }
    guard marksOnBase < SafeText.maximumMarksPerBase else {
      surplusMarks += 1
      return
    }
    marksOnBase += 1
    append(scalar, width: 0)
  }

  private mutating func endCluster() {
    marksOnBase = 0
    guard surplusMarks > 0 else { return }
    let surplus = surplusMarks
    surplusMarks = 0
    appendMark("‹+\(surplus)›")
    alterations += surplus - 1
  }

  private mutating func appendMark(_ mark: String) {
    for scalar in mark.unicodeScalars { append(scalar, width: 1) }
    alterations += 1
    hasBase = false
  }

  private mutating func append(_ scalar: Unicode.Scalar, width columns: Int) {
    output.append(scalar)
    count += 1
    width += columns
  }

  private mutating func finish(tracking ranges: [Range<Int>]) -> SafeText {
    endCluster()
    let tracked = ranges.map { start(of: $0.lowerBound)..<start(of: $0.upperBound) }
    return SafeText(
      checked: String(output), width: width, isPlain: false, alterations: alterations,
      tracked: tracked)
  }

  private func start(of offset: Int) -> Int {
    if offset <= 0 { return 0 }
    return offset < starts.count ? starts[offset] : count
  }

  /// The text of bytes that claim to be UTF-8; every broken byte becomes U+FFFD.
  static func decode(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
  }
}
