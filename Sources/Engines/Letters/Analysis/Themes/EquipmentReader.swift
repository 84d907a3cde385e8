import Language
import Review

/// The equipment and radionuclides that a passage names.
struct NamedThings: Hashable, Sendable {
  /// Three-letter system codes (`RIS`).
  var systems: [String] = []
  /// Radionuclides (`Cs-137`).
  var isotopes: [String] = []
}

/// Finds EDF equipment codes (« 2 RIS 215 VP », « 1GCT 0002TY ») and radionuclides (« césium 137 »,
/// « Cs-137 ») in a passage.
enum EquipmentReader {
  /// The largest number of things of a kind.
  private static let limit = 12

  static func things(in text: String) -> NamedThings {
    let words = words(text)
    var things = NamedThings()
    for index in words.indices {
      if let system = system(words, at: index), !things.systems.contains(system),
        things.systems.count < limit
      {
        things.systems.append(system)
      }
      if let isotope = isotope(words, at: index), !things.isotopes.contains(isotope),
        things.isotopes.count < limit
      {
        things.isotopes.append(isotope)
      }
    }
    return things
  }

  /// Runs of letters and runs of digits, each a word.
  private static func words(_ text: String) -> [Substring] {
    var words: [Substring] = []
    var start: String.Index?
    var kind = Kind.other
    let scalars = text.unicodeScalars
    for index in scalars.indices {
      let next = Self.kind(scalars[index])
      if let begin = start, next != kind {
        words.append(text[begin..<index])
        start = nil
      }
      if next != .other, start == nil { start = index }
      kind = next
    }
    if let begin = start { words.append(text[begin...]) }
    return words
  }

  private enum Kind { case letter, digit, other }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x30...0x39: .digit
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0..<0xC0: .other
    case 0xC0..<0x250: scalar.value == 0xD7 || scalar.value == 0xF7 ? .other : .letter
    default: scalar.properties.isAlphabetic ? .letter : .other
    }
  }

  /// A known code counts beside a number; an unknown one needs the whole form of an equipment's
  /// name.
  private static func system(_ words: [Substring], at index: Int) -> String? {
    let code = words[index]
    guard code.utf8.count == 3, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      return nil
    }
    let after = index + 1 < words.count ? words[index + 1] : ""
    let kind = index + 2 < words.count ? words[index + 2] : ""
    let isNumbered = (2...5).contains(after.count) && after.allSatisfy(\.isNumber)
    let isEquipment =
      isNumbered && kind.utf8.count == 2 && kind.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    let isKnown = SystemCodes.name(String(code)) != nil
    return isEquipment || isKnown ? String(code) : nil
  }

  private static func isotope(_ words: [Substring], at index: Int) -> String? {
    let folded = String(words[index]).folded
    if let single = IsotopeTable.single[folded] { return single }
    guard index + 1 < words.count, let mass = Int(words[index + 1]), (2...260).contains(mass),
      touches(words[index], words[index + 1])
    else { return nil }
    if let symbol = IsotopeTable.symbols[folded] { return "\(symbol)-\(mass)" }
    let isSymbol = symbols.contains(String(words[index])) && mass > 10
    return isSymbol ? "\(words[index])-\(mass)" : nil
  }

  /// « du cobalt. 60 sources » names no radionuclide: only spaces and hyphens stand between.
  private static func touches(_ left: Substring, _ right: Substring) -> Bool {
    let between = left.base[left.endIndex..<right.startIndex]
    return between.unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0.properties.generalCategory == .dashPunctuation
    }
  }

  private static let symbols = Set(IsotopeTable.symbols.values.filter { $0.count == 2 })
}
