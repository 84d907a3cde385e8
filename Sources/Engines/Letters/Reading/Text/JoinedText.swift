import Language
import Review

/// A passage with its lines rejoined, each code point knowing where it stands in the letter.
struct JoinedText: Hashable, Sendable {
  /// The passage.
  private(set) var scalars: [Unicode.Scalar] = []
  /// For each code point of the passage, the code point of the letter it comes from.
  private(set) var origins: [Int32] = []

  /// The passage as text.
  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Whether there is nothing in it.
  var isEmpty: Bool { scalars.isEmpty }

  /// The number of code points.
  var count: Int { scalars.count }

  /// Where the passage stands in the letter.
  var span: Span { source(of: 0..<scalars.count) }

  /// Where a part of the passage stands in the letter.
  func source(of range: Range<Int>) -> Span {
    let range = range.clamped(to: 0..<scalars.count)
    guard !range.isEmpty else { return Span(0, 0) }
    return Span(Int(origins[range.lowerBound]), Int(origins[range.upperBound - 1]) + 1)
  }

  /// A part of the passage, spaces at both ends left out.
  func slice(_ range: Range<Int>) -> JoinedText {
    var range = range.clamped(to: 0..<scalars.count)
    while let first = range.first, scalars[first].isSpace {
      range = first + 1..<range.upperBound
    }
    while let last = range.last, scalars[last].isSpace {
      range = range.lowerBound..<last
    }
    var part = JoinedText()
    part.scalars = Array(scalars[range])
    part.origins = Array(origins[range])
    return part
  }

  /// Adds a line; spaces at its ends are left out, runs of them become one, and one is put before
  /// it unless the passage ends with a hyphen inside a word.
  mutating func append(_ source: [Unicode.Scalar], _ range: Range<Int>) {
    var needsSpace = !scalars.isEmpty && !endsWithWordHyphen
    for place in range {
      let scalar = source[place]
      if scalar.isSpace || scalar.value < 0x20 {
        needsSpace = needsSpace || !scalars.isEmpty
        continue
      }
      if needsSpace {
        scalars.append(" ")
        origins.append(Int32(place))
        needsSpace = false
      }
      scalars.append(scalar)
      origins.append(Int32(place))
    }
  }

  /// Adds another passage after a space.
  mutating func append(_ other: JoinedText) {
    guard !other.isEmpty else { return }
    if !isEmpty, !endsWithWordHyphen {
      scalars.append(" ")
      origins.append(other.origins[0])
    }
    scalars += other.scalars
    origins += other.origins
  }

  private var endsWithWordHyphen: Bool {
    guard scalars.count >= 2, let last = scalars.last, last == "-" || last == "\u{2010}" else {
      return false
    }
    return scalars[scalars.count - 2].properties.isAlphabetic
  }
}
