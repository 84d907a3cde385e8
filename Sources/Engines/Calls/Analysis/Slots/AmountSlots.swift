import Foundation
import Language

/// Amounts in euros, hours and head counts.
struct AmountSlots {
  private let scan: CardinalScan

  init(_ tokens: [SpokenTokens.Token]) { scan = CardinalScan(tokens: tokens) }

  private static let euro: Set<String> = ["euro", "euros", "eur", "heuro", "heureux"]
  private static let cent: Set<String> = ["centime", "centimes", "cents", "cent"]
  private static let hour: Set<String> = ["heure", "heures", "h", "eure", "eures"]
  private static let people: Set<String> = [
    "salarie", "salaries", "salariee", "salariees", "personnes", "employe", "employes", "employees",
    "animateurs", "moniteurs",
  ]

  /// Whether a word is a unit that a number before it counts.
  static func isUnit(_ place: Int, _ tokens: [SpokenTokens.Token]) -> Bool {
    guard tokens.indices.contains(place) else { return false }
    let word = tokens[place].word
    return euro.contains(word) || hour.contains(word) || people.contains(word)
  }

  /// The amounts.
  var amounts: [Slot] {
    places(Self.euro).compactMap { place in
      guard let head = decimal(endingAt: place) else { return nil }
      var end = place + 1
      var cents = head.hundredths ?? 0
      var next = scan.next(place + 1)
      if scan.word(next) == "et" { next = scan.next(next + 1) }
      if head.hundredths == nil, let tail = scan.hundredths(from: next),
        (1..<100).contains(tail.value)
      {
        let isMarked = Self.cent.contains(scan.word(scan.next(tail.range.upperBound)))
        let isAdjacent = scan.word(scan.next(place + 1)) != "et"
        if isMarked || isAdjacent && !isCount(scan.next(tail.range.upperBound)) {
          cents = tail.value
          end = tail.range.upperBound + (isMarked ? 1 : 0)
        }
      }
      return slot(.amount, Double(head.whole) + Double(cents) / 100, head.start..<end)
    }
  }

  /// « cent euros trois fois », « cent euros deux mois »: the number counts something else.
  private func isCount(_ place: Int) -> Bool {
    let word = scan.word(place)
    return Self.counted.contains(word) || Self.hour.contains(word) || Self.people.contains(word)
      || Self.euro.contains(word)
  }

  private static let counted: Set<String> = [
    "fois", "mois", "jour", "jours", "semaine", "semaines", "an", "ans", "annee", "annees",
    "bulletin", "bulletins", "pour",
  ]

  /// The hours: « sept heures et demie » is 7.50, « neuf heures trente » too.
  var hours: [Slot] {
    places(Self.hour).compactMap { place in
      guard let head = decimal(endingAt: place) else { return nil }
      var value = Double(head.whole) + Double(head.hundredths ?? 0) / 100
      var end = place + 1
      var next = scan.next(place + 1)
      let joined = scan.word(next)
      if joined == "et" || joined == "moins" { next = scan.next(next + 1) }
      if scan.word(next) == "le" { next = scan.next(next + 1) }
      switch scan.word(next) {
      case "demie", "demi": (value, end) = (value + 0.5, next + 1)
      case "quart", "quarts", "car", "cars":
        (value, end) = (value + (joined == "moins" ? -0.25 : 0.25), next + 1)
      case "trois" where scan.word(scan.next(next + 1)).hasPrefix("quart"):
        (value, end) = (value + 0.75, scan.next(next + 1) + 1)
      default:
        if joined != "et", head.hundredths == nil, let minutes = scan.number(from: next),
          (1..<60).contains(minutes.value),
          scan.word(scan.next(minutes.range.upperBound)) != "euros"
        {
          let share = Double(minutes.value) / 60
          (value, end) = (value + (joined == "moins" ? -share : share), minutes.range.upperBound)
        }
      }
      return slot(.hours, value, head.start..<end)
    }
  }

  /// The head counts.
  var headCounts: [Slot] {
    places(Self.people).compactMap { place in
      guard let head = scan.number(endingAt: place), head.value < 10_000 else { return nil }
      return Slot(
        kind: .headCount, value: String(head.value),
        span: SlotFinder.span(head.range.lowerBound..<place + 1, scan.tokens))
    }
  }

  private func places(_ words: Set<String>) -> [Int] {
    scan.tokens.indices.filter { words.contains(scan.tokens[$0].word) }
  }

  private struct Decimal {
    var whole: Int
    var hundredths: Int?
    var start: Int
  }

  /// A number before a unit, with « virgule » or a written comma inside.
  private func decimal(endingAt end: Int) -> Decimal? {
    if end > 0, let written = written(scan.tokens[end - 1].word) {
      return withThousands(written, end - 1)
    }
    guard let last = scan.number(endingAt: end) else { return nil }
    let isPadded =
      last.value < 10 && last.range.lowerBound > 1
      && scan.tokens[last.range.lowerBound - 1].meaning == .zero
    let comma = last.range.lowerBound - (isPadded ? 2 : 1)
    guard comma > 0, scan.tokens[comma].meaning == .comma,
      let whole = scan.number(endingAt: comma), last.value < 100
    else { return Decimal(whole: last.value, hundredths: nil, start: last.range.lowerBound) }
    // « virgule cinq » is five tenths, « virgule zéro cinq » five hundredths.
    let isHundredth = isPadded || last.value >= 10 || last.range.count > 1
    return Decimal(
      whole: whole.value, hundredths: isHundredth ? last.value : last.value * 10,
      start: whole.range.lowerBound)
  }

  /// « 1 250,50 »: the groups of three before the comma belong to the number.
  private func withThousands(_ last: (whole: Int, hundredths: Int, digits: Int), _ place: Int)
    -> Decimal
  {
    var number = Decimal(whole: last.whole, hundredths: last.hundredths, start: place)
    guard last.digits == 3, let head = scan.number(endingAt: place), head.value > 0,
      head.value < 1_000_000, case .digits? = scan.tokens[place - 1].meaning,
      scan.tokens[place].span.begin - scan.tokens[place - 1].span.end == 1
    else { return number }
    number.whole += head.value * 1000
    number.start = head.range.lowerBound
    return number
  }

  /// `12,5` or `12.50` as the tokenizer leaves it.
  private func written(_ word: String) -> (whole: Int, hundredths: Int, digits: Int)? {
    let parts = word.split(whereSeparator: { $0 == "," || $0 == "." })
    guard parts.count == 2, let whole = Int(parts[0]), let tail = Int(parts[1]),
      parts[1].count <= 2, whole < 1_000_000_000
    else { return nil }
    return (whole, parts[1].count == 1 ? tail * 10 : tail, parts[0].count)
  }

  private func slot(_ kind: SlotKind, _ value: Double, _ range: Range<Int>) -> Slot {
    Slot(
      kind: kind, value: String(format: "%.2f", value),
      span: SlotFinder.span(
        range.lowerBound..<min(range.upperBound, scan.tokens.count), scan.tokens))
  }
}
