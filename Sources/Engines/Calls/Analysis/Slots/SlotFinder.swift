import Language
import Review

/// Finds values in what a caller says: company numbers verified by their key, telephones, days,
/// amounts, hours and head counts, through hesitations and self-corrections.
public struct SlotFinder: Sendable {
  /// The longest utterance looked at, in words.
  static let wordLimit = 400

  /// Makes a finder.
  public init() {}

  /// All values of an utterance, in its order; a longer number hides those inside it.
  public func slots(in text: String) -> [Slot] {
    let tokens = Array(SpokenTokens(text).tokens.prefix(Self.wordLimit))
    var found: [Slot] = []
    for kind in [SlotKind.siret, .siren, .phone, .date, .amount, .hours, .headCount] {
      for slot in slots(kind, in: tokens)
      where !found.contains(where: { $0.span.overlaps(slot.span) }) {
        if slot.isVerified == false { continue }
        found.append(slot)
      }
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
    case .siret: digits(.siret, 14, tokens, CompanyNumber.isSIRET)
    case .siren: digits(.siren, 9, tokens, CompanyNumber.isSIREN)
    case .phone: digits(.phone, 10, tokens, nil) + internationalPhones(tokens)
    case .date: DateSlots(tokens).slots
    case .amount: AmountSlots(tokens).amounts
    case .hours: AmountSlots(tokens).hours
    case .headCount: AmountSlots(tokens).headCounts
    }
  }

  // MARK: Long numbers

  private func digits(
    _ kind: SlotKind, _ length: Int, _ tokens: [SpokenTokens.Token],
    _ check: ((String) -> Bool)?
  ) -> [Slot] {
    NumberRun.all(in: tokens).compactMap { run in
      let candidates = Self.candidates(run, tokens, length)
      let accepted = candidates.first { candidate in
        check.map { $0(candidate) } ?? Self.isPhone(candidate)
      }
      guard let value = accepted ?? (check == nil ? nil : candidates.first) else { return nil }
      return Slot(
        kind: kind, value: value, span: Self.span(run.range, tokens),
        isVerified: check.map { $0(value) })
    }
  }

  /// What the run may say in so many digits: its last attempt first, then what was said before with
  /// its end replaced by the correction.
  private static func candidates(
    _ run: NumberRun, _ tokens: [SpokenTokens.Token], _ length: Int
  ) -> [String] {
    let segments = run.segments(of: tokens).suffix(4)
    guard let last = segments.last else { return [] }
    var found = SpokenDigits(Array(tokens[last])).candidates(length: length).map(\.digits)
    let earlier = segments.dropLast()
    for segment in earlier.reversed() {
      for kept in stride(from: segment.upperBound, to: segment.lowerBound, by: -1) {
        let joined = Array(tokens[segment.lowerBound..<kept]) + Array(tokens[last])
        found += SpokenDigits(joined).candidates(length: length).map(\.digits)
      }
    }
    for segment in earlier.reversed() {
      found += SpokenDigits(Array(tokens[segment])).candidates(length: length).map(\.digits)
    }
    return found
  }

  private static func isPhone(_ digits: String) -> Bool {
    digits.first == "0" && digits.dropFirst().first != "0"
  }

  private func internationalPhones(_ tokens: [SpokenTokens.Token]) -> [Slot] {
    NumberRun.all(in: tokens).compactMap { run in
      let candidates = Self.candidates(run, tokens, 11)
      guard let value = candidates.first(where: { $0.hasPrefix("33") && !$0.hasPrefix("330") })
      else { return nil }
      return Slot(
        kind: .phone, value: "0" + value.dropFirst(2), span: Self.span(run.range, tokens))
    }
  }

  static func span(_ range: Range<Int>, _ tokens: [SpokenTokens.Token]) -> Span {
    guard let first = range.first else { return Span(0, 0) }
    return Span(tokens[first].span.begin, tokens[range.upperBound - 1].span.end)
  }
}
