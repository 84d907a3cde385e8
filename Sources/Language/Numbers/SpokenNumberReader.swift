/// Reads numbers said in words, keeping every reading: « sept cent trente six cent trois » is
/// 736, 103 or 730, 603.
public struct SpokenNumberReader: Sendable {
  /// One number and how many words it took.
  public struct Reading: Hashable, Sendable {
    /// The value.
    public var value: Int
    /// The number of words.
    public var count: Int
  }

  private let words: [SpokenNumberWord?]

  /// Makes a reader of words whose hesitations were taken out; `nil` is a word that is no number.
  public init(_ words: [SpokenNumberWord?]) { self.words = words }

  private func word(_ place: Int) -> SpokenNumberWord? {
    words.indices.contains(place) ? words[place] : nil
  }

  // MARK: All readings below a thousand

  /// All numbers below 1000 that begin at a place.
  public func readings(at place: Int) -> [Reading] {
    var found = underHundred(place)
    var hundreds: [(value: Int, count: Int)] = []
    if word(place) == .hundred { hundreds.append((1, 1)) }
    if case .unit(let unit)? = word(place), unit > 1, word(place + 1) == .hundred {
      hundreds.append((unit, 2))
    }
    for hundred in hundreds {
      found.append(Reading(value: hundred.value * 100, count: hundred.count))
      for rest in underHundred(place + hundred.count) where rest.value > 0 {
        found.append(
          Reading(value: hundred.value * 100 + rest.value, count: hundred.count + rest.count))
      }
    }
    return found
  }

  private func underHundred(_ place: Int) -> [Reading] {
    switch word(place) {
    case .zero: [Reading(value: 0, count: 1)]
    case .unit(let unit): [Reading(value: unit, count: 1)] + fourScore(place, unit)
    case .teen(let teen): teens(place, teen)
    case .ten(let ten): tens(place, ten)
    default: []
    }
  }

  /// dix sept, dix huit, dix neuf are one number or two.
  private func teens(_ place: Int, _ teen: Int) -> [Reading] {
    var found = [Reading(value: teen, count: 1)]
    if teen == 10, case .unit(let unit)? = word(place + 1), unit >= 7 {
      found.append(Reading(value: 10 + unit, count: 2))
    }
    return found
  }

  private func tens(_ place: Int, _ ten: Int) -> [Reading] {
    var found = [Reading(value: ten, count: 1)]
    let skipped = word(place + 1) == .and ? 1 : 0
    switch word(place + 1 + skipped) {
    case .unit(let unit) where skipped == 0 || unit == 1:
      found.append(Reading(value: ten + unit, count: 2 + skipped))
    case .teen(let teen) where ten == 60 && (skipped == 0 || teen == 11):
      found += teens(place + 1 + skipped, teen).map {
        Reading(value: ten + $0.value, count: 1 + skipped + $0.count)
      }
    default: break
    }
    return found
  }

  /// quatre vingt …
  private func fourScore(_ place: Int, _ unit: Int) -> [Reading] {
    guard unit == 4, word(place + 1) == .ten(20) else { return [] }
    var found = [Reading(value: 80, count: 2)]
    switch word(place + 2) {
    case .unit(let rest): found.append(Reading(value: 80 + rest, count: 3))
    case .teen(let teen):
      found += teens(place + 2, teen).map { Reading(value: 80 + $0.value, count: 2 + $0.count) }
    default: break
    }
    return found
  }

  // MARK: Whole numbers

  /// The longest whole number that begins at a place, up to 999 999 999.
  public func cardinal(at place: Int) -> Reading? {
    if case .digits(let digits)? = word(place) { return written(digits, place) }
    var value = 0
    var position = place
    if let millions = longest(position), word(position + millions.count) == .million {
      value += millions.value * 1_000_000
      position += millions.count + 1
    }
    if word(position) == .thousand {
      value += 1000
      position += 1
    } else if let head = longest(position), head.value > 0,
      word(position + head.count) == .thousand
    {
      value += head.value * 1000
      position += head.count + 1
    }
    if let rest = longest(position), value == 0 || rest.value > 0 {
      value += rest.value
      position += rest.count
    }
    return position > place ? Reading(value: value, count: position - place) : nil
  }

  private func longest(_ place: Int) -> Reading? {
    readings(at: place).max { $0.count < $1.count }
  }

  /// Written digits, groups of three after the first put together (3 925).
  private func written(_ digits: String, _ place: Int) -> Reading? {
    var text = digits
    var count = 1
    if digits.count <= 3, digits.first != "0" {
      while case .digits(let more)? = word(place + count), more.count == 3, text.count <= 6 {
        text += more
        count += 1
      }
    }
    return Int(text).map { Reading(value: $0, count: count) }
  }
}
