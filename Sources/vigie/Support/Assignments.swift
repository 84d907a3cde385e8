/// Arguments of the form name=value.
enum Assignments {
  /// The values by name.
  ///
  /// - Throws: `Failure` naming the first argument without an equals sign.
  static func parse(_ arguments: [String]) throws -> [String: String] {
    var values: [String: String] = [:]
    for argument in arguments {
      guard let equals = argument.firstIndex(of: "=") else {
        throw Failure(
          "« \(argument) » trouvé, nom=valeur attendu",
          "found “\(argument)”, expected name=value", status: ExitStatus.usage)
      }
      values[String(argument[..<equals])] = String(argument[argument.index(after: equals)...])
    }
    return values
  }
}
