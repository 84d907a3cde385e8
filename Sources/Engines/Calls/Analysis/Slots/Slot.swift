import Review

/// A value heard in an utterance.
public struct Slot: Hashable, Sendable, Codable {
  /// What it is.
  public var kind: SlotKind
  /// The value: digits; `YYYY-MM-DD` or `--MM-DD`; euros or hours with two decimals.
  public var value: String
  /// The words it was heard in, in code points.
  public var span: Span
  /// Whether a check key says that it was heard right; `nil` where there is none.
  public var isVerified: Bool?

  /// Makes a slot.
  public init(kind: SlotKind, value: String, span: Span, isVerified: Bool? = nil) {
    self.kind = kind
    self.value = value
    self.span = span
    self.isVerified = isVerified
  }

  /// The value as an agent reads it: digits in groups.
  public var display: String {
    switch kind {
    case .siret: Self.grouped(value, [3, 3, 3, 5])
    case .siren: Self.grouped(value, [3, 3, 3])
    case .phone: Self.grouped(value, [2, 2, 2, 2, 2])
    case .amount: value.replacingPoint + " €"
    case .hours: value.replacingPoint + " h"
    case .date, .headCount: value
    }
  }

  static func grouped(_ digits: String, _ sizes: [Int]) -> String {
    groups(digits, sizes).joined(separator: " ")
  }

  /// A text cut into groups of given sizes; what is left is the last group.
  static func groups(_ text: String, _ sizes: [Int]) -> [String] {
    var rest = Substring(text)
    var groups: [String] = []
    for size in sizes where !rest.isEmpty {
      groups.append(String(rest.prefix(size)))
      rest = rest.dropFirst(size)
    }
    return rest.isEmpty ? groups : groups + [String(rest)]
  }
}

extension String {
  fileprivate var replacingPoint: String { String(map { $0 == "." ? "," : $0 }) }
}
