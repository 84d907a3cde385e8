import Language
import Review

/// Finds values in what a caller says: company numbers verified by their key, telephones, days,
/// amounts, hours and head counts, through hesitations and self-corrections.
public struct SlotFinder: Sendable {
  /// The longest utterance looked at, in words.
  static let wordLimit = 400

  /// Makes a finder.
  public init() {}

  /// All values of an utterance, in its order; the plainest long number hides what is inside it.
  ///
  /// Words can be cut into numbers in many ways, and one in ten of them satisfies a key by chance: a
  /// telephone said in five pairs is not a SIRET because some other cut of its words would be one.
  public func slots(in text: String) -> [Slot] {
    let tokens = Array(SpokenTokens(text).tokens.prefix(Self.wordLimit))
    var found: [Slot] = []
    func add(_ slot: Slot) {
      guard slot.isVerified != false, !found.contains(where: { $0.span.overlaps(slot.span) }) else {
        return
      }
      found.append(slot)
    }
    let long = [SlotKind.siret, .siren, .phone].flatMap { longNumbers($0, in: tokens) }
      .enumerated().sorted { ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset) }
    for heard in long.map(\.element) where heard.slot.isVerified != false { add(heard.slot) }
    for kind in [SlotKind.date, .amount, .hours, .headCount] {
      for slot in slots(kind, in: tokens) { add(slot) }
    }
    return found.sorted { $0.span < $1.span }
  }

  /// The value of a kind that is expected in an utterance, or `nil`; the last one said counts.
  public func slot(_ kind: SlotKind, in text: String) -> Slot? {
    let tokens = Array(SpokenTokens(text).tokens.prefix(Self.wordLimit))
    let found = slots(kind, in: tokens)
    return found.last { $0.isVerified != false } ?? found.last
  }

  private func slots(_ kind: SlotKind, in tokens: [SpokenTokens.Token]) -> [Slot] {
    switch kind {
    case .siret, .siren, .phone: longNumbers(kind, in: tokens).map(\.slot)
    case .date: DateSlots(tokens).slots
    case .amount: AmountSlots(tokens).amounts
    case .hours: AmountSlots(tokens).hours
    case .headCount: AmountSlots(tokens).headCounts
    }
  }

  // MARK: Long numbers

  /// A long number with what it costs to read the words so.
  private struct LongNumber {
    var slot: Slot
    var cost: Double
  }

  private func longNumbers(_ kind: SlotKind, in tokens: [SpokenTokens.Token]) -> [LongNumber] {
    switch kind {
    case .siret: digits(.siret, 14, tokens, CompanyNumber.isSIRET)
    case .siren: digits(.siren, 9, tokens, CompanyNumber.isSIREN)
    case .phone: digits(.phone, 10, tokens, nil) + internationalPhones(tokens)
    case .date, .amount, .hours, .headCount: []
    }
  }

  private func digits(
    _ kind: SlotKind, _ length: Int, _ tokens: [SpokenTokens.Token],
    _ check: ((String) -> Bool)?
  ) -> [LongNumber] {
    NumberRun.all(in: tokens).compactMap { run in
      // « deux cent quatre-vingt-dix-sept euros »: a unit makes it an amount, whatever the key says.
      if check != nil, AmountSlots.isUnit(run.range.upperBound, tokens) { return nil }
      let candidates = Self.candidates(run, tokens, length)
      let accepted = candidates.first { candidate in
        check.map { $0(candidate.digits) } ?? Self.isPhone(candidate.digits)
      }
      guard let best = accepted ?? (check == nil ? nil : candidates.first) else { return nil }
      let slot = Slot(
        kind: kind, value: best.digits, span: Self.span(run.range, tokens),
        isVerified: check.map { $0(best.digits) })
      // Few companies' numbers begin with zero, all telephones do.
      let isUnlikely = check != nil && best.digits.hasPrefix("0")
      return LongNumber(slot: slot, cost: best.cost + (isUnlikely ? 2 : 0))
    }
  }

  /// What the run may say in so many digits: its last attempt first, then what was said before with
  /// its end replaced by the correction.
  private static func candidates(
    _ run: NumberRun, _ tokens: [SpokenTokens.Token], _ length: Int
  ) -> [SpokenDigits.Candidate] {
    let segments = run.segments(of: tokens).suffix(4)
    guard let last = segments.last else { return [] }
    var found = SpokenDigits(Array(tokens[last])).candidates(length: length)
    let earlier = segments.dropLast()
    for segment in earlier.reversed() {
      for kept in stride(from: segment.upperBound, to: segment.lowerBound, by: -1) {
        let joined = Array(tokens[segment.lowerBound..<kept]) + Array(tokens[last])
        found += SpokenDigits(joined).candidates(length: length)
      }
    }
    for segment in earlier.reversed() {
      found += SpokenDigits(Array(tokens[segment])).candidates(length: length)
    }
    return found
  }

  private static func isPhone(_ digits: String) -> Bool {
    digits.first == "0" && digits.dropFirst().first != "0"
  }

  private func internationalPhones(_ tokens: [SpokenTokens.Token]) -> [LongNumber] {
    NumberRun.all(in: tokens).compactMap { run in
      // 33 6 12… and 0033 6 12…
      for (length, prefix) in [(11, "33"), (13, "0033")] {
        let best = Self.candidates(run, tokens, length).first {
          $0.digits.hasPrefix(prefix) && !$0.digits.hasPrefix(prefix + "0")
        }
        guard let best else { continue }
        let slot = Slot(
          kind: .phone, value: PhoneNumber.normalised(best.digits),
          span: Self.span(run.range, tokens))
        return LongNumber(slot: slot, cost: best.cost)
      }
      return nil
    }
  }

  static func span(_ range: Range<Int>, _ tokens: [SpokenTokens.Token]) -> Span {
    guard let first = range.first else { return Span(0, 0) }
    return Span(tokens[first].span.begin, tokens[range.upperBound - 1].span.end)
  }
}
