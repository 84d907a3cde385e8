/// Reads tags in folded bytes.
struct ItemTagScanner {
  /// A tag that was read: where it ends, what it says.
  struct Found {
    var end: Int
    var hasKeyword: Bool
    var section: ItemTag.Section?
  }

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether a word may begin at a byte.
  func isWordStart(_ place: Int) -> Bool {
    place == 0 || !isWord(place - 1) && bytes[place - 1] != 0x27
  }

  /// The tag that begins at a byte, or `nil`.
  func tag(at start: Int) -> Found? {
    var place = start
    let keyword = ItemTag.keywords.first { word in
      bytes[start...].starts(with: word.utf8) && !isWord(start + word.utf8.count)
    }
    if let keyword { place = skipSpaces(start + keyword.utf8.count) }
    if keyword != nil { place = skipNumberSign(place) }
    guard let code = code(at: place, needsLetter: keyword == nil) else { return nil }
    guard let end = terminator(code.end, isStrict: keyword == nil) else { return nil }
    return Found(end: end, hasKeyword: keyword != nil, section: code.section)
  }

  /// « n° », « no », « n ».
  private func skipNumberSign(_ start: Int) -> Int {
    // « n° », « no », « n » and a number: the sign ° is no ASCII letter.
    guard byte(start) == UInt8(ascii: "n"),
      byte(start + 1).map({ !isAsciiLetter($0) || $0 == 0x6F }) == true
    else { return start }
    var place = start + 1
    while let next = byte(place), !isDigit(place), !isAsciiLetter(next), place - start < 6 {
      place += 1
    }
    if byte(place) == 0x6F { place = skipSpaces(place + 1) }
    return place
  }

  /// `A1`, `A.1`, `II.3`, `III-2`, `II.3.1`, or `4` alone.
  private func code(
    at start: Int, needsLetter: Bool
  ) -> (section: ItemTag.Section?, end: Int)? {
    var place = start
    while place < bytes.count, isLetter(place), place - start < 4 { place += 1 }
    let name = String(decoding: bytes[start..<place], as: UTF8.self)
    let section = ItemTag.Section(rawValue: name)
    if place > start {
      guard section != nil else { return nil }
      if let mark = byte(place), mark == 0x2E || mark == 0x2D { place += 1 }
      if !needsLetter { place = skipSpaces(place) }
    } else if needsLetter {
      return nil
    }
    guard let end = number(at: place) else { return nil }
    return (section, end)
  }

  private func number(at start: Int) -> Int? {
    var place = start
    while isDigit(place), place - start < 3 { place += 1 }
    guard place > start, !isWord(place) else { return nil }
    while byte(place) == 0x2E, isDigit(place + 1) {
      place += 1
      while isDigit(place) { place += 1 }
      if place - start > 12 { return nil }
    }
    return isWord(place) ? nil : place
  }

  /// What parts a tag from its text; a bare tag may also be parted by a space only.
  private func terminator(_ start: Int, isStrict: Bool) -> Int? {
    var place = skipSpaces(start)
    guard let mark = byte(place) else { return place }
    if mark == 0x3A || mark == 0x2E || mark == 0x29 || mark == 0x2D {
      place += 1
      while let next = byte(place), next == 0x20 || next == 0x3A || next == 0x2D { place += 1 }
      return place
    }
    return isStrict && place > start ? place : nil
  }

  // MARK: Bytes

  private func byte(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

  private func isDigit(_ place: Int) -> Bool {
    place < bytes.count && (0x30...0x39).contains(bytes[place])
  }

  private func isAsciiLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private func isLetter(_ place: Int) -> Bool {
    place < bytes.count && (bytes[place] >= 0x80 || isAsciiLetter(bytes[place]))
  }

  private func isWord(_ place: Int) -> Bool { isDigit(place) || isLetter(place) }

  private func skipSpaces(_ start: Int) -> Int {
    var place = start
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x0A { place += 1 }
    return place
  }
}
