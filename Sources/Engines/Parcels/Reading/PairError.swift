import Review

/// Why two pictures are no pair.
enum PairError: Error {
  /// Their sizes differ.
  case sizes(String, before: (Int, Int), after: (Int, Int))
  /// Something else, said as a refusal.
  case refused(Refusal)

  /// The error as a refusal.
  var refusal: Refusal {
    switch self {
    case .sizes(let name, let before, let after):
      Refusal(
        file: name, line: nil, found: "\(after.0) × \(after.1)",
        expected: LocalizedText(
          fr: "une image de \(before.0) × \(before.1) pixels, comme la première",
          en: "a picture of \(before.0) × \(before.1) pixels, like the first"))
    case .refused(let refusal): refusal
    }
  }
}
