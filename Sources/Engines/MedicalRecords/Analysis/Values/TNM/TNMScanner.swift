/// Reads one TNM classification from bytes, by hand: each letter has its own prefix, which must not
/// be taken for the suffix of the letter before.
struct TNMScanner {
  private let bytes: [UInt8]
  /// The next byte to be read.
  private(set) var place: Int

  /// What was read.
  struct Reading {
    var tumour = TNMStage.Component()
    var nodes = TNMStage.Component()
    var metastases = TNMStage.Component()
    var begin = 0
    var end = 0
  }

  init(_ bytes: [UInt8], at place: Int) {
    self.bytes = bytes
    self.place = place
  }

  private static let prefixes = Set("cpyruaCPYR".utf8)

  private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  /// Reads from the first prefix or letter on; `nil` when no classification begins here.
  mutating func read() -> Reading? {
    var reading = Reading()
    reading.begin = place
    guard let tumour = component("T", isFirst: true) ?? nil else { return nil }
    reading.tumour = tumour
    reading.end = place
    if let nodes = following("N") {
      reading.nodes = nodes
      reading.end = place
    }
    if let metastases = following("M") {
      reading.metastases = metastases
      reading.end = place
    }
    return reading
  }

  /// A later letter, after separators and remarks in parentheses.
  private mutating func following(_ letter: Character) -> TNMStage.Component? {
    let start = place
    skipSeparators()
    if let component = component(letter, isFirst: false) { return component }
    place = start
    return nil
  }

  private mutating func skipSeparators() {
    let limit = place + 48
    while place < min(limit, bytes.count) {
      switch byte(place) {
      case 0x20, 0x2C, 0x3B, 0x2F, 0x2E, 0x2D: place += 1
      case 0x0A where byte(place + 1) != 0x0A: place += 1
      case 0xC2 where byte(place + 1) == 0xA0: place += 2
      case 0x28, 0x5B: guard skipParenthesis() else { return }
      default: return
      }
    }
  }

  private mutating func skipParenthesis() -> Bool {
    var end = place + 1
    while end < min(place + 40, bytes.count), byte(end) != 0x0A {
      if byte(end) == 0x29 || byte(end) == 0x5D {
        place = end + 1
        return true
      }
      end += 1
    }
    return false
  }

  /// Prefixes, the letter and its value.
  private mutating func component(_ letter: Character, isFirst: Bool) -> TNMStage.Component? {
    var index = place
    var component = TNMStage.Component()
    while Self.prefixes.contains(byte(index)), component.prefix.utf8.count < 3 {
      component.prefix.append(Character(Unicode.Scalar(byte(index) | 0x20)))
      index += 1
    }
    let upper = letter.asciiValue ?? 0
    let isLetter =
      byte(index) == upper
      || (byte(index) == upper | 0x20 && (!component.prefix.isEmpty || !isFirst)
        && isDigit(byte(index + 1)))
    guard isLetter else { return nil }
    index += 1
    if byte(index) == 0x20, !isFirst || !component.prefix.isEmpty,
      isDigit(byte(index + 1)) || byte(index + 1) | 0x20 == 0x78
    {
      index += 1
    }
    guard let end = value(letter, at: index, into: &component) else { return nil }
    place = end
    return component
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func isWordByte(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte >= 0xC3
  }

  /// Reads a value such as `2b`, `is`, `X`, `+`; returns the place after it.
  private func value(
    _ letter: Character, at start: Int, into component: inout TNMStage.Component
  ) -> Int? {
    var index = start
    let first = byte(index)
    if first == 0x2B, letter != "T" {
      component.value = "+"
      return index + 1
    }
    if letter == "T", first | 0x20 == 0x69, byte(index + 1) | 0x20 == 0x73 {
      component.value = "is"
      index += 2
      return isWordByte(byte(index)) && byte(index) != 0x4E ? nil : index
    }
    switch first {
    case 0x30...0x34 where !isTooLarge(letter, first): component.value = String(first - 0x30)
    case 0x58, 0x78: component.value = "x"
    case 0x4F,
      0x6F where letter != "T" || opensNodes(index + 1):
      component.value = "0"
    default: return nil
    }
    index += 1
    index = suffix(letter, at: index, into: &component)
    return endsHere(letter, index) ? index : nil
  }

  /// Whether the nodes follow: « ToN0 » is a stage, « autonome » is none.
  private func opensNodes(_ index: Int) -> Bool {
    byte(index) == 0x4E && (isDigit(byte(index + 1)) || byte(index + 1) | 0x20 == 0x78)
  }

  private func isTooLarge(_ letter: Character, _ digit: UInt8) -> Bool {
    (letter == "N" && digit > 0x33) || (letter == "M" && digit > 0x31)
  }

  /// Takes a subclass, unless the letter is the prefix of what follows.
  private func suffix(
    _ letter: Character, at index: Int, into component: inout TNMStage.Component
  ) -> Int {
    let mark = byte(index)
    // « T1mi », « N1mi »: microinvasion, micrometastasis.
    if mark | 0x20 == 0x6D, byte(index + 1) | 0x20 == 0x69, component.value == "1",
      !isWordByte(byte(index + 2)) || byte(index + 2) == 0x4E
    {
      component.value += "mi"
      return index + 2
    }
    guard component.value != "x", mark >= 0x61, mark <= 0x64 else { return index }
    let next = byte(index + 1)
    if mark == 0x63, opensComponent(index), component.value != "1" || component.prefix == "p" {
      return index
    }
    if mark == 0x61 || mark == 0x62 || mark == 0x64 || mark == 0x63 {
      let isPrefixed = Self.prefixes.contains(next) && opensComponent(index + 1)
      let digitFollows = isDigit(next) && !isDigit(byte(index + 2)) && next < 0x35
      guard !isWordByte(next) || isPrefixed || isComponentLetter(next) || digitFollows else {
        return index
      }
      component.value.append(Character(Unicode.Scalar(mark)))
      return digitFollows ? index + 2 : index + 1
    }
    return index
  }

  private func isComponentLetter(_ byte: UInt8) -> Bool {
    byte == 0x4E || byte == 0x4D || byte == 0x4C || byte == 0x56 || byte == 0x52 || byte == 0x47
      || byte == 0x50 || byte | 0x20 == 0x6E || byte | 0x20 == 0x6D
  }

  /// Whether a prefix at a place is followed by its letter and a value.
  private func opensComponent(_ index: Int) -> Bool {
    var place = index
    while Self.prefixes.contains(byte(place)), place < index + 3 { place += 1 }
    guard place > index else { return false }
    let letter = byte(place) | 0x20
    let value = byte(place + 1) == 0x20 ? byte(place + 2) : byte(place + 1)
    return (letter == 0x6E || letter == 0x6D)
      && (isDigit(value) || value | 0x20 == 0x78 || value | 0x20 == 0x6F || value == 0x2B)
  }

  /// Whether a value may end before a byte: no longer number, no word.
  private func endsHere(_ letter: Character, _ index: Int) -> Bool {
    let next = byte(index)
    if isDigit(next) { return false }
    if next == 0x2C || next == 0x2E, isDigit(byte(index + 1)) { return false }
    guard isWordByte(next) else { return true }
    if isComponentLetter(next) {
      // « pT2Mucineux » is no stage: after the letter a value must stand.
      let value = byte(index + 1)
      return isDigit(value) || value | 0x20 == 0x78 || value | 0x20 == 0x6F || value == 0x2B
        || !isWordByte(value)
    }
    return Self.prefixes.contains(next) && opensComponent(index)
  }
}
