/// A line (or several) of text being typed, with its cursor.
public struct TextInput: Hashable, Sendable {
  /// The greatest number of code points that can be typed or pasted.
  public static let limit = 10_000

  /// The code points.
  public private(set) var scalars: [Unicode.Scalar]
  /// Where the next character goes, 0…count.
  public private(set) var cursor: Int
  /// Whether line ends are kept.
  public let isMultiline: Bool

  /// Makes an input with a text and the cursor at its end.
  public init(_ text: String = "", isMultiline: Bool = false) {
    scalars = Array(text.unicodeScalars.prefix(Self.limit))
    cursor = scalars.count
    self.isMultiline = isMultiline
  }

  /// The text.
  public var text: String { String(String.UnicodeScalarView(scalars)) }

  /// Types or pastes a text at the cursor; line ends become spaces in a single line.
  public mutating func insert(_ text: String) {
    for scalar in text.unicodeScalars where scalars.count < Self.limit {
      if scalar == "\r" { continue }
      scalars.insert(scalar == "\n" && !isMultiline ? " " : scalar, at: cursor)
      cursor += 1
    }
  }

  /// Removes the character before the cursor.
  public mutating func backspace() {
    guard cursor > 0 else { return }
    cursor -= 1
    scalars.remove(at: cursor)
  }

  /// Removes the character at the cursor.
  public mutating func delete() {
    guard cursor < scalars.count else { return }
    scalars.remove(at: cursor)
  }

  /// Moves the cursor by so many characters.
  public mutating func move(_ offset: Int) {
    cursor = min(scalars.count, max(0, cursor + offset))
  }

  /// Moves the cursor to the beginning or the end.
  public mutating func jump(toEnd: Bool) { cursor = toEnd ? scalars.count : 0 }

  /// Removes everything.
  public mutating func clear() {
    scalars = []
    cursor = 0
  }
}
