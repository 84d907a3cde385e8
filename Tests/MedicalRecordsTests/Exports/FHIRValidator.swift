import Foundation

/// Checks JSON against the published structure: no unknown element, cardinalities, types of
/// primitives, required codes.
struct FHIRValidator {
  private struct Element {
    var isRequired: Bool
    var isList: Bool
    var type: String
    var codes: Set<String>
  }

  private static let structure: [String: [String: Element]] = FHIRStructure.types.mapValues {
    lines in
    var elements: [String: Element] = [:]
    for line in lines.split(separator: "\n") {
      let fields = line.split(separator: " ").map(String.init)
      guard fields.count >= 4 else { continue }
      elements[fields[0]] = Element(
        isRequired: fields[1] == "1", isList: fields[2] == "*", type: fields[3],
        codes: fields.count > 4 ? Set(fields[4].split(separator: "|").map(String.init)) : [])
    }
    return elements
  }

  private(set) var problems: [String] = []

  /// Checks a resource, and the resources inside it.
  mutating func check(resource object: Any, at path: String = "") {
    guard let object = object as? [String: Any], let type = object["resourceType"] as? String else {
      problems.append("\(path): no resource")
      return
    }
    check(object, as: type, at: path + "/" + type)
  }

  private mutating func check(_ object: [String: Any], as type: String, at path: String) {
    guard let elements = Self.structure[type] else {
      problems.append("\(path): type \(type) is not spelled out")
      return
    }
    for (name, element) in elements where element.isRequired && object[name] == nil {
      problems.append("\(path).\(name) is missing")
    }
    for name in object.keys.sorted() where name != "resourceType" {
      guard let element = elements[name], let value = object[name] else {
        problems.append("\(path).\(name) is no element")
        continue
      }
      let values = value as? [Any]
      if element.isList != (values != nil) {
        problems.append("\(path).\(name): a list where one is wanted, or one where a list is")
      }
      if values?.isEmpty == true { problems.append("\(path).\(name) is empty") }
      for value in values ?? [value] { check(value, as: element, at: path + "." + name) }
    }
  }

  private mutating func check(_ value: Any, as element: Element, at path: String) {
    if element.type == "Resource" { return check(resource: value, at: path) }
    if let object = value as? [String: Any] { return check(object, as: element.type, at: path) }
    if !element.codes.isEmpty, let code = value as? String, !element.codes.contains(code) {
      problems.append("\(path): \(code) is none of \(element.codes.sorted())")
    }
    if let pattern = Self.patterns[element.type] {
      guard let text = value as? String, text.wholeMatch(of: pattern) != nil else {
        problems.append("\(path): \(value) is no \(element.type)")
        return
      }
    } else if Self.numbers.contains(element.type) != (value is NSNumber) {
      problems.append("\(path): \(value) is no \(element.type)")
    }
  }

  private static let numbers: Set<String> = [
    "Boolean", "Integer", "Decimal", "UnsignedInt", "PositiveInt",
  ]

  /// The regular expressions of the primitive types (FHIR R4, 2.24.0).
  nonisolated(unsafe) private static let patterns: [String: Regex<Substring>] = [
    "Id": /[A-Za-z0-9\-\.]{1,64}/, "Code": /[^\s]+(?:\s[^\s]+)*/, "Uri": /\S+/,
    "Instant": /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/,
    "DateTime":
      /\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?)?)?/,
    "Date": /\d{4}(?:-\d\d(?:-\d\d)?)?/, "String": /[^\x00]*\S[^\x00]*/,
  ]
}
