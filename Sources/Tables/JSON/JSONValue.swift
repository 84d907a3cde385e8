import Foundation

/// A value of a JSON document.
public enum JSONValue: Sendable, Equatable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A number; whole ones keep their digits when written as text.
  case number(Double)
  /// A string.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// An object.
  case object([String: JSONValue])

  /// A member of an object, or `nil`.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members[key]
  }

  /// The elements of a list; a single value counts as a list of one, `null` as an empty one.
  public var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }

  /// The value as the text of a field: empty for `null`, lists and objects.
  public var text: String {
    switch self {
    case .string(let text): text
    case .number(let number):
      abs(number) < 1e15 && number == number.rounded() ? String(Int(number)) : String(number)
    case .bool(let flag): flag ? "true" : "false"
    case .null, .array, .object: ""
    }
  }

  /// The value of an object Foundation decoded.
  init(_ object: Any) {
    switch object {
    case let text as String: self = .string(text)
    case let list as [Any]: self = .array(list.map { JSONValue($0) })
    case let members as [String: Any]: self = .object(members.mapValues { JSONValue($0) })
    case let number as NSNumber:
      // `c` is how Foundation marks a Boolean among numbers.
      let isBool = String(cString: number.objCType) == "c"
      self = isBool ? .bool(number.boolValue) : .number(number.doubleValue)
    default: self = .null
    }
  }
}
