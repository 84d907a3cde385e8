import Language
import Review

/// What a caller said, with the middle of every telephone number in it hidden: the number itself is
/// shown by the action that rings it, and noted in the ledger.
struct MaskedSpeech: Sendable {
  /// The text to show, to search and to learn from.
  let text: String
  /// The values heard, with their places in that text.
  private(set) var slots: [Slot] = []

  /// Masks what was said.
  init(_ said: String) {
    let scalars = Array(said.unicodeScalars)
    var masked = String.UnicodeScalarView()
    var place = 0
    for slot in SlotFinder().slots(in: said) where slot.span.end <= scalars.count {
      masked.append(contentsOf: scalars[place..<slot.span.begin])
      let begin = masked.count
      if slot.kind == .phone {
        masked.append(contentsOf: PhoneNumber.masked(slot.value).unicodeScalars)
      } else {
        masked.append(contentsOf: scalars[slot.span.range])
      }
      var moved = slot
      moved.span = Span(begin, masked.count)
      slots.append(moved)
      place = slot.span.end
    }
    masked.append(contentsOf: scalars[place...])
    text = Self.hidingWritten(masked)
  }

  /// Written numbers that no slot holds (after the last word looked at, or in a longer run): from the
  /// fifth digit to the third from the end each becomes a mark, so that no place moves.
  private static func hidingWritten(_ text: String.UnicodeScalarView) -> String {
    var scalars = Array(text)
    var run: [Int] = []
    func hide() {
      if looksLikePhone(run.map { scalars[$0] }) {
        for place in run.dropFirst(4).dropLast(2) { scalars[place] = "•" }
      }
      run = []
    }
    for place in scalars.indices {
      if isDigit(scalars[place]) {
        run.append(place)
      } else if !(separators.contains(scalars[place]) && run.last == place - 1) {
        hide()
      }
    }
    hide()
    return String(String.UnicodeScalarView(scalars))
  }

  private static let separators: Set<Unicode.Scalar> = [" ", ".", "-", "\u{A0}", "\u{202F}"]

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  private static func looksLikePhone(_ digits: [Unicode.Scalar]) -> Bool {
    let number = String(String.UnicodeScalarView(digits))
    let national = PhoneNumber.normalised(number)
    return national.count == 10 && national.hasPrefix("0") && !national.hasPrefix("00")
  }
}
