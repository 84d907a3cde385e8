import Language

extension FrenchSpeech {
  /// A whole number written with or without spaces.
  static func integer(_ text: String) -> Int? { Int(text.filter(\.isNumber)) }

  /// « douze virgule zéro cinq »; the zeros in front of decimals are said.
  static func decimal(_ whole: String, _ tail: String, isFeminine: Bool = false) -> String {
    // What no number holds is said digit by digit, not as zero.
    guard let value = integer(whole) else { return FrenchNumberSpeller.digits(whole + tail) }
    guard !tail.isEmpty else {
      return FrenchNumberSpeller.cardinal(value, isFeminine: isFeminine)
    }
    return FrenchNumberSpeller.cardinal(value) + " virgule " + padded(tail)
  }

  /// A group of digits with its leading zeros: « zéro quarante-sept », « zéro zéro ».
  static func padded(_ digits: String) -> String {
    let zeros = digits.prefix { $0 == "0" }.count
    var words = Array(repeating: "zéro", count: min(zeros, digits.count))
    let rest = digits.dropFirst(zeros)
    guard rest.count < 13 else { return FrenchNumberSpeller.digits(digits) }
    if let value = Int(rest), value > 0 { words.append(FrenchNumberSpeller.cardinal(value)) }
    return words.joined(separator: " ")
  }

  /// Digits in groups of given sizes, parted by commas: each is a breath.
  static func grouped(_ digits: String, _ sizes: [Int]) -> String {
    Slot.groups(digits, sizes).map(padded).joined(separator: ", ")
  }

  /// Four digits by pairs without a pause: « trente zéro zéro », « quatre-vingt-treize douze ».
  static func pairs(_ digits: String) -> String {
    Slot.groups(digits, twos(digits)).map(padded).joined(separator: " ")
  }

  private static func twos(_ digits: String) -> [Int] {
    Array(repeating: 2, count: (digits.count + 1) / 2)
  }

  /// Letters one by one, in capitals.
  static func letters(_ text: some StringProtocol) -> String {
    text.uppercased().map { String($0) }.joined(separator: " ")
  }
}
